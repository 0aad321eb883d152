package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.console.Console.Run;

class CreateCommandTest {

    @TempDir
    private Path directory;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(directory);
    }

    @Test
    void create_prints_the_draft() {
        Run run = office.create(Console.PR, "--external-id", "may-1");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode file = run.json();
        assertThat(file.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "status",
                        "version",
                        "name",
                        "description",
                        "note",
                        "externalId",
                        "product",
                        "contract",
                        "marketplace",
                        "vendor",
                        "buyer",
                        "schema",
                        "period",
                        "currency",
                        "environment",
                        "kind",
                        "records",
                        "upload",
                        "acceptanceNote",
                        "rejectionNote",
                        "error",
                        "supersededBy",
                        "createdAt");
        assertThat(file.get("id").textValue()).matches("UF-\\d{4}-\\d{2}-\\d{4}-\\d{4}");
        assertThat(file.get("status").textValue()).isEqualTo("draft");
        assertThat(file.get("version").intValue()).isEqualTo(1);
        assertThat(file.get("name").textValue()).isEqualTo("May");
        assertThat(file.get("externalId").textValue()).isEqualTo("may-1");
        assertThat(file.get("currency").textValue()).isEqualTo("EUR");
        assertThat(file.get("period"))
                .isEqualTo(Console.parsed("{\"start\":\"2026-05-01T00:00:00Z\",\"end\":\"2026-06-01T00:00:00Z\"}"));
        assertThat(file.get("upload").isNull()).isTrue();
    }

    @Test
    void create_for_people_is_a_table() {
        Run run = office.as(
                Office.VENDOR,
                "create",
                "--catalog",
                office.console().catalogFile().toString(),
                "--product",
                Console.QT,
                "--contract",
                Office.CONTRACT,
                "--marketplace",
                Office.MARKETPLACE,
                "--period",
                Office.PERIOD,
                "--environment",
                "preview",
                "--name",
                "A rehearsal");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("usage file +UF-")
                .containsPattern("name +A rehearsal")
                .containsPattern("environment +preview, actual");
    }

    @Test
    void same_request_with_an_external_id_prints_the_same_file() {
        Run first = office.create(Console.PR, "--external-id", "may-1");

        Run again = office.create(Console.PR, "--external-id", "may-1");

        assertThat(again.code()).isZero();
        assertThat(again.out()).isEqualTo(first.out());
    }

    @Test
    void different_request_under_the_same_external_id_is_refused_and_names_the_fields() {
        String id = office.create(Console.PR, "--external-id", "may-1")
                .json()
                .get("id")
                .textValue();

        Run other = office.create(Console.PR, "--external-id", "may-1", "--environment", "preview");

        assertThat(other.code()).isEqualTo(1);
        assertThat(other.json().get("error").textValue()).isEqualTo("EXTERNAL_ID_CONFLICT");
        assertThat(other.json().get("id").textValue()).isEqualTo(id);
        assertThat(other.json().get("fields")).isEqualTo(Console.parsed("[\"environment\"]"));
        assertThat(other.json().get("message").textValue()).contains("environment");
    }

    @Test
    void prerequisite_that_does_not_hold_is_the_reason_of_the_refusal() {
        office.console()
                .catalog(catalog -> ((ObjectNode) catalog.get("contracts").get(0)).put("programActive", false));

        Run run = office.create(Console.PR);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("error").textValue()).isEqualTo("PREREQUISITE_PROGRAM_CONTRACT");
        assertThat(run.json().get("problems")).hasSize(1);
    }

    @Test
    void currency_that_contradicts_the_marketplace_is_refused() {
        Run run = office.create(Console.PR, "--currency", "USD");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("error").textValue()).isEqualTo("CURRENCY_CONTRADICTS_MARKETPLACE");
    }

    @Test
    void product_that_does_not_exist_and_that_of_another_vendor_print_the_same() {
        office.console()
                .catalog(catalog -> catalog.withArray("accounts")
                        .addObject()
                        .put("id", "VA-999-999")
                        .put("name", "Other")
                        .put("role", "vendor"));
        String[] line = {
            "create",
            "--catalog",
            office.console().catalogFile().toString(),
            "--product",
            Console.PR,
            "--contract",
            Office.CONTRACT,
            "--marketplace",
            Office.MARKETPLACE,
            "--period",
            Office.PERIOD,
            "--name",
            "x",
            "--json"
        };

        Run missing = office.create("PRD-999-999-999");
        Run others = office.as("vendor:VA-999-999", line);

        assertThat(missing.code()).isEqualTo(1);
        assertThat(others.code()).isEqualTo(1);
        assertThat(missing.out()).isEqualTo(others.out().replace(Console.PR, "PRD-999-999-999"));
        assertThat(missing.json().get("error").textValue()).isEqualTo("NOT_FOUND");
    }

    @Test
    void buyer_may_not_create() {
        Run run = office.as(
                Office.BUYER,
                "create",
                "--catalog",
                office.console().catalogFile().toString(),
                "--product",
                Console.PR,
                "--contract",
                Office.CONTRACT,
                "--marketplace",
                Office.MARKETPLACE,
                "--period",
                Office.PERIOD,
                "--name",
                "x",
                "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("error").textValue()).isEqualTo("NOT_ALLOWED_TO_ACTOR");
        assertThat(run.json().get("action").textValue()).isEqualTo("create");
        assertThat(run.json().get("status").isNull()).isTrue();
        assertThat(run.json().get("allowed")).isEmpty();
    }

    @Test
    void create_without_a_catalog_uses_the_one_of_the_last_create() {
        office.draft(Console.PR);

        Run run = office.as(
                Office.VENDOR,
                "create",
                "--product",
                Console.QT,
                "--contract",
                Office.CONTRACT,
                "--marketplace",
                Office.MARKETPLACE,
                "--period",
                Office.PERIOD,
                "--name",
                "x",
                "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().get("product").textValue()).isEqualTo(Console.QT);
    }

    @Test
    void later_create_replaces_the_stored_catalog() throws IOException {
        String id = office.draft(Console.PR);
        Path upload = office.prices("a.csv", Uploads.pr("a", "1", "20.08"));
        office.console()
                .catalog(catalog -> ((ObjectNode)
                                catalog.get("products").get(1).get("items").get(0))
                        .put("mpn", "TEXT"));
        office.draft(Console.QT);

        Run run = office.as(Office.VENDOR, "upload", id, upload.toString(), "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("problems").get(0).get("code").textValue()).isEqualTo("ITEM_UNKNOWN");
        assertThat(Files.exists(directory.resolve("usage.mv.db"))).isTrue();
    }

    @Test
    void refused_create_leaves_the_stored_catalog_alone() {
        String id = office.draft(Console.PR);
        Path upload = office.prices("a.csv", Uploads.pr("a", "1", "20.08"));
        office.console().catalog(catalog -> {
            ((ObjectNode) catalog.get("contracts").get(0)).put("programActive", false);
            ((ObjectNode) catalog.get("products").get(1).get("items").get(0)).put("mpn", "TEXT");
        });
        assertThat(office.create(Console.QT).code()).isEqualTo(1);

        Run run = office.as(Office.VENDOR, "upload", id, upload.toString());

        assertThat(run.code()).isZero();
    }

    @Test
    void no_catalog_at_all_is_wrong_use() {
        Run run = office.as(
                Office.VENDOR,
                "create",
                "--product",
                Console.QT,
                "--contract",
                Office.CONTRACT,
                "--marketplace",
                Office.MARKETPLACE,
                "--period",
                Office.PERIOD,
                "--name",
                "x",
                "--json");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no catalog is stored in this database").hasLineCount(1);
    }

    @Test
    void faulty_catalog_is_unreadable() {
        office.console().catalog(catalog -> catalog.put("surprise", 1));

        Run run = office.create(Console.PR);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("$.surprise: unknown member");
    }

    @Test
    void blank_name_is_wrong_use() {
        Run run = office.as(
                Office.VENDOR,
                "create",
                "--catalog",
                office.console().catalogFile().toString(),
                "--product",
                Console.QT,
                "--contract",
                Office.CONTRACT,
                "--marketplace",
                Office.MARKETPLACE,
                "--period",
                Office.PERIOD,
                "--name",
                " ");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("name").hasLineCount(1);
    }

    @Test
    void unreadable_arguments_are_wrong_use() {
        assertThat(office.create(Console.PR, "--environment", "moon").code()).isEqualTo(2);
        assertThat(office.create(Console.PR, "--kind", "guess").code()).isEqualTo(2);
        assertThat(office.create(Console.PR, "--currency", "EURO").code()).isEqualTo(2);
        assertThat(office.as("customer:C-1", "list").code()).isEqualTo(2);
        assertThat(office.as("vendor", "list").err()).contains("role:account[:user]");
    }
}
