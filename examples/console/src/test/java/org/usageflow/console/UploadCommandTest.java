package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.console.Office.BUYER;
import static org.usageflow.console.Office.NOBODYS;
import static org.usageflow.console.Office.STRANGER;
import static org.usageflow.console.Office.VENDOR;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.console.Console.Run;

class UploadCommandTest {

    @TempDir
    private Path directory;

    private Office office;
    private String id;

    @BeforeEach
    void createDraft() {
        office = new Office(directory);
        id = office.draft(Console.PR);
    }

    @Test
    void upload_prints_the_document_of_validate_with_id_and_status_ready() {
        Path file = office.prices("good.csv", Uploads.pr("a", "2", "40.16"));
        Run judged = office.console().validate(Console.PR, file, "--period", Office.PERIOD, "--json");

        Run run = office.as(VENDOR, "upload", id, file.toString(), "--json");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.json().get("status").textValue()).isEqualTo("ready");
        assertThat(run.json().get("id").textValue()).isEqualTo(id);
        var document = (ObjectNode) run.json();
        document.remove("id");
        document.put("status", "valid");
        assertThat(document + "\n").isEqualTo(judged.out());
    }

    @Test
    void upload_with_faults_is_invalid_and_lists_them_as_validate_does() {
        Path file = office.prices("faulty.csv", Uploads.pr("a", "x7", "10"));
        Run judged = office.console().validate(Console.PR, file, "--period", Office.PERIOD, "--json");

        Run run = office.as(VENDOR, "upload", id, file.toString(), "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("status").textValue()).isEqualTo("invalid");
        assertThat(run.json().get("problems")).isEqualTo(judged.json().get("problems"));
        assertThat(run.json().get("problems").get(0).get("code").textValue()).isEqualTo("VALUE_NOT_A_NUMBER");
    }

    @Test
    void upload_for_people_says_where_the_file_stands_and_every_fault() {
        Path file = office.prices("faulty.csv", Uploads.pr("a", "x7", "10"));

        Run run = office.as(VENDOR, "upload", id, file.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith(id + " is invalid\n").contains("line 2", "VALUE_NOT_A_NUMBER");
    }

    @Test
    void same_bytes_again_give_the_first_outcome() {
        Path file = office.prices("good.csv", Uploads.pr("a", "2", "40.16"));
        Run first = office.as(VENDOR, "upload", id, file.toString(), "--json");

        Run again = office.as(VENDOR, "upload", id, file.toString(), "--json");

        assertThat(again.code()).isZero();
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(office.as(VENDOR, "history", id, "--json").json()).hasSize(4);
    }

    @Test
    void record_ids_of_a_live_file_are_refused_at_their_cells() {
        office.ready("a", "b");
        Path file = office.prices("again.csv", Uploads.pr("c", "1", "20.08"), Uploads.pr("b", "1", "20.08"));

        Run run = office.as(VENDOR, "upload", id, file.toString(), "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("problems")).hasSize(1);
        assertThat(run.json().get("problems").get(0).get("code").textValue()).isEqualTo("RECORD_ID_ALREADY_REPORTED");
        assertThat(run.json().get("problems").get(0).get("row").intValue()).isEqualTo(3);
    }

    @Test
    void what_may_not_be_seen_and_what_does_not_exist_print_the_same() {
        String file = office.prices("good.csv", Uploads.pr("a", "2", "40.16")).toString();

        Run unseen = office.as(STRANGER, "upload", id, file, "--json");
        Run missing = office.as(VENDOR, "upload", NOBODYS, file, "--json");

        assertThat(unseen.code()).isEqualTo(1);
        assertThat(unseen.out().replace(id, NOBODYS)).isEqualTo(missing.out());
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.out())
                .isEqualTo("{\"error\":\"NOT_FOUND\",\"message\":\"there is no usage file " + NOBODYS + "\"}\n");
    }

    @Test
    void upload_to_a_pending_file_is_refused_with_status_and_action() {
        String pending = office.pending("p");
        String file = office.prices("good.csv", Uploads.pr("a", "2", "40.16")).toString();

        Run byVendor = office.as(VENDOR, "upload", pending, file, "--json");
        Run byBuyer = office.as(BUYER, "upload", pending, file, "--json");

        assertThat(byVendor.code()).isEqualTo(1);
        assertThat(byVendor.json().get("error").textValue()).isEqualTo("NOT_IN_STATUS");
        assertThat(byVendor.json().get("status").textValue()).isEqualTo("pending");
        assertThat(byVendor.json().get("action").textValue()).isEqualTo("upload");
        assertThat(byVendor.json().get("allowed")).isEmpty();
        assertThat(byBuyer.json().get("allowed")).isEqualTo(Console.parsed("[\"reject\",\"accept\"]"));
    }

    @Test
    void wrong_use_is_told_before_anything_is_done() {
        assertThat(office.as(VENDOR, "upload", id, "none.csv").code()).isEqualTo(2);
        assertThat(office.as(VENDOR, "upload", id, directory.toString()).code()).isEqualTo(2);
        assertThat(office.as(VENDOR, "upload", id).code()).isEqualTo(2);
        assertThat(office.as(VENDOR, "upload", "UF-1", "none.csv").code()).isEqualTo(2);
        assertThat(office.run("upload", id, "none.csv").err()).contains("--as");
        assertThat(office.as(VENDOR, "history", id, "--json").json()).hasSize(1);
    }
}
