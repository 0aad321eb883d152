package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.console.Office.BUYER;
import static org.usageflow.console.Office.RESELLER;
import static org.usageflow.console.Office.VENDOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.console.Console.Run;
import org.usageflow.databases.TestDatabases;

/** Files from draft to closed: three actors, and every command opens the database anew. */
class LifeOfAFileTest {

    @TempDir
    private Path directory;

    @Test
    void file_lives_from_draft_to_closed_on_h2() {
        walk(new Office(directory));
    }

    @Test
    void file_lives_from_draft_to_closed_on_postgresql() {
        walk(new Office(directory, TestDatabases.postgresql().url()));
    }

    private static void walk(Office office) {
        String id = office.draft(Console.PR);
        Path faulty = office.prices("faulty.csv", Uploads.pr("a", "x", "10"), Uploads.pr("b", "2", "40.16"));
        Path good = office.prices("good.csv", Uploads.pr("a", "1", "20.08"), Uploads.pr("b", "2", "40.16"));

        assertThat(office.as(BUYER, "show", id).code()).isEqualTo(1);
        assertThat(office.as(VENDOR, "upload", id, faulty.toString()).code()).isEqualTo(1);
        assertThat(status(office.as(VENDOR, "upload", id, good.toString(), "--json")))
                .isEqualTo("ready");
        assertThat(status(office.as(VENDOR, "submit", id, "--json"))).isEqualTo("pending");
        assertThat(status(office.as(BUYER, "reject", id, "--note", "again", "--json")))
                .isEqualTo("rejected");
        assertThat(status(office.as(VENDOR, "upload", id, good.toString(), "--json")))
                .isEqualTo("ready");
        assertThat(status(office.as(VENDOR, "submit", id, "--json"))).isEqualTo("pending");
        assertThat(office.as(RESELLER, "show", id).code()).isEqualTo(1);
        assertThat(status(office.as(BUYER, "accept", id, "--note", "fine", "--json")))
                .isEqualTo("accepted");
        String first = office.record(id, 0);
        assertThat(status(office.as(BUYER, "close", first, "--billing-id", "INV-1", "--json")))
                .isEqualTo("closed");
        assertThat(status(office.as(BUYER, "show", id, "--json"))).isEqualTo("accepted");
        assertThat(status(office.as(BUYER, "close", id, "--billing-id", "INV-2", "--json")))
                .isEqualTo("closed");
        assertThat(billingIds(office, id)).containsExactly("INV-1", "INV-2");
        assertThat(actions(office, id, VENDOR))
                .containsExactly(
                        "create",
                        "upload",
                        "process",
                        "fail",
                        "upload",
                        "process",
                        "pass",
                        "submit",
                        "reject",
                        "upload",
                        "process",
                        "pass",
                        "submit",
                        "accept",
                        "close_records",
                        "close");
        assertThat(actions(office, id, BUYER)).startsWith("submit", "reject", "submit", "accept", "make_part");
    }

    private static String status(Run run) {
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        return run.json().get("status").textValue();
    }

    private static List<String> billingIds(Office office, String id) {
        return values(office.as(VENDOR, "records", id, "--json").json(), "external_billing_id");
    }

    private static List<String> actions(Office office, String id, String actor) {
        return values(office.as(actor, "history", id, "--json").json(), "action");
    }

    private static List<String> values(JsonNode array, String member) {
        var values = new ArrayList<String>();
        array.forEach(each -> values.add(each.get(member).textValue()));
        return values;
    }
}
