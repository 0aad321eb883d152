package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.console.Office.BUYER;
import static org.usageflow.console.Office.VENDOR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.console.Console.Run;

class PartCommandTest {

    private static final String NOBODYS = "UFC-2026-05-0000-0000-001";

    @TempDir
    private Path directory;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(directory);
    }

    @Test
    void part_is_shown_and_its_records_written_in_every_format() throws IOException {
        String part = office.part(office.accepted("a", "b"));
        Path xlsx = directory.resolve("part.xlsx");
        Path csv = directory.resolve("part.csv");

        Run shown = office.as(BUYER, "part", "get", part, "--json");
        Run words = office.as(BUYER, "part", "get", part);
        Run written = office.as(BUYER, "part", "get", part, "-o", xlsx.toString(), "--json");
        office.as(BUYER, "part", "get", part, "-o", csv.toString());
        Run lines = office.as(BUYER, "part", "get", part, "--format", "jsonl");

        assertThat(shown.json().get("id").textValue()).isEqualTo(part);
        assertThat(shown.json().get("status").textValue()).isEqualTo("ready");
        assertThat(words.out()).containsPattern("records +2 accepted");
        assertThat(written.out()).isEqualTo(shown.out());
        assertThat(Files.readAllBytes(xlsx)).startsWith('P', 'K');
        assertThat(Files.readAllLines(csv)).hasSize(3);
        assertThat(lines.out().lines())
                .hasSize(2)
                .first()
                .satisfies(each -> assertThat(each).contains("\"record_id\":\"a\""));
    }

    @Test
    void part_is_made_again_when_a_record_of_it_was_closed() {
        String id = office.accepted("a", "b");
        String part = office.part(id);
        office.as(BUYER, "close", office.record(id, 0), "--billing-id", "INV-1");
        Run outdated = office.as(BUYER, "part", "get", part, "--json");

        Run run = office.as(BUYER, "part", "regenerate", part, "--json");

        assertThat(outdated.json().get("outdated").booleanValue()).isTrue();
        assertThat(run.code()).isZero();
        assertThat(run.json().get("outdated").booleanValue()).isFalse();
        assertThat(run.json().get("records").get("closed").intValue()).isEqualTo(1);
    }

    @Test
    void part_is_closed_once() {
        String id = office.accepted("a", "b");
        String part = office.part(id);

        Run closed = office.as(BUYER, "part", "close", part, "--billing-id", "INV-1", "--note", "May", "--json");
        Run again = office.as(BUYER, "part", "close", part, "--billing-id", "INV-2", "--json");

        assertThat(closed.code()).isZero();
        assertThat(closed.json().get("status").textValue()).isEqualTo("closed");
        assertThat(closed.json().get("billingNote").textValue()).isEqualTo("May");
        assertThat(office.as(BUYER, "show", id, "--json").json().get("status").textValue())
                .isEqualTo("closed");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.json().get("error").textValue()).isEqualTo("NOT_IN_STATUS");
        assertThat(again.json().get("status").textValue()).isEqualTo("closed");
    }

    @ParameterizedTest
    @CsvSource({"get,", "regenerate,", "close,--billing-id=x"})
    void part_that_may_not_be_seen_prints_as_one_that_does_not_exist(String action, String option) {
        String part = office.part(office.accepted("a"));
        String more = option == null ? "--catalog=" + office.console().catalogFile() : option;

        Run unseen = office.as(VENDOR, "part", action, part, more, "--json");
        Run missing = office.as(BUYER, "part", action, NOBODYS, more, "--json");

        assertThat(unseen.code()).isEqualTo(1);
        assertThat(missing.json().get("error").textValue()).isEqualTo("NOT_FOUND");
        assertThat(unseen.out().replace(part, NOBODYS)).isEqualTo(missing.out());
    }

    @Test
    void wrong_use_of_part() {
        assertThat(Console.run("part").code()).isEqualTo(2);
        assertThat(office.as(BUYER, "part", "get").code()).isEqualTo(2);
        assertThat(office.as(BUYER, "part", "get", "UF-2026-05-0000-0000").code())
                .isEqualTo(2);
        assertThat(office.as(BUYER, "part", "get", NOBODYS, "--format", "xlsx").code())
                .isEqualTo(2);
        assertThat(office.as(BUYER, "part", "close", NOBODYS).err()).contains("--billing-id");
    }
}
