package org.usageflow.testkit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.usageflow.model.TextRules;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.testkit.format.RecordingSink.RecordedCell;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

/** Rules on headers and cells: what goes in comes out. */
abstract class FormatContentRules extends FormatRules {

    private static final int SPREADSHEET_DIGITS = 15;

    @Test
    @DisplayName("FORMAT-03 MUST: headers come back as written, in order")
    void headers_of_any_spelling_come_back_as_written() throws IOException {
        var headers = List.of(" Record_ID ", "v.größe", "V.Upper Case", "v.a,\"b\";c", "v.two\nlines", "p.日本");
        TestTable table = TestTable.ofTexts(headers, List.of(List.of("a", "b", "c", "d", "e", "f")));

        assertThat(roundTrip(table).source().headers()).containsExactlyElementsOf(headers);
    }

    @TestFactory
    @DisplayName("FORMAT-04 MUST: text comes back exactly")
    Stream<DynamicTest> text_of_any_kind_comes_back_exactly() {
        return NastyTexts.all().stream().map(text -> DynamicTest.dynamicTest(visible(text), () -> comesBack(text)));
    }

    private void comesBack(String text) throws IOException {
        var rows = List.of(List.of(text, text), List.of("R-2", "next"));

        RecordedTable read = roundTrip(TestTable.ofTexts(List.of("record_id", "v.text"), rows));

        assertThat(read.rows()).as("rows").hasSize(2);
        assertThat(read.meaning(0, "record_id")).isEqualTo(text);
        assertThat(read.meaning(0, "v.text")).isEqualTo(text);
        assertThat(read.meaning(1, "record_id")).isEqualTo("R-2");
        assertThat(read.meaning(1, "v.text")).isEqualTo("next");
    }

