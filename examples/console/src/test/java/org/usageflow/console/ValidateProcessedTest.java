package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.console.Uploads.HEADER;
import static org.usageflow.console.Uploads.cr;
import static org.usageflow.console.Uploads.qt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.console.Console.Run;

/** {@code validate --processed}: the processed file beside the report. */
class ValidateProcessedTest {

    private static final String ADDED = ",status,system_record_id,item_id,item_name,item_type,item_unit,item_period,"
            + "asset_id,asset_external_id,asset_recon_id,customer_account_id,customer_company_name,errors";

    @TempDir
    private Path directory;

    private Console console;

    @BeforeEach
    void begin() {
        console = new Console(directory);
    }

    private Path target(String name) {
        return directory.resolve(name);
    }

    private List<Path> drafts() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(each -> each.getFileName().toString().endsWith(".part"))
                    .toList();
        }
    }

    @Test
    void processed_csv_has_the_rows_with_their_outcomes() throws IOException {
        Path file = console.upload("qt.csv", HEADER, qt("a", "4"), "", qt("b", "x7"));

        Run run = console.validate(
                Console.QT, file, "--processed", target("out.csv").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        List<String> lines = Files.readAllLines(target("out.csv"));
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo(HEADER + ADDED);
        assertThat(lines.get(1)).startsWith(qt("a", "4") + ",valid,,").endsWith(",");
        assertThat(lines.get(2)).isEmpty();
        assertThat(lines.get(3))
                .startsWith(qt("b", "x7") + ",invalid,,")
                .endsWith(",VALUE_NOT_A_NUMBER: quantity: 'x7' is not a number.");
        assertThat(drafts()).isEmpty();
    }

    @Test
    void report_is_the_same_with_and_without_a_processed_file() {
        Path file = console.upload("qt.csv", HEADER, qt("a", "4"), qt("b", "x7"));

        Run with = console.validate(
                Console.QT, file, "--json", "--processed", target("out.csv").toString());

        assertThat(with.out())
                .isEqualTo(console.validate(Console.QT, file, "--json").out());
    }

    @Test
    void processed_file_that_is_judged_again_gives_the_same_report() {
        Path file = console.upload("qt.csv", HEADER, qt("a", "4"), qt("b", "x7"), qt("a", "5"));
        console.validate(Console.QT, file, "--processed", target("out.csv").toString());

        Run again = console.validate(Console.QT, target("out.csv"), "--json");

        Run first = console.validate(Console.QT, file, "--json");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.json().get("problems")).isEqualTo(first.json().get("problems"));
        assertThat(again.json().get("totals")).isEqualTo(first.json().get("totals"));
    }

    @Test
    void valid_upload_is_done_and_written() throws IOException {
        Path file = console.upload("cr.jsonl", cr("a", "4", "10"));

        Run run = console.validate(
                Console.CR, file, "--processed", target("out.jsonl").toString());

        assertThat(run.code()).isZero();
        assertThat(Files.readString(target("out.jsonl")))
                .startsWith("{\"record_id\":\"a\"")
                .contains("\"status\":\"valid\"");
    }

    @Test
    void json_array_stays_an_array() throws IOException {
        Path file = console.upload("cr.json", "[" + cr("a", "4", "10") + "]");

        console.validate(Console.CR, file, "--processed", target("out.json").toString());

        assertThat(Files.readString(target("out.json")))
                .startsWith("[{\"record_id\":\"a\"")
                .endsWith("}\n]\n");
    }

    @Test
    void suspended_rows_say_so() throws IOException {
        Path file = console.upload("qt.csv", HEADER, qt("a", "4"), qt("b", "x7"));

        Run run = console.validate(
                Console.QT,
                file,
                "--policy",
                "acceptance=partial",
                "--processed",
                target("out.csv").toString());

        assertThat(run.code()).isZero();
        assertThat(Files.readString(target("out.csv"))).contains(",valid,").contains(",suspended,");
    }

    @Test
    void upload_that_cannot_be_read_has_no_processed_file_and_keeps_its_code() throws IOException {
        Path file = console.upload("qt.csv", HEADER, "\"a");
        Path target = Files.writeString(target("out.csv"), "as it was");

        Run run = console.validate(Console.QT, file, "--processed", target.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("FILE_UNREADABLE");
        assertThat(run.err()).contains("is not written: there is no processed file of this upload");
        assertThat(target).hasContent("as it was");
        assertThat(drafts()).isEmpty();
    }

    @Test
    void fault_of_the_header_leaves_the_rows_as_they_are() throws IOException {
        Path file = console.upload("qt.csv", HEADER + ",colour", qt("a", "4") + ",red");

        Run run = console.validate(
                Console.QT, file, "--processed", target("out.csv").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(Files.readAllLines(target("out.csv")))
                .containsExactly(HEADER + ",colour" + ADDED, qt("a", "4") + ",red" + ",".repeat(13));
    }

    @Test
    void directory_as_target_is_wrong_use() {
        Path file = console.upload("qt.csv", HEADER, qt("a", "4"));

        Run run = console.validate(Console.QT, file, "--processed", directory.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("is a directory");
    }
}
