package org.usageflow.verification.processed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.problem.Problem;
import org.usageflow.verification.flow.RandomUpload;
import org.usageflow.verification.processed.Loop.Turn;

/** A spreadsheet opens the processed workbook, shows its marks, and saves it such that it is judged as before. Skipped, with a line that says so, where there is no LibreOffice. */
class LibreOfficeIT {

    private static final boolean FULL = "full".equals(System.getProperty("proof"));

    @TempDir
    private Path directory;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.find(directory).orElse(null);
        if (office == null) {
            System.out.println("LibreOfficeIT is skipped: there is no 'soffice' on the path");
        }
        Assumptions.assumeTrue(office != null, "there is no 'soffice' on the path");
    }

    /** What is billed of the records. Free text may hold characters that no spreadsheet keeps. */
    private static List<List<?>> billed(Turn turn) {
        return turn.records().stream()
                .<List<?>>map(each -> Arrays.asList(
                        each.item(), each.quantity(), each.window(), each.subscription(), each.amount(), each.tier()))
                .toList();
    }

    private static RandomUpload upload(int seed) {
        return RandomUpload.correctable("XLSX", new Random(seed), 10);
    }

    @Test
    void workbook_that_was_saved_by_a_spreadsheet_is_judged_as_before() throws IOException, InterruptedException {
        for (int seed = 1; seed <= (FULL ? 20 : 4); seed++) {
            RandomUpload upload = upload(seed);
            Turn before = Loop.turn(upload);

            byte[] saved = office.convert(before.processed(), "xlsx", "xlsx");

            Turn after = Loop.turn(upload, saved);
            assertThat(after.problems()).as(upload.what()).isEqualTo(before.problems());
            assertThat(billed(after)).as(upload.what()).isEqualTo(billed(before));
            assertThat(after.report().totals())
                    .as(upload.what())
                    .isEqualTo(before.report().totals());
        }
    }

    @Test
    void marks_are_where_the_faults_are() throws IOException, InterruptedException {
        RandomUpload upload = upload(7);
        Turn turn = Loop.turn(upload);
        Marks written = Marks.of(turn.processed());

        Marks saved = Marks.of(office.convert(turn.processed(), "xlsx", "xlsx"));

        List<String> cells = turn.report().problems().stream()
                .filter(Problem::isError)
                .map(each -> "records!" + each.place().cell())
                .distinct()
                .toList();
        assertThat(cells).isNotEmpty();
        assertThat(saved.outlined()).containsExactlyInAnyOrderElementsOf(cells);
        assertThat(saved.comments().keySet()).isEqualTo(written.comments().keySet());
        assertThat(String.join("\n", saved.comments().values()))
                .contains(turn.report().problems().get(0).code().name());
    }

    @Test
    void outcomes_are_in_what_a_spreadsheet_exports() throws IOException, InterruptedException {
        RandomUpload upload = upload(7);
        Turn turn = Loop.turn(upload);

        // Comma, quotes, UTF-8, from the first line, cells as shown, every tab in a file of its own
        String filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
        String csv = new String(
                office.convert(turn.processed(), "xlsx", filter, "file-records.csv"), StandardCharsets.UTF_8);

        assertThat(csv).contains("customer_company_name").contains(",invalid,");
        for (Problem problem : turn.report().problems()) {
            assertThat(csv).contains(problem.code() + ": " + problem.place().column() + ": ");
        }
    }
}