    @Test
    @DisplayName("FORMAT-05 MUST: nasty texts come back exactly side by side and one below the other")
    void texts_in_one_file_come_back_exactly() throws IOException {
        List<String> texts = NastyTexts.all();

        RecordedTable read = roundTrip(TestTable.withIds("v.text", texts));

        assertThat(read.rows()).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(read.meaning(i, "v.text")).as("row %s", i).isEqualTo(texts.get(i));
        }
    }

    @Test
    @DisplayName("FORMAT-06 MUST: text of the greatest length comes back exactly")
    void text_of_the_greatest_length_comes_back_exactly() throws IOException {
        String longest = "0123456789".repeat(3_277).substring(0, UploadLimits.DEFAULTS.cellChars());

        RecordedTable read = roundTrip(TestTable.withIds("v.text", List.of(longest, "next")));

        assertThat(read.meaning(0, "v.text").equals(longest))
                .as("the whole text")
                .isTrue();
        assertThat(read.meaning(1, "v.text")).isEqualTo("next");
    }

    @Test
    @DisplayName("FORMAT-07 MUST: text that looks like a number, time or truth value is of kind TEXT")
    void text_that_looks_like_something_else_stays_text() throws IOException {
        List<String> texts = NastyTexts.lookalikes();

        RecordedTable read = roundTrip(TestTable.withIds("v.text", texts));

        for (int i = 0; i < texts.size(); i++) {
            assertThat(read.cell(i, "v.text").kind()).as(texts.get(i)).isEqualTo(CellKind.TEXT);
        }
    }

    @Test
    @DisplayName(
            "FORMAT-08 MUST: text that a spreadsheet would run as a formula stays text, guarded where the format has guards")
    void text_that_begins_a_formula_stays_text() throws IOException {
        List<String> texts = NastyTexts.formulas();

        RecordedTable read = roundTrip(TestTable.withIds("v.text", texts));

        boolean guards = read.source().apostrophes();
        for (int i = 0; i < texts.size(); i++) {
            String written = guards ? FormulaGuard.given(texts.get(i)) : texts.get(i);
            assertThat(read.cell(i, "v.text")).isEqualTo(new RecordedCell(CellKind.TEXT, written));
        }
    }

    @TestFactory
    @DisplayName("FORMAT-09 MUST: numbers come back with every digit and without a guard")
    Stream<DynamicTest> number_of_any_length_comes_back_with_every_digit() {
        return Stream.of(
                        "0",
                        "1",
                        "-1",
                        "4.0000",
                        "0.1",
                        "-0.5",
                        "562.24",
                        "-0.00000001",
                        "554027867388",
                        "123456789012345",
                        "1234567890123456",
                        "0.123456789012345678",
                        "9007199254740993",
                        "-12345678901234567890.12345678",
                        "123456789012345678901234567890.12345678",
                        "99999999999999999999999999999999999999",
                        "1E+2",
                        "12e-3")
                .map(digits -> DynamicTest.dynamicTest(digits, () -> numberComesBack(digits)));
    }

    private void numberComesBack(String digits) throws IOException {
        var columns =
                List.of(OutputColumn.text("record_id"), OutputColumn.plain("quantity"), OutputColumn.text("v.number"));
        var row = List.of(TestTable.text("R-1"), TestTable.number(digits), TestTable.number(digits));

        RecordedTable read = roundTrip(new TestTable("records", columns, List.of(row)));

        assertNumber(read.cell(0, "quantity"), new BigDecimal(digits));
        assertNumber(read.cell(0, "v.number"), new BigDecimal(digits));
    }

    private static void assertNumber(RecordedCell cell, BigDecimal number) {
        assertThat(cell.kind()).isIn(CellKind.NUMBER, CellKind.SPREADSHEET_NUMBER, CellKind.TEXT);
        assertThat(new BigDecimal(cell.text())).isEqualByComparingTo(number);
        if (number.stripTrailingZeros().precision() > SPREADSHEET_DIGITS) {
            assertThat(cell.kind())
                    .as("a spreadsheet's number holds 15 digits")
                    .isNotEqualTo(CellKind.SPREADSHEET_NUMBER);
        }
    }

    @Test
    @DisplayName("FORMAT-10 MUST: blank cells stay blank, at the start, in the middle and at the end of a row")
    void cells_that_are_blank_stay_blank() throws IOException {
        var headers = List.of("record_id", "v.a", "v.b", "v.c");
        var rows = List.of(
                List.of("R-1", "a", "b", "c"),
                List.of("", "a", "", "c"),
                List.of("R-3", "", "", ""),
                List.of("R-4"),
                List.of("", "", "", "c"),
                List.of("R-6", "  ", "\u00A0", "c"));

        RecordedTable read = roundTrip(TestTable.ofTexts(headers, rows));

        assertThat(read.rows()).hasSameSizeAs(rows);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < headers.size(); column++) {
                String written = column < rows.get(row).size() ? rows.get(row).get(column) : "";
                assertSame(read.meaning(row, headers.get(column)), written);
            }
        }
    }

    private static void assertSame(String read, String written) {
        if (TextRules.isBlank(written)) {
            assertThat(TextRules.isBlank(read)).as("'%s' is blank", read).isTrue();
        } else {
            assertThat(read).isEqualTo(written);
        }
    }

    @Test
    @DisplayName("FORMAT-11 MUST: columns that are blank in every row change nothing about the others")
    void columns_that_are_always_blank_change_nothing() throws IOException {
        var headers = List.of("record_id", "v.never", "v.a", "v.last");
        var rows = List.of(List.of("R-1", "", "a1"), List.of("R-2", "", "a2"));

        RecordedTable read = roundTrip(TestTable.ofTexts(headers, rows));

        assertThat(read.rows()).hasSize(2);
        assertThat(read.meaning(1, "record_id")).isEqualTo("R-2");
        assertThat(read.meaning(1, "v.a")).isEqualTo("a2");
        assertThat(read.meaning(1, "v.never")).isEmpty();
        assertThat(read.meaning(1, "v.last")).isEmpty();
    }
}
