package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.console.Office.BUYER;
import static org.usageflow.console.Office.STRANGER;
import static org.usageflow.console.Office.VENDOR;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.console.Console.Run;

class CloseCommandTest {

    @TempDir
    private Path directory;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(directory);
    }

    @Test
    void record_is_closed_and_then_corrected_by_the_same_party() {
        String id = office.accepted("a", "b");
        String record = office.record(id, 0);

        Run closed = office.as(BUYER, "close", record, "--billing-id", "INV-1", "--note", "May", "--json");
        Run corrected = office.as(BUYER, "close", record, "--billing-id", "INV-9", "--json");

        assertThat(closed.code()).isZero();
        assertThat(closed.json().get("id").textValue()).isEqualTo(record);
        assertThat(closed.json().get("record_id").textValue()).isEqualTo("a");
        assertThat(closed.json().get("status").textValue()).isEqualTo("closed");
        assertThat(closed.json().get("external_billing_id").textValue()).isEqualTo("INV-1");
        assertThat(closed.json().get("external_billing_note").textValue()).isEqualTo("May");
        assertThat(corrected.json().get("external_billing_id").textValue()).isEqualTo("INV-9");
        assertThat(office.as(BUYER, "show", id, "--json").json().get("status").textValue())
                .isEqualTo("accepted");
    }

    @Test
    void last_record_closes_its_file() {
        String id = office.accepted("a");

        Run run = office.as(BUYER, "close", office.record(id, 0), "--billing-id", "INV-1");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("(a) is closed with the billing id INV-1");
        assertThat(office.as(VENDOR, "show", id, "--json").json().get("status").textValue())
                .isEqualTo("closed");
    }

    @Test
    void file_is_closed_with_all_its_records() {
        String id = office.accepted("a", "b");

        Run run = office.as(BUYER, "close", id, "--billing-id", "INV-1", "--note", "all of May", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().get("status").textValue()).isEqualTo("closed");
        assertThat(run.json().get("records").get("closed").intValue()).isEqualTo(2);
        assertThat(office.as(BUYER, "records", id, "--json").json())
                .allSatisfy(each -> assertThat(each.get("external_billing_note").textValue())
                        .isEqualTo("all of May"));
    }

    @Test
    void part_is_closed_with_its_records() {
        String id = office.accepted("a", "b");
        String part = office.part(id);

        Run run = office.as(BUYER, "close", part, "--billing-id", "INV-1", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().get("id").textValue()).isEqualTo(part);
        assertThat(run.json().get("status").textValue()).isEqualTo("closed");
        assertThat(run.json().get("billingId").textValue()).isEqualTo("INV-1");
    }

    @Test
    void closed_file_is_not_closed_again() {
        String id = office.accepted("a");
        office.as(BUYER, "close", id, "--billing-id", "INV-1");

        Run run = office.as(BUYER, "close", id, "--billing-id", "INV-2", "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("error").textValue()).isEqualTo("NOT_IN_STATUS");
        assertThat(run.json().get("status").textValue()).isEqualTo("closed");
    }

    @Test
    void vendor_closes_nothing() {
        String id = office.accepted("a");

        Run file = office.as(VENDOR, "close", id, "--billing-id", "INV-1", "--json");
        Run record = office.as(VENDOR, "close", office.record(id, 0), "--billing-id", "INV-1", "--json");
        Run part = office.as(VENDOR, "close", office.part(id), "--billing-id", "INV-1", "--json");

        assertThat(file.json().get("error").textValue()).isEqualTo("NOT_ALLOWED_TO_ACTOR");
        assertThat(record.json().get("error").textValue()).isEqualTo("NOT_ALLOWED_TO_ACTOR");
        assertThat(part.json().get("error").textValue()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UF-2026-05-0000-0000", "UR-2026-05-0000-0000-0000-0001", "UFC-2026-05-0000-0000-001"})
    void what_does_not_exist_is_not_found(String id) {
        Run run = office.as(BUYER, "close", id, "--billing-id", "INV-1", "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("error").textValue()).isEqualTo("NOT_FOUND");
    }

    @Test
    void what_may_not_be_seen_prints_as_what_does_not_exist() {
        String id = office.accepted("a");
        String record = office.record(id, 0);

        Run run = office.as(STRANGER, "close", record, "--billing-id", "INV-1", "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo("{\"error\":\"NOT_FOUND\",\"message\":\"there is no usage record " + record + "\"}\n");
    }

    @Test
    void wrong_use_of_close() {
        assertThat(office.as(BUYER, "close", "RCF-2026-05-0000-0000-001", "--billing-id", "x")
                        .err())
                .contains("UF-…", "UR-…", "UFC-…");
        assertThat(office.as(BUYER, "close", Office.NOBODYS).err()).contains("--billing-id");
        assertThat(office.as(BUYER, "close", office.accepted("a"), "--billing-id", "")
                        .code())
                .isEqualTo(2);
    }
}
