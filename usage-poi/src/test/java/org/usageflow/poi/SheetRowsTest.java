package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.poi.BrokenWorkbooks.HEADER;
import static org.usageflow.poi.BrokenWorkbooks.ROW;
import static org.usageflow.poi.BrokenWorkbooks.inline;
import static org.usageflow.poi.BrokenWorkbooks.ofRows;
import static org.usageflow.poi.BrokenWorkbooks.sound;
import static org.usageflow.poi.Reading.cell;
import static org.usageflow.poi.Reading.fault;
import static org.usageflow.poi.Reading.records;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedRow;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

class SheetRowsTest {

    @Test
    void sheet_of_the_least_is_read() {
        RecordedTable table = records(sound().bytes());

        assertThat(table.source().headers()).containsExactly("record_id", "quantity");
        assertThat(table.rows())
                .containsExactly(new RecordedRow(
                        2, 0, List.of(cell(CellKind.TEXT, "R-1"), cell(CellKind.SPREADSHEET_NUMBER, "4.50"))));
    }

    @Test
    void rows_and_cells_without_references_follow_each_other() {
        byte[] workbook = ofRows("<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c r='B5'><v>3</v></c></row>"
                        + "<row><c/><c><v>4</v></c></row>")
                .bytes();

        RecordedTable table = records(workbook);

        assertThat(table.source().headers()).containsExactly("1", "2");
        assertThat(table.rows()).extracting(RecordedRow::number).containsExactly(5L, 6L);
        assertThat(table.rows()).extracting(RecordedRow::position).containsExactly(3L, 4L);
        assertThat(table.rows()).extracting(row -> row.cell(1).text()).containsExactly("3", "4");
    }

    @Test
    void header_is_the_first_row_that_is_not_blank() {
        byte[] workbook = ofRows("<row r='2'/><row r='3'><c r='A3' t='str'><v>  </v></c></row>"
                        + "<row r='7'><c r='A7' t='str'><v> a </v></c><c r='C7' t='str'><v>c</v></c><c r='D7' t='str'><v> </v></c></row>"
                        + "<row r='9'><c r='C9'><v>1</v></c></row>")
                .bytes();

        RecordedTable table = records(workbook);

        assertThat(table.source().headers()).containsExactly(" a ", "", "c");
        assertThat(table.source().placeOfHeader(2, "c")).isEqualTo(new Place("records", 7L, "c", "C7", null));
        assertThat(table.rows().get(0).position()).isEqualTo(1);
    }

    @Test
    void sheet_without_rows_has_an_empty_header() {
        assertThat(records(ofRows("").bytes()).source().headers()).isEmpty();
        assertThat(records(ofRows("<row r='1'><c r='A1' s='1'/></row>").bytes())
                        .source()
                        .headers())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='1'/>",
                "<row r='0'/>",
                "<row r='-1'/>",
                "<row r='1048577'/>",
                "<row r='x'/>",
                "<row r=''/>",
                "<row r='9'/><row r='8'/>",
                "<row r='1048576'/><row/>",
                "<row r='99999999999'/>"
            })
    void rows_out_of_order_are_unreadable(String rows) {
        assertThat(fault(ofRows(HEADER + rows).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
    }

    @Test
    void last_row_and_column_of_a_sheet_are_read() {
        byte[] workbook = ofRows(
                        "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>9</v></c></row>")
                .bytes();

        RecordedRow row = records(workbook).rows().get(0);

        assertThat(row.number()).isEqualTo(1_048_576);
        assertThat(row.cell(16_383).text()).isEqualTo("9");
    }

    @Test
    void cells_beyond_the_header_give_the_first_alone() {
        byte[] workbook = ofRows(HEADER
                        + "<row r='2'><c r='A2'><v>1</v></c><c r='C2' t='str'><v> </v></c><c r='D2'><v>2</v></c>"
                        + "<c r='E2'><v>3</v></c></row>")
                .bytes();

        RecordedRow row = records(workbook).rows().get(0);

        assertThat(row.cells()).hasSize(4);
        assertThat(row.cell(2).kind()).isEqualTo(CellKind.BLANK);
        assertThat(row.cell(3).text()).isEqualTo("2");
    }

    @Test
    void headers_beyond_the_limit_are_cut_after_one_more() {
        var limits = UploadLimits.DEFAULTS.withTable(2, 100, 1_000);
        String header =
                "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='C1'><v>3</v></c><c r='D1'><v>4</v></c></row>";

        RecordingSink three = Reading.read(ofRows(header).bytes(), limits);
        RecordingSink far =
                Reading.read(ofRows("<row r='1'><c r='XX1'><v>4</v></c></row>").bytes(), limits);

        assertThat(three.table(TableName.RECORDS).source().headers()).containsExactly("1", "2", "3");
        assertThat(far.table(TableName.RECORDS).source().headers()).containsExactly("", "", "");
    }

    @Test
    void row_beyond_the_limit_of_characters_is_too_large_at_its_place() {
        var limits = UploadLimits.DEFAULTS.withTable(10, 100, 20);

        RecordingSink sink =
                Reading.read(ofRows(inline("short", "x".repeat(21))).bytes(), limits);

        assertThat(sink.rows()).isEqualTo(1);
        assertThat(sink.faults().get(0).code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
        assertThat(sink.faults().get(0).place()).isEqualTo(new Place("records", 3L, null, null, null));
        assertThat(sink.faults().get(0).arguments()).containsEntry("limit", "20");
    }

    @Test
    void fault_in_a_row_names_tab_and_row() {
        RecordingSink sink = Reading.read(
                ofRows(HEADER + ROW + "<row r='3'><c r='A3' t='?'/></row>").bytes());

        assertThat(sink.faults().get(0).place()).isEqualTo(new Place("records", 3L, null, null, null));
        assertThat(sink.rows()).isEqualTo(1);
    }
}
