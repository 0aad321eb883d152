package org.usageflow.core.internal.processed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.core.internal.processed.RowOutcome.BillingFacts;
import org.usageflow.csv.CsvFormat;
import org.usageflow.error.RefusedException;
import org.usageflow.model.Capabilities;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.ProblemKey;

/** The rows of a processed file, as CSV shows them (rules §3.4). */
class ProcessedFileTest {

    private static final int FILE = 0;
    private static final int HEADER = 1;
    private static final int ROWS = ProblemKey.RECORDS;
    private static final String ADDED = "status,system_record_id,item_id,item_name,item_type,item_unit,item_period,"
            + "asset_id,asset_external_id,asset_recon_id,customer_account_id,customer_company_name,errors";
    private static final String FOUND = "PRD-1-0001,Storage,ppu,GB,monthly,AS-1,1001,recon-1,TA-1,Cyan Clinic";

    private ColumnSet columns = ColumnSet.standard(Capabilities.NONE);
    private UploadLimits limits = UploadLimits.DEFAULTS;

    private List<String> processed(String upload, Outcomes outcomes, boolean closed) throws IOException {
        var target = new ByteArrayOutputStream();
        var bytes = new ByteArrayInputStream(upload.getBytes(StandardCharsets.UTF_8));
        try (UploadSource source = UploadSource.spool(bytes, UploadLimits.DEFAULTS, null)) {
            var what = new ProcessedFile.Source(
                    new CsvFormat(), source, ReadOptions.DEFAULTS.withLimits(limits), columns, closed);
            new ProcessedFile(what).write(new GeneralSheet(), outcomes, target);
        }
        return target.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<String> processed(String upload, Outcomes outcomes) throws IOException {
        return processed(upload, outcomes, false);
    }

    @Test
    @DisplayName("rules §3.4: the added columns come behind the vendor's, in their order")
    void added_columns_come_behind_the_vendors() throws IOException {
        var outcomes = new GivenOutcomes().row(0, "valid");

        assertThat(processed("record_id,p.mine\na,b\n", outcomes))
                .containsExactly("record_id,p.mine," + ADDED, "a,b,valid,UR-0," + FOUND + ",");
    }

    @Test
    @DisplayName("rules §3.4: billing ids come once a record is closed")
    void billing_columns_come_once_a_record_is_closed() throws IOException {
        var outcomes = new GivenOutcomes()
                .row(0, "closed", new BillingFacts("B-1", "a note"))
                .row(1, "accepted");

        assertThat(processed("record_id\na\nb\n", outcomes, true))
                .containsExactly(
                        "record_id," + ADDED + ",external_billing_id,external_billing_note",
                        "a,closed,UR-0," + FOUND + ",,B-1,a note",
                        "b,accepted,UR-1," + FOUND + ",,,");
    }

    @Test
    void outcomes_of_before_are_written_over_where_they_stand() throws IOException {
        var outcomes = new GivenOutcomes()
                .row(0, "valid")
                .bareRow(1)
                .problem(ROWS, 1, 1, "record_id", ProblemCode.VALUE_REQUIRED);
        String stale = "errors,record_id," + ADDED.replace(",errors", "");

        List<String> lines = processed(
                stale + "\nVALUE_REQUIRED: old,a,invalid,UR-9,old,old,old,old,old,old,old,old,old,old\n"
                        + "old,b,invalid,UR-9,old,old,old,old,old,old,old,old,old,old\n",
                outcomes);

        assertThat(lines.get(0)).isEqualTo(stale);
        assertThat(lines.get(1)).isEqualTo(",a,valid,UR-0," + FOUND);
        assertThat(lines.get(2)).startsWith("VALUE_REQUIRED: record_id: ").endsWith(",b,invalid" + ",".repeat(11));
    }

    @Test
    @DisplayName("rules §3.4: a column whose name the upload has is not added, and stays the vendor's")
    void shared_columns_of_the_vendor_stay_as_they_are() throws IOException {
        var outcomes = new GivenOutcomes().row(0, "valid");

        List<String> lines = processed("record_id,item_name,asset_recon_id,item_unit\na,mine,too,unit\n", outcomes);

        assertThat(lines.get(0))
                .isEqualTo("record_id,item_name,asset_recon_id,item_unit,status,system_record_id,item_id,item_type,"
                        + "item_period,asset_id,asset_external_id,customer_account_id,customer_company_name,errors");
        assertThat(lines.get(1)).startsWith("a,mine,too,unit,valid,UR-0,PRD-1-0001,ppu,monthly,AS-1,1001,TA-1,");
    }

    @Test
    void description_of_an_item_that_is_not_found_stays_where_dynamic_items_are_on() throws IOException {
        columns = columns.use(Columns.ITEM_NAME, ColumnUse.OPTIONAL).use(Columns.ITEM_UNIT, ColumnUse.OPTIONAL);
        var outcomes = new GivenOutcomes().bareRow(0).row(1, "valid");

        List<String> lines =
                processed("record_id," + ADDED + "\na,,,,mine,,unit,,,,,,,\nb,,,,mine,,unit,,,,,,,\n", outcomes);

        assertThat(lines.get(1)).isEqualTo("a,invalid,,,mine,,unit,,,,,,,");
        assertThat(lines.get(2)).isEqualTo("b,valid,UR-1," + FOUND + ",");
    }

    @Test
    void hosts_column_of_an_added_name_stays_the_vendors() throws IOException {
        columns = columns.use("status", ColumnUse.REQUIRED);

        assertThat(processed("record_id,status\na,mine\n", new GivenOutcomes().row(0, "valid"))
                        .get(1))
                .startsWith("a,mine,UR-0,");
    }

    @Test
    void rows_without_an_outcome_are_copied() throws IOException {
        List<String> lines = processed("record_id\na\nb\n", new GivenOutcomes().row(1, "valid"));

        assertThat(lines.get(1)).isEqualTo("a" + ",".repeat(13));
        assertThat(lines.get(2)).startsWith("b,valid,");
    }

    @Test
    void all_problems_of_a_row_are_told_in_its_order() throws IOException {
        var outcomes = new GivenOutcomes()
                .bareRow(0)
                .problem(ROWS, 0, 1, "quantity", ProblemCode.VALUE_NOT_A_NUMBER)
                .problem(ROWS, 0, -1, null, ProblemCode.RECORD_PARAMETER_INVALID)
                .problem(ROWS, 0, 0, "record_id", ProblemCode.VALUE_DAMAGED);

        assertThat(processed("record_id,quantity\na,x\n", outcomes).get(1))
                .contains("RECORD_PARAMETER_INVALID: ")
                .containsSubsequence(
                        "RECORD_PARAMETER_INVALID",
                        " | VALUE_DAMAGED (warning): record_id: ",
                        " | VALUE_NOT_A_NUMBER: quantity: 'x' is not a number.");
    }

    @Test
    void cells_without_a_header_keep_their_columns() throws IOException {
        var outcomes = new GivenOutcomes().bareRow(0).problem(ROWS, 0, 2, null, ProblemCode.VALUE_UNEXPECTED);

        List<String> lines = processed("record_id,quantity\na,1,stray\nb,2\n", outcomes);

        assertThat(lines.get(0)).isEqualTo("record_id,quantity,," + ADDED);
        assertThat(lines.get(1)).startsWith("a,1,stray,invalid,");
        assertThat(lines.get(2)).startsWith("b,2,,");
    }

    @Test
    void added_columns_that_a_table_has_no_room_for_are_left_out_but_the_most_useful() throws IOException {
        limits = limits.withTable(4, 1_000, 10_000);

        assertThat(processed("record_id,p.a\na,b\n", new GivenOutcomes().row(0, "valid")))
                .containsExactly("record_id,p.a,status,errors", "a,b,valid,");
    }

    @Test
    @DisplayName("rules §9: text that a spreadsheet would run stays text, and numbers stay numbers")
    void formulas_are_guarded_and_numbers_are_not() throws IOException {
        var outcomes = new GivenOutcomes().row(0, "valid");

        List<String> lines = processed("record_id,quantity,p.a,p.b,v.c\n=1+1,-5,@x,-5,'=guarded\n", outcomes);

        assertThat(lines.get(1)).startsWith("'=1+1,-5,'@x,-5,'=guarded,valid,");
    }

    @Test
    void fault_of_the_header_leaves_rows_without_outcomes() throws IOException {
        var outcomes = new GivenOutcomes().problem(HEADER, 0, 1, "colour", ProblemCode.COLUMN_UNKNOWN);

        assertThat(processed("record_id,colour\na,red,stray\n", outcomes))
                .containsExactly("record_id,colour,," + ADDED, "a,red,stray" + ",".repeat(13));
    }

    @ParameterizedTest
    @EnumSource(names = {"FILE_UNREADABLE", "SHEET_MISSING", "PREREQUISITE_LISTING"})
    void upload_that_was_not_read_has_no_processed_file(ProblemCode code) {
        var outcomes = new GivenOutcomes().problem(FILE, 0, -1, null, code);

        assertThatThrownBy(() -> processed("record_id\na\n", outcomes))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo("PROCESSED_FILE_UNAVAILABLE"));
    }

