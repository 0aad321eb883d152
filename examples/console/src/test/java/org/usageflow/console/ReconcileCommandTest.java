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
import org.usageflow.console.Console.Run;

class ReconcileCommandTest {

    private static final String HEADER = "record_id,external_billing_id";

    @TempDir
    private Path directory;

    private Office office;
    private String id;

    @BeforeEach
    void acceptFile() {
        office = new Office(directory);
        id = office.accepted("a", "b");
    }

    @Test
    void rows_close_records_and_the_last_one_the_file() {
        String file =
                office.console().upload("r.csv", HEADER, "a,INV-1", "b,INV-2").toString();

        Run run = office.as(BUYER, "reconcile", id, file, "--json");
        Run again = office.as(BUYER, "reconcile", id, file, "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().fieldNames())
                .toIterable()
                .containsExactly("id", "status", "closed", "refused", "unchanged", "rows", "differences");
        assertThat(run.json().get("status").textValue()).isEqualTo("processed");
        assertThat(run.json().get("closed").intValue()).isEqualTo(2);
        assertThat(run.json().get("refused").intValue()).isZero();
        assertThat(run.json().get("rows")).isEmpty();
        assertThat(run.json().get("differences").isObject()).isTrue();
        assertThat(again.code()).isZero();
        assertThat(again.json().get("unchanged").intValue()).isEqualTo(2);
        assertThat(office.as(VENDOR, "show", id, "--json").json().get("status").textValue())
                .isEqualTo("closed");
    }

    @Test
    void refused_rows_are_listed_and_the_others_apply() {
        String file =
                office.console().upload("r.csv", HEADER, "a,INV-1", "z,INV-2").toString();

        Run run = office.as(BUYER, "reconcile", id, file, "--json");
        Run words = office.as(BUYER, "reconcile", id, file);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("closed").intValue()).isEqualTo(1);
        assertThat(run.json().get("refused").intValue()).isEqualTo(1);
        assertThat(run.json().get("rows")).hasSize(1);
        assertThat(run.json().get("rows").get(0).get("row").intValue()).isEqualTo(3);
        assertThat(run.json().get("rows").get(0).get("code").textValue()).isEqualTo("RECONCILIATION_UNKNOWN_RECORD");
        assertThat(words.code()).isEqualTo(1);
        assertThat(words.out())
                .contains("0 rows closed a record, 1 changed nothing, 1 are refused")
                .contains("line 3", "RECONCILIATION_UNKNOWN_RECORD");
    }

    @Test
    void file_that_is_no_reconciliation_file_fails() {
        String file =
                office.console().upload("r.csv", "record_id,quantity", "a,1").toString();

        Run run = office.as(BUYER, "reconcile", id, file, "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("status").textValue()).isEqualTo("failed");
        assertThat(run.json().get("closed").intValue()).isZero();
        assertThat(run.json().get("rows").get(0).get("code").textValue()).isEqualTo("COLUMN_MISSING");
    }

    @Test
    void part_with_billing_ids_filled_in_is_a_reconciliation_file() {
        String part = office.part(id);
        String csv = office.as(BUYER, "part", "get", part, "--format", "csv").out();
        String[] lines = csv.lines().toArray(String[]::new);
        assertThat(lines[0]).endsWith("external_billing_id,external_billing_note");
        for (int i = 1; i < lines.length; i++) {
            lines[i] = lines[i].replaceFirst(",$", "INV-" + i + ",");
        }

        Run run = office.as(
                BUYER,
                "reconcile",
                id,
                office.console().upload("filled.csv", lines).toString(),
                "--json");

        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.json().get("closed").intValue()).isEqualTo(2);
    }

    @Test
    void reconciliation_is_the_buyers() {
        String file = office.console().upload("r.csv", HEADER, "a,INV-1").toString();

        Run vendor = office.as(VENDOR, "reconcile", id, file, "--json");
        Run unseen = office.as(STRANGER, "reconcile", id, file, "--json");
        Run missing = office.as(BUYER, "reconcile", NOBODYS, file, "--json");

        assertThat(vendor.code()).isEqualTo(1);
        assertThat(vendor.json().get("error").textValue()).isEqualTo("NOT_ALLOWED_TO_ACTOR");
        assertThat(unseen.code()).isEqualTo(1);
        assertThat(unseen.out().replace(id, NOBODYS)).isEqualTo(missing.out());
    }

    @Test
    void wrong_use_of_reconcile() {
        assertThat(office.as(BUYER, "reconcile", id).code()).isEqualTo(2);
        assertThat(office.as(BUYER, "reconcile", id, "none.csv").code()).isEqualTo(2);
        assertThat(office.as(BUYER, "reconcile", id, directory.toString()).code())
                .isEqualTo(2);
    }
}
