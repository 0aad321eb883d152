package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.console.Office.BUYER;
import static org.usageflow.console.Office.NOBODYS;
import static org.usageflow.console.Office.STRANGER;
import static org.usageflow.console.Office.VENDOR;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.console.Console.Run;

/** {@code submit}, {@code accept}, {@code reject}, {@code delete}. */
class DecisionCommandsTest {

    @TempDir
    private Path directory;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(directory);
    }

    @Test
    void submit_prints_the_pending_file() {
        String id = office.ready("a");

        Run run = office.as(VENDOR, "submit", id, "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().get("id").textValue()).isEqualTo(id);
        assertThat(run.json().get("status").textValue()).isEqualTo("pending");
        assertThat(run.json().get("name").textValue()).isEqualTo("May");
        assertThat(run.json().get("version").isInt()).isTrue();
        assertThat(run.json().get("records").get("pending").intValue()).isEqualTo(1);
    }

    @Test
    void accept_with_a_note_prints_the_accepted_file() {
        String id = office.pending("a");

        Run run = office.as(BUYER, "accept", id, "--note", "fine", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().get("status").textValue()).isEqualTo("accepted");
        assertThat(run.json().get("acceptanceNote").textValue()).isEqualTo("fine");
    }

    @Test
    void reject_prints_the_rejected_file_and_frees_the_record_ids() {
        String id = office.pending("a");

        Run run = office.as(BUYER, "reject", id, "--note", "too much", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().get("status").textValue()).isEqualTo("rejected");
        assertThat(run.json().get("rejectionNote").textValue()).isEqualTo("too much");
        assertThat(office.ready("a")).isNotEqualTo(id);
    }

    @Test
    void deleted_file_stays_for_its_vendor_and_its_records_leave() {
        String id = office.ready("a");

        Run run = office.as(VENDOR, "delete", id);

        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("status +deleted");
        assertThat(office.as(VENDOR, "show", id, "--json").json().get("status").textValue())
                .isEqualTo("deleted");
        assertThat(office.as(VENDOR, "records", id, "--json").json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"submit,", "accept,", "reject,--note=no", "delete,"})
    void what_does_not_exist_and_what_may_not_be_seen_print_the_same(String command, String option) {
        String id = office.ready("a");
        String[] hidden =
                option == null ? new String[] {command, id, "--json"} : new String[] {command, id, option, "--json"};
        String[] nowhere = hidden.clone();
        nowhere[1] = NOBODYS;

        Run unseen = office.as(STRANGER, hidden);
        Run missing = office.as(VENDOR, nowhere);

        assertThat(unseen.code()).isEqualTo(1);
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.json().get("error").textValue()).isEqualTo("NOT_FOUND");
        assertThat(unseen.out().replace(id, NOBODYS)).isEqualTo(missing.out());
    }

    @ParameterizedTest
    @CsvSource({"submit,,submit", "accept,,accept", "reject,--note=no,reject"})
    void draft_is_not_decided_on(String command, String option, String action) {
        String id = office.draft(Console.PR);

        Run run = option == null
                ? office.as(VENDOR, command, id, "--json")
                : office.as(VENDOR, command, id, option, "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("error").textValue()).isEqualTo("NOT_IN_STATUS");
        assertThat(run.json().get("action").textValue()).isEqualTo(action);
        assertThat(run.json().get("status").textValue()).isEqualTo("draft");
        assertThat(run.json().get("allowed")).isEqualTo(Console.parsed("[\"upload\",\"delete\"]"));
    }

    @Test
    void vendor_may_not_accept_its_own_file() {
        String id = office.pending("a");

        Run run = office.as(VENDOR, "accept", id);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("NOT_ALLOWED_TO_ACTOR: " + id + " is pending")
                .hasLineCount(1);
    }

    @Test
    void reject_needs_a_note() {
        String id = office.pending("a");

        assertThat(office.as(BUYER, "reject", id).code()).isEqualTo(2);
        assertThat(office.as(BUYER, "reject", id, "--note", " ", "--json").code())
                .isEqualTo(2);
        assertThat(office.as(BUYER, "show", id, "--json").json().get("status").textValue())
                .isEqualTo("pending");
    }

    @ParameterizedTest
    @CsvSource({"submit", "accept", "delete"})
    void wrong_use_of_a_decision(String command) {
        assertThat(office.as(VENDOR, command).code()).isEqualTo(2);
        assertThat(office.as(VENDOR, command, "x").err()).contains("UF-YYYY-MM-NNNN-NNNN");
        assertThat(office.run(command, NOBODYS).code()).isEqualTo(2);
    }
}