    @Test
    void upload_with_columns_that_are_not_read_has_no_processed_file() {
        limits = limits.withTable(2, 1_000, 10_000);
        var outcomes = new GivenOutcomes().problem(HEADER, 0, 2, "c", ProblemCode.COLUMN_TOO_MANY);

        assertThatThrownBy(() -> processed("record_id,b,c\na\n", outcomes)).isInstanceOf(RefusedException.class);
    }

    @Test
    void upload_with_too_many_parameters_has_one() throws IOException {
        var outcomes = new GivenOutcomes().problem(HEADER, 0, 2, "v.b", ProblemCode.COLUMN_TOO_MANY);

        assertThat(processed("record_id,v.a,v.b\na\n", outcomes)).hasSize(2);
    }

    @Test
    void nil_report_keeps_its_header() throws IOException {
        var outcomes = new GivenOutcomes().problem(FILE, 0, -1, null, ProblemCode.FILE_NO_RECORDS);

        assertThat(processed("record_id\n", outcomes)).containsExactly("record_id," + ADDED);
    }

    @Test
    void text_longer_than_a_cell_is_kept_in_csv() throws IOException {
        limits = limits.withTable(100, 10, 100_000);
        String note = "n".repeat(5_000);

        assertThat(processed("record_id,p.note\na," + note + "\n", new GivenOutcomes().bareRow(0))
                        .get(1))
                .startsWith("a," + note + ",invalid,");
    }

    @Test
    void row_of_very_many_problems_tells_every_code() throws IOException {
        String header =
                IntStream.range(0, 900).mapToObj(i -> "p.c" + i).collect(Collectors.joining(",", "record_id,", "\n"));
        var outcomes = new GivenOutcomes().bareRow(0);
        for (int i = 0; i < 900; i++) {
            outcomes.problem(ROWS, 0, i, "p.c" + i, ProblemCode.VALUE_HAS_CONTROL_CHARACTER);
        }

        String line = processed(header + "a\n", outcomes).get(1);

        assertThat(line.split("VALUE_HAS_CONTROL_CHARACTER", -1)).hasSize(901);
        assertThat(line.length()).isLessThan(34_000);
    }
}
