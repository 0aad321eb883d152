package org.usageflow.testkit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.testkit.ContractRun;

class UsageFormatContractTest {

    static class OneTable extends UsageFormatContract {
        @Override
        protected UsageFormat format() {
            return new LineFormat(false, Defect.NONE);
        }
    }

    static class SeveralTables extends UsageFormatContract {
        @Override
        protected UsageFormat format() {
            return new LineFormat(true, Defect.NONE);
        }
    }

    static class Defective extends UsageFormatContract {
        private static final ThreadLocal<UsageFormat> FORMAT =
                ThreadLocal.withInitial(() -> new LineFormat(true, Defect.NONE));

        private final UsageFormat format = FORMAT.get();

        @Override
        protected UsageFormat format() {
            return format;
        }
    }

    @Test
    void contract_of_sound_format_with_one_table_holds() {
        ContractRun run = ContractRun.of(OneTable.class);

        assertThat(run.messages()).isEmpty();
        assertThat(run.passed())
                .contains("FORMAT-01", "FORMAT-04", "FORMAT-41", "FORMAT-49")
                .doesNotContain("");
    }

    @Test
    void contract_of_sound_format_with_several_tables_holds() {
        ContractRun run = ContractRun.of(SeveralTables.class);

        assertThat(run.messages()).isEmpty();
        assertThat(run.passed()).contains("FORMAT-23", "FORMAT-24", "FORMAT-25", "FORMAT-40", "FORMAT-50", "FORMAT-54");
    }

    @ParameterizedTest(name = "{0} breaks {1}")
    @MethodSource("defects")
    void contract_of_defective_format_fails_at_its_rule(Defect defect, List<String> rules) {
        Defective.FORMAT.set(new LineFormat(true, defect));
        try {
            assertThat(ContractRun.of(Defective.class).failed()).containsAll(rules);
        } finally {
            Defective.FORMAT.remove();
        }
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                Arguments.of(Defect.RECOGNISES_ANYTHING, List.of("FORMAT-02")),
                Arguments.of(Defect.TRIMS_TEXT, List.of("FORMAT-04", "FORMAT-05", "FORMAT-49")),
                Arguments.of(Defect.CUTS_HEADERS, List.of("FORMAT-03")),
                Arguments.of(Defect.GUESSES_NUMBERS, List.of("FORMAT-07")),
                Arguments.of(Defect.LOSES_DIGITS, List.of("FORMAT-09")),
                Arguments.of(Defect.DROPS_COMMENTS, List.of("FORMAT-04")),
                Arguments.of(Defect.ENDS_AT_BLANK_ROW, List.of("FORMAT-12")),
                Arguments.of(Defect.POSITIONS_START_AT_ONE, List.of("FORMAT-13")),
                Arguments.of(Defect.FORGETS_COLUMN_IN_PLACES, List.of("FORMAT-14", "FORMAT-15")),
                Arguments.of(Defect.NEVER_STOPS, List.of("FORMAT-16")),
                Arguments.of(Defect.GOES_ON_AFTER_FAULT, List.of("FORMAT-31")),
                Arguments.of(Defect.THROWS_ON_DAMAGE, List.of("FORMAT-31")),
                Arguments.of(Defect.LEAVES_TEMPORARY_FILE, List.of("FORMAT-30", "FORMAT-34")),
                Arguments.of(Defect.IGNORES_LIMIT_OF_BYTES, List.of("FORMAT-35")),
                Arguments.of(Defect.IGNORES_LIMIT_OF_CELLS, List.of("FORMAT-37")),
                Arguments.of(Defect.GIVES_ALL_COLUMNS, List.of("FORMAT-36")),
                Arguments.of(Defect.PUSHES_TABLES_IN_FILE_ORDER, List.of("FORMAT-23")),
                Arguments.of(Defect.CLOSES_TARGET, List.of("FORMAT-45", "FORMAT-46")),
                Arguments.of(Defect.STAMPS_FILES, List.of("FORMAT-47")),
                Arguments.of(Defect.TAKES_ROWS_BEFORE_TABLE, List.of("FORMAT-42")),
                Arguments.of(Defect.SHARES_BUFFER, List.of("FORMAT-48")),
                Arguments.of(Defect.CLOSES_UP_COPIES, List.of("FORMAT-51")),
                Arguments.of(Defect.REFUSES_KINDS, List.of("FORMAT-53")),
                Arguments.of(Defect.TAKES_COMMENTS_FOR_TEXT, List.of("FORMAT-52")));
    }
}
