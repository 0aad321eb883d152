package org.usageflow.verification.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemMessages;

class ProblemMessagesTest {

    /** What a message's words may refer to. */
    private static final Set<String> ARGUMENTS = Set.of(
            "attribute",
            "character",
            "column",
            "contract",
            "criteria",
            "date",
            "detail",
            "end",
            "expected",
            "first",
            "from",
            "highest",
            "limit",
            "party",
            "position",
            "price",
            "product",
            "read",
            "reason",
            "record",
            "seller",
            "sheet",
            "start",
            "tier",
            "to",
            "type",
            "usage",
            "value",
            "what");

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    private static final Problem TOO_PRECISE =
            Problem.of(ProblemCode.VALUE_TOO_PRECISE, Place.FILE, "1.23", Map.of("limit", "1"));

    private final ProblemMessages english = ProblemMessages.english();

    @Nested
    class English {

        @ParameterizedTest
        @EnumSource
        void every_code_has_a_message_a_cause_and_a_cure(ProblemCode code) {
            String message = english.message(Problem.of(code, Place.FILE, null, Map.of()));

            assertThat(message).matches("(?s).*\\S.*[.]");
            assertThat(english.cause(code)).matches("\\S.*[.]").doesNotContain("{");
            assertThat(english.cure(code)).matches("\\S.*[.]").doesNotContain("{");
        }

        @ParameterizedTest
        @EnumSource
        void a_message_refers_to_known_arguments_alone(ProblemCode code) {
            String pattern = ResourceBundle.getBundle("org.usageflow.problem.messages", Locale.ROOT)
                    .getString(code + ".message");

            Matcher matcher = BRACES.matcher(pattern);
            while (matcher.find()) {
                assertThat(ARGUMENTS).contains(matcher.group(1));
            }
            assertThat(BRACES.matcher(pattern).replaceAll("")).doesNotContain("{", "}");
        }

        @Test
        void bundle_has_no_words_for_codes_that_do_not_exist() {
            Set<String> keys = ResourceBundle.getBundle("org.usageflow.problem.messages", Locale.ROOT)
                    .keySet();

            assertThat(keys).hasSize(3 * ProblemCode.values().length);
        }
    }

    @Nested
    class Words {

        @Test
        void arguments_and_the_raw_value_are_filled_in() {
            assertThat(english.message(TOO_PRECISE)).isEqualTo("1.23 has more than 1 decimals.");
        }

        @Test
        void an_argument_named_value_stands_before_the_raw_value() {
            Problem problem = Problem.of(ProblemCode.RECORD_NEGATIVE, Place.FILE, "raw", Map.of("value", "-1"));

            assertThat(english.message(problem)).isEqualTo("-1 is negative.");
        }

        @Test
        void what_is_not_given_is_a_question_mark() {
            Problem problem = Problem.of(ProblemCode.VALUE_TOO_PRECISE, Place.FILE, null, Map.of());

            assertThat(english.message(problem)).isEqualTo("? has more than ? decimals.");
        }

        @Test
        void braces_in_values_are_left_alone() {
            Problem problem =
                    Problem.of(ProblemCode.VALUE_TOO_PRECISE, Place.FILE, "{limit}", Map.of("limit", "{value}"));

            assertThat(english.message(problem)).isEqualTo("{limit} has more than {value} decimals.");
        }
    }

    @Nested
    class AnotherLanguage {

        private final ProblemMessages german = ProblemMessages.of(new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {
                    {"VALUE_TOO_PRECISE.message", "{value} hat mehr als {limit} Nachkommastellen."},
                    {"VALUE_TOO_PRECISE.cause", "Die Zahl ist zu genau."},
                    {"VALUE_REQUIRED.message", "Hier fehlt etwas: {column"}
                };
            }
        });

        @Test
        void words_are_the_hosts() {
            assertThat(german.message(TOO_PRECISE)).isEqualTo("1.23 hat mehr als 1 Nachkommastellen.");
            assertThat(german.cause(ProblemCode.VALUE_TOO_PRECISE)).isEqualTo("Die Zahl ist zu genau.");
        }

        @Test
        void english_stands_in_for_what_they_lack() {
            assertThat(german.cure(ProblemCode.VALUE_TOO_PRECISE))
                    .isEqualTo(english.cure(ProblemCode.VALUE_TOO_PRECISE));
            assertThat(german.message(Problem.of(ProblemCode.FILE_ENCRYPTED, Place.FILE, null, Map.of())))
                    .isEqualTo("The file is protected by a password.");
        }

        @Test
        void a_brace_that_is_not_closed_is_text() {
            assertThat(german.message(Problem.of(ProblemCode.VALUE_REQUIRED, Place.FILE, null, Map.of())))
                    .isEqualTo("Hier fehlt etwas: {column");
        }
    }
}
