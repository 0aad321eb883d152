package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.console.Office.BUYER;
import static org.usageflow.console.Office.NOBODYS;
import static org.usageflow.console.Office.RESELLER;
import static org.usageflow.console.Office.STRANGER;
import static org.usageflow.console.Office.VENDOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.console.Console.Run;

/** {@code show}, {@code history}, {@code records}, {@code problems}, {@code parts}, and the files that they write. */
class QueryCommandsTest {

    @TempDir
    private Path directory;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "history", "records", "problems", "parts"})
    void what_may_not_be_seen_and_what_does_not_exist_print_the_same(String query) {
        String id = office.accepted("a");

        Run unseen = office.as(STRANGER, query, id, "--json");
        Run missing = office.as(VENDOR, query, NOBODYS, "--json");
        Run words = office.as(STRANGER, query, id);

        assertThat(unseen.code()).isEqualTo(1);
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.out())
                .isEqualTo("{\"error\":\"NOT_FOUND\",\"message\":\"there is no usage file " + NOBODYS + "\"}\n");
        assertThat(unseen.out().replace(id, NOBODYS)).isEqualTo(missing.out());
        assertThat(words.out()).isEqualTo("NOT_FOUND: there is no usage file " + id + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "history", "records", "problems", "parts", "processed"})
    void wrong_use_of_a_query(String query) {
        assertThat(office.as(VENDOR, query).code()).isEqualTo(2);
        assertThat(office.as(VENDOR, query, "UF-5").code()).isEqualTo(2);
        assertThat(office.run(query, NOBODYS).err()).contains("--as");
        assertThat(office.as(VENDOR, query, NOBODYS, "-o", directory.toString()).code())
                .isEqualTo(2);
        assertThat(office.as(
                                VENDOR,
                                query,
                                NOBODYS,
                                "-o",
                                directory.resolve("no/where.csv").toString())
                        .err())
                .contains("there is no directory");
    }

    @Test
    void show_prints_the_file_and_writes_the_same_document() throws IOException {
        String id = office.accepted("a", "b");
        Path target = directory.resolve("file.json");

        Run shown = office.as(VENDOR, "show", id, "--json");
        Run written = office.as(VENDOR, "show", id, "-o", target.toString());

        assertThat(shown.json().get("records").get("accepted").intValue()).isEqualTo(2);
        assertThat(shown.json().get("upload").get("records").get("read").intValue())
                .isEqualTo(2);
        assertThat(shown.json().get("upload").get("totals"))
                .isEqualTo(Console.parsed("{\"quantity\":\"4\",\"amount\":{\"EUR\":\"80.32\"}}"));
        assertThat(written.code()).isZero();
        assertThat(Files.readString(target)).isEqualTo(shown.out());
    }

    @Test
    void reseller_sees_its_part_of_an_accepted_file() {
        String id = office.accepted("a");

        Run none = office.as(RESELLER, "show", id, "--json");

        // The records' subscription is not sold by it
        assertThat(none.code()).isEqualTo(1);
    }

    @Test
    void history_entries_have_seven_members() {
        String id = office.pending("a");
        office.as(BUYER, "reject", id, "--note", "too much");

        JsonNode history = office.as(VENDOR, "history", id, "--json").json();

        assertThat(history.isArray()).isTrue();
        assertThat(history).hasSize(6).allSatisfy(each -> {
            assertThat(each.fieldNames())
                    .toIterable()
                    .containsExactly("at", "action", "from", "to", "actor", "user", "note");
            assertThat(Instant.parse(each.get("at").textValue())).isBefore(Instant.parse("2200-01-01T00:00:00Z"));
        });
        assertThat(history.get(0).get("from").isNull()).isTrue();
        assertThat(history.get(0).get("to").textValue()).isEqualTo("draft");
        assertThat(history.get(2).get("actor").textValue()).startsWith("system:");
        assertThat(history.get(2).get("user").isNull()).isTrue();
        JsonNode last = history.get(5);
        assertThat(last.get("action").textValue()).isEqualTo("reject");
        assertThat(last.get("from").textValue()).isEqualTo("pending");
        assertThat(last.get("to").textValue()).isEqualTo("rejected");
        assertThat(last.get("actor").textValue()).isEqualTo("distributor:PA-520-300");
        assertThat(last.get("user").textValue()).isEqualTo("ben");
        assertThat(last.get("note").textValue()).isEqualTo("too much");
    }

    @Test
    void records_as_json_lines_have_these_members() {
        String id = office.draft(Console.TR);
        Path upload = office.console()
                .upload(
                        "tr.csv",
                        Uploads.HEADER + ",amount,tier,v.region",
                        Uploads.tr("a", "4.0000", "10.50", "0") + ",north",
                        Uploads.tr("b", "4", "9", "1") + ",north",
                        Uploads.tr("c", "4", "8", "2") + ",north");
        Run uploaded = office.as(VENDOR, "upload", id, upload.toString(), "--json");
        assertThat(uploaded.code()).as(uploaded.out()).isZero();

        Run run = office.as(VENDOR, "records", id, "--format", "jsonl");

        assertThat(run.code()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(3);
        JsonNode record = Console.parsed(lines.get(0));
        assertThat(record.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "record_id",
                        "status",
                        "row",
                        "item_id",
                        "item_mpn",
                        "asset_id",
                        "quantity",
                        "amount",
                        "currency",
                        "tier",
                        "start",
                        "end",
                        "category_id",
                        "params",
                        "external_billing_id",
                        "external_billing_note");
        assertThat(record.get("id").textValue()).isEqualTo("UR" + id.substring(2) + "-0000-0001");
        assertThat(record.get("status").textValue()).isEqualTo("validated");
        assertThat(record.get("row").intValue()).isEqualTo(2);
        assertThat(record.get("item_id").textValue()).isEqualTo("PRD-410-200-004-0001");
        assertThat(record.get("item_mpn").textValue()).isEqualTo("PAGE");
        assertThat(record.get("asset_id").textValue()).isEqualTo("AS-4100-0004-0001");
        assertThat(record.get("quantity").textValue()).isEqualTo("4");
        assertThat(record.get("amount").textValue()).isEqualTo("10.5");
        assertThat(record.get("currency").textValue()).isEqualTo("EUR");
        assertThat(record.get("tier").intValue()).isZero();
        assertThat(record.get("start").textValue()).isEqualTo("2026-05-01T00:00:00Z");
        assertThat(record.get("end").textValue()).isEqualTo("2026-05-08T00:00:00Z");
        assertThat(record.get("category_id").isNull()).isTrue();
        assertThat(record.get("params")).isEqualTo(Console.parsed("{\"region\":\"north\"}"));
        assertThat(record.get("external_billing_id").isNull()).isTrue();
    }

    @Test
    void records_in_every_form_are_the_same() throws IOException {
        String id = office.accepted("a", "b", "c");
        String lines = office.as(BUYER, "records", id, "--format", "jsonl").out();
        Path json = directory.resolve("r.json");
        Path jsonl = directory.resolve("r.jsonl");
        Path csv = directory.resolve("r.csv");
        Path xlsx = directory.resolve("r.bin");

        Run array = office.as(BUYER, "records", id, "--json");
        assertThat(office.as(BUYER, "records", id, "-o", json.toString()).code())
                .isZero();
        assertThat(office.as(BUYER, "records", id, "-o", jsonl.toString()).code())
                .isZero();
        Run told = office.as(BUYER, "records", id, "-o", csv.toString(), "--json");
        Run words = office.as(BUYER, "records", id, "--format", "xlsx", "-o", xlsx.toString());
        Run printed = office.as(BUYER, "records", id, "--format", "csv");

        assertThat(array.out()).isEqualTo("[" + lines.strip().replace("\n", ",") + "]\n");
        assertThat(Files.readString(json)).isEqualTo(array.out());
        assertThat(Files.readString(jsonl)).isEqualTo(lines);
        assertThat(told.json().get("file").textValue()).isEqualTo(csv.toString());
        assertThat(told.json().get("count").intValue()).isEqualTo(3);
        assertThat(words.out()).isEqualTo("wrote " + xlsx + ": 3 records\n");
        assertThat(Files.readString(csv)).isEqualTo(printed.out());
        assertThat(Files.readAllLines(csv))
                .hasSize(4)
                .first()
                .isEqualTo(
                        "id,record_id,status,row,item_id,item_mpn,asset_id,quantity,amount,currency,tier,start,end,category_id,external_billing_id,external_billing_note");
        assertThat(Files.readAllBytes(xlsx)).startsWith('P', 'K');
    }

    @Test
    void parameters_of_records_are_columns_of_a_sheet() {
        String id = office.draft(Console.PR);
        Path upload = office.console()
                .upload(
                        "p.csv",
                        Uploads.HEADER + ",amount,v.region,v.plan",
                        Uploads.pr("a", "1", "20.08") + ",=north,",
                        Uploads.pr("b", "1", "20.08") + ",,gold");
        office.as(VENDOR, "upload", id, upload.toString());

        List<String> lines = office.as(VENDOR, "records", id, "--format", "csv")
                .out()
                .lines()
                .toList();

        assertThat(lines.get(0)).contains(",v.region,v.plan,");
        assertThat(lines.get(1)).contains(",'=north,,");
        assertThat(lines.get(2)).contains(",,gold,");
    }

    @Test
    void rows_in_error_are_records_without_what_could_not_be_read() {
        String id = office.draft(Console.PR);
        office.as(
                VENDOR,
                "upload",
                id,
                office.prices("f.csv", Uploads.pr("", "x", "1")).toString());

        JsonNode record = office.as(VENDOR, "records", id, "--json").json().get(0);

        assertThat(record.get("status").textValue()).isEqualTo("invalid");
        assertThat(record.get("record_id").isNull()).isTrue();
        assertThat(record.get("quantity").isNull()).isTrue();
        assertThat(record.get("params")).isEmpty();
        assertThat(office.as(VENDOR, "records", id).out()).doesNotContain("null");
    }

    @Test
    void records_of_a_draft_are_none() {
        String id = office.draft(Console.PR);

        assertThat(office.as(VENDOR, "records", id, "--json").out()).isEqualTo("[]\n");
        assertThat(office.as(VENDOR, "records", id, "--format", "jsonl").out()).isEmpty();
        assertThat(office.as(VENDOR, "records", id).out()).isEqualTo("no records\n");
    }

    @Test
    void more_records_than_a_page_are_all_listed() {
        String[] keys = new String[1_203];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = "k" + i;
        }
        String id = office.ready(keys);

        Run lines = office.as(VENDOR, "records", id, "--format", "jsonl");
        Run words = office.as(VENDOR, "records", id);

        assertThat(lines.out().lines()).hasSize(1_203);
        assertThat(words.out().lines().filter(each -> each.contains(" validated ")))
                .hasSize(1_203);
    }

    @Test
    void problems_are_those_of_validate() {
        String id = office.draft(Console.PR);
        Path faulty = office.prices("f.csv", Uploads.pr("a", "x", "-1"), Uploads.pr("a", "1", "1"));
        Run uploaded = office.as(VENDOR, "upload", id, faulty.toString(), "--json");

        Run problems = office.as(VENDOR, "problems", id, "--json");
        Run words = office.as(VENDOR, "problems", id);
        Run lines = office.as(VENDOR, "problems", id, "--format", "jsonl");

        assertThat(problems.code()).isZero();
        assertThat(problems.json()).hasSize(3).isEqualTo(uploaded.json().get("problems"));
        assertThat(lines.out().lines()).hasSize(3);
        assertThat(words.out()).contains("line 2", "VALUE_NOT_A_NUMBER", "RECORD_NEGATIVE", "RECORD_ID_DUPLICATE");
        assertThat(office.as(VENDOR, "problems", office.ready("b"), "--json").out())
                .isEqualTo("[]\n");
    }

    @Test
    void parts_are_the_buyers_alone() {
        String id = office.accepted("a");

        Run run = office.as(BUYER, "parts", id, "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json()).hasSize(1);
        JsonNode part = run.json().get(0);
        assertThat(part.get("id").textValue()).isEqualTo("UFC" + id.substring(2) + "-001");
        assertThat(part.get("status").textValue()).isEqualTo("ready");
        assertThat(part.get("file").textValue()).isEqualTo(id);
        assertThat(part.get("hub").textValue()).isEqualTo("HB-5200-0001");
        assertThat(part.get("outdated").booleanValue()).isFalse();
        assertThat(part.get("records").get("accepted").intValue()).isEqualTo(1);
        assertThat(office.as(VENDOR, "parts", id, "--json").out()).isEqualTo("[]\n");
    }

    @Test
    void workbook_goes_to_a_file_alone() {
        assertThat(office.as(VENDOR, "records", NOBODYS, "--format", "xlsx").err())
                .contains("name it with -o");
        assertThat(office.as(VENDOR, "history", NOBODYS, "--format", "pdf").code())
                .isEqualTo(2);
        assertThat(office.as(VENDOR, "show", NOBODYS, "--format", "csv").code()).isEqualTo(2);
    }

    @Test
    void file_that_cannot_be_listed_is_not_written() {
        Path target = directory.resolve("none.jsonl");

        assertThat(office.as(VENDOR, "records", NOBODYS, "-o", target.toString())
                        .code())
                .isEqualTo(1);
        assertThat(target).doesNotExist();
    }
}
