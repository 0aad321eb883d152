package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.console.Office.BUYER;
import static org.usageflow.console.Office.NOBODYS;
import static org.usageflow.console.Office.STRANGER;
import static org.usageflow.console.Office.VENDOR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.console.Console.Run;

class ProcessedCommandTest {

    @TempDir
    private Path directory;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(directory);
    }

    @Test
    void processed_file_has_the_format_of_the_upload() throws IOException {
        String id = office.accepted("a", "b");
        Path target = directory.resolve("processed.out");

        Run run = office.as(BUYER, "processed", id, "-o", target.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("wrote " + target + "\n");
        assertThat(Files.readAllLines(target))
                .hasSize(3)
                .last()
                .satisfies(each -> assertThat(each).contains(",accepted,UR" + id.substring(2)));
    }

    @Test
    void processed_file_in_other_formats_reads_the_same() throws IOException {
        String id = office.accepted("a", "b");
        Path xlsx = directory.resolve("p.xlsx");
        Path lines = directory.resolve("p.jsonl");
        Path again = directory.resolve("again.csv");

        assertThat(office.as(BUYER, "processed", id, "-o", xlsx.toString(), "--format", "xlsx")
                        .code())
                .isZero();
        Run json = office.as(BUYER, "processed", id, "-o", lines.toString(), "--format", "jsonl", "--json");
        Files.copy(lines, again);

        assertThat(json.json().get("format").textValue()).isEqualTo("jsonl");
        assertThat(Files.readAllLines(lines))
                .hasSize(2)
                .first()
                .satisfies(each -> assertThat(each).contains("\"record_id\":\"a\"", "\"status\":\"accepted\""));
        Run judged = office.console().validate(Console.PR, xlsx, "--json");
        assertThat(judged.json().get("totals"))
                .isEqualTo(Console.parsed("{\"quantity\":\"4\",\"amount\":{\"EUR\":\"80.32\"}}"));
        assertThat(office.console().validate(Console.PR, again, "--json").json().get("problems"))
                .isEmpty();
    }

    @Test
    void processed_text_is_printed_and_a_workbook_is_not() throws IOException {
        String text = office.ready("ä");
        String sheet = office.draft(Console.PR);
        Path xlsx = directory.resolve("p.xlsx");
        office.as(VENDOR, "processed", text, "--format", "xlsx", "-o", xlsx.toString());
        office.as(VENDOR, "delete", text);
        assertThat(office.as(VENDOR, "upload", sheet, xlsx.toString()).code()).isZero();

        Run workbook = office.as(VENDOR, "processed", sheet);
        Run printed = office.as(VENDOR, "processed", sheet, "--format", "csv");

        assertThat(workbook.code()).isEqualTo(2);
        assertThat(workbook.out()).isEmpty();
        assertThat(workbook.err()).contains("name it with -o");
        assertThat(printed.code()).isZero();
        assertThat(printed.out()).startsWith("record_id,").contains("\r\nä,").contains(",valid,UR-");
    }

    @Test
    void nothing_judged_is_refused_and_nothing_written() {
        String id = office.draft(Console.PR);
        Path target = directory.resolve("p.csv");

        Run run = office.as(VENDOR, "processed", id, "-o", target.toString(), "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("error").textValue()).isEqualTo("PROCESSED_FILE_UNAVAILABLE");
        assertThat(target).doesNotExist();
    }

    @Test
    void what_may_not_be_seen_and_what_does_not_exist_print_the_same() {
        String id = office.accepted("a");
        String target = directory.resolve("p.csv").toString();

        Run unseen = office.as(STRANGER, "processed", id, "-o", target, "--json");
        Run missing = office.as(VENDOR, "processed", NOBODYS, "-o", target, "--json");

        assertThat(unseen.code()).isEqualTo(1);
        assertThat(unseen.out().replace(id, NOBODYS)).isEqualTo(missing.out());
    }

    @Test
    void json_without_a_target_is_wrong_use() {
        assertThat(office.as(VENDOR, "processed", NOBODYS, "--json").code()).isEqualTo(2);
        assertThat(office.as(VENDOR, "processed", NOBODYS, "--format", "xlsx").code())
                .isEqualTo(2);
    }
}
