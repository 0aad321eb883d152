package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.model.ReportedRecord;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;

/** How identifiers and free text are read from cells (rules §3.1, §3.3, §9). */
class IdentifierRulesTest {

    private final Bench bench = Bench.of(QT);

    private List<String> problems(GivenRow... rows) {
        return Bench.lines(bench.judge(rows));
    }

    @ParameterizedTest
    @CsvSource({
        "SPREADSHEET_NUMBER, 554027867388, 554027867388",
        "SPREADSHEET_NUMBER, 5.54027867388E11, 554027867388",
        "SPREADSHEET_NUMBER, 554027867388.0, 554027867388",
        "NUMBER, 12345678901234567890, 12345678901234567890",
        "SPREADSHEET_DATE, 44385, 2021-07-08",
        "SPREADSHEET_DATE, 44385.25, 2021-07-08 06:00:00",
        "SPREADSHEET_DATE, -5, -5",
        "NUMBER, 1e99, 1e99",
        "BOOLEAN, TRUE, TRUE",
        "TEXT, Cafe\u0301, Caf\u00E9"
    })
    @DisplayName("rules §3.3: an identifier in a numeric cell is its exact integer text")
    void identifier_of_any_kind_of_cell_is_text(CellKind kind, String text, String expected) {
        assertThat(bench.read(row("R-1").with("record_id", kind, text)).key().value())
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("rules §3.3: VALUE_DAMAGED for a numeric identifier beyond 15 digits")
    void damaged_identifier_is_a_warning() {
        assertThat(problems(row("R-1").with("record_id", CellKind.SPREADSHEET_NUMBER, "12345678901234567")))
                .containsExactly("2 record_id VALUE_DAMAGED (warning) [12345678901234567]");
    }

    @Test
    @DisplayName("rules §3.3: any other Unicode is kept in free text, NFC in identifiers only")
    void free_text_is_kept_as_written() {
        String note = "Cafe\u0301 \uD83D\uDE00\tand\r\nmore";

        ReportedRecord record = bench.read(row("R-1").with("record_note", note).with("v.city", " Zu\u0308rich"));

        assertThat(record.note()).isEqualTo(note);
        assertThat(record.parameters()).containsExactly(Map.entry("city", " Zu\u0308rich"));
    }

    @Test
    void columns_of_every_kind_are_read_into_the_record() {
        ReportedRecord record = bench.read(row("R-1")
                .with("v.Zone ", "b")
                .with("category_id", "C-1")
                .with("asset_recon_id", "RC-1")
                .with("v.empty", " ")
                .with("v.alpha", "a"));

        assertThat(record.category()).hasToString("C-1");
        assertThat(record.assetReconId()).isEqualTo("RC-1");
        assertThat(record.parameters()).containsExactly(Map.entry("zone", "b"), Map.entry("alpha", "a"));
    }

    @ParameterizedTest
    @CsvSource({"record_id, 255", "item_search_value, 255", "asset_search_value, 255", "record_note, 4000", "v.x, 4000"
    })
    @DisplayName("rules §3.1: length limits")
    void text_beyond_its_limit_is_told(String column, int limit) {
        String longest = "x".repeat(limit);

        ValidationReport fits = bench.judge(row("R-1").with(column, longest));
        ValidationReport beyond = bench.judge(row("R-1").with(column, longest + "y"));

        assertThat(fits.countByCode()).doesNotContainKey(ProblemCode.VALUE_TOO_LONG);
        assertThat(beyond.countByCode()).containsOnly(Map.entry(ProblemCode.VALUE_TOO_LONG, 1L));
        assertThat(beyond.problems().get(0).arguments()).containsEntry("limit", Integer.toString(limit));
    }

    @ParameterizedTest
    @CsvSource({"record_id", "record_note", "v.x", "category_id", "asset_recon_id"})
    @DisplayName("rules §3.3: control characters and lone surrogates are problems")
    void forbidden_character_is_told_with_its_position(String column) {
        ValidationReport control = bench.judge(row("R-1").with(column, "ab\u0001"));
        ValidationReport surrogate = bench.judge(row("R-1").with(column, "\uD83D"));

        assertThat(Bench.lines(control)).containsExactly("2 " + column + " VALUE_HAS_CONTROL_CHARACTER [ab\u0001]");
        assertThat(control.problems().get(0).arguments())
                .containsEntry("character", "U+0001")
                .containsEntry("position", "3");
        assertThat(surrogate.problems().get(0).arguments()).containsEntry("character", "U+D83D");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "'=1+1, =1+1",
                "''=1+1, '=1+1",
                "'@x, @x",
                "'-5, -5",
                "'+5, +5",
                "O'Hara, O'Hara",
                "'quoted', 'quoted'",
                "', '"
            })
    @DisplayName("rules §9: in CSV one apostrophe is taken off what would run as a formula")
    void guard_is_taken_off_where_the_format_has_it(String written, String meant) {
        GivenRow row = row("R-1").with("record_id", written);

        assertThat(bench.read(GivenUpload.records(row).withApostrophes()).key().value())
                .isEqualTo(meant);
        assertThat(bench.read(GivenUpload.records(row)).key().value()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record_id", "item_search_value", "asset_search_value"})
    @DisplayName("rules §3.1, §9: what is left behind the guard may be blank")
    void guarded_blank_is_blank(String column) {
        GivenUpload upload = GivenUpload.records(row("R-1").with(column, "'\t")).withApostrophes();

        assertThat(Bench.lines(bench.judge(upload))).containsExactly("2 " + column + " VALUE_REQUIRED [\t]");
    }

    @Test
    void guarded_blank_of_an_optional_column_is_absent() {
        GivenRow row = row("R-1").with("category_id", "'\t").with("v.x", "'\r").with("record_note", "'\t ");

        ReportedRecord record =
                bench.read(GivenUpload.records(row).withApostrophes().categories("C-1"));

        assertThat(record.category()).isNull();
        assertThat(record.note()).isNull();
        assertThat(record.parameters()).isEmpty();
    }
}
