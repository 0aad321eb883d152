package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.console.Uploads.HEADER;
import static org.usageflow.console.Uploads.cr;
import static org.usageflow.console.Uploads.pr;
import static org.usageflow.console.Uploads.qt;
import static org.usageflow.console.Uploads.tr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.console.Console.Run;

/** The JSON document of {@code validate}, letter by letter. */
class ValidateJsonTest {

    @TempDir
    private Path directory;

    private Console console;

    @BeforeEach
    void begin() {
        console = new Console(directory);
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode withoutMessages(JsonNode report) {
        report.get("problems").forEach(each -> ((ObjectNode) each).remove("message"));
        return report;
    }

    @Test
    void valid_quantities_are_one_document_and_nothing_else() {
        Path file = console.upload("qt.csv", HEADER, qt("a", "4.0000"), qt("b", "5.50"));

        Run run = console.validate(Console.QT, file, "--json");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo("{\"status\":\"valid\",\"records\":{\"read\":2,\"valid\":2,\"invalid\":0},\"suspended\":0,"
                        + "\"totals\":{\"quantity\":\"9.5\",\"amount\":{}},\"sha256\":\"" + sha256(file)
                        + "\",\"problemCount\":0,\"problems\":[]}\n");
    }

    @Test
    void a_faulty_quantity_in_csv_has_line_and_column_and_nulls() {
        Path file = console.upload("qt.csv", HEADER, qt("a", "4"), qt("b", "x7"));

        Run run = console.validate(Console.QT, file, "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo("{\"status\":\"invalid\",\"records\":{\"read\":2,\"valid\":1,\"invalid\":1},\"suspended\":0,"
                        + "\"totals\":{\"quantity\":\"4\",\"amount\":{}},\"sha256\":\"" + sha256(file)
                        + "\",\"problemCount\":1,\"problems\":[{\"code\":\"VALUE_NOT_A_NUMBER\",\"severity\":\"error\","
                        + "\"sheet\":null,\"row\":3,\"column\":\"quantity\",\"cell\":null,\"pointer\":null,"
                        + "\"value\":\"x7\",\"message\":\"'x7' is not a number.\"}]}\n");
    }

    @Test
    void a_fault_in_a_workbook_has_sheet_and_cell() {
        Console.run("demo", "--dir", directory.toString());

        Run run = console.validate(
                Console.QT,
                directory.resolve("qt-upload-with-faults.xlsx"),
                "--json",
                "--period",
                "2026-05-01/2026-06-01");

        assertThat(withoutMessages(run.json()).get("problems").get(0)).isEqualTo(Console.parsed("""
                                {"code":"ITEM_UNKNOWN","severity":"error","sheet":"records","row":3,
                                 "column":"item_search_value","cell":"D3","pointer":null,"value":"COMPUTE-SMALLER"}"""));
    }

    @Test
    void customer_prices_have_one_amount_by_currency() {
        Path file = console.upload("pr.csv", HEADER + ",amount", pr("a", "28", "562.2400"), pr("b", "1", "0.76"));

        Run run = console.validate(Console.PR, file, "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().get("totals"))
                .isEqualTo(Console.parsed("{\"quantity\":\"29\",\"amount\":{\"EUR\":\"563\"}}"));
    }

    @Test
    void customer_prices_without_a_valid_row_have_an_amount_of_zero() {
        Path file = console.upload("pr.csv", HEADER + ",amount", pr("a", "28", ""));

        Run run = console.validate(Console.PR, file, "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("totals"))
                .isEqualTo(Console.parsed("{\"quantity\":\"0\",\"amount\":{\"EUR\":\"0\"}}"));
    }

    @Test
    void costs_in_json_lines_have_a_pointer() {
        Path file = console.upload("cr.jsonl", cr("a", "250.125", "85"), cr("b", "\"x\"", "1"));

        Run run = console.validate(Console.CR, file, "--json");

        JsonNode report = withoutMessages(run.json());
        assertThat(run.code()).isEqualTo(1);
        assertThat(report.get("totals"))
                .isEqualTo(Console.parsed("{\"quantity\":\"250.125\",\"amount\":{\"EUR\":\"85\"}}"));
        assertThat(report.get("problems")).isEqualTo(Console.parsed("""
                                [{"code":"VALUE_NOT_A_NUMBER","severity":"error","sheet":null,"row":2,
                                  "column":"quantity","cell":null,"pointer":"/quantity","value":"x"}]"""));
    }

    @Test
    void tiers_have_an_amount_by_currency_and_tier() {
        Path file = console.upload(
                "tr.csv", HEADER + ",amount,tier", tr("a", "40", "100", "0"), tr("b", "40", "93.10", "1"));

        Run run = console.validate(Console.TR, file, "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().get("totals"))
                .isEqualTo(Console.parsed("{\"quantity\":\"40\",\"amount\":{\"EUR\":{\"0\":\"100\",\"1\":\"93.1\"}}}"));
    }

    @Test
    void tiers_without_a_valid_row_have_no_amounts_in_the_currency() {
        Path file = console.upload("tr.csv", HEADER + ",amount,tier", tr("a", "40", "", "0"));

        Run run = console.validate(Console.TR, file, "--json");

        assertThat(run.json().get("totals")).isEqualTo(Console.parsed("{\"quantity\":\"0\",\"amount\":{\"EUR\":{}}}"));
    }

    @Test
    void a_missing_and_an_unknown_column_are_named() {
        Path file = console.upload("qt.csv", HEADER.replace("quantity", "Qty"), qt("a", "4"));

        Run run = console.validate(Console.QT, file, "--json");

        JsonNode report = withoutMessages(run.json());
        assertThat(report.get("records")).isEqualTo(Console.parsed("{\"read\":0,\"valid\":0,\"invalid\":0}"));
        assertThat(report.get("problems")).isEqualTo(Console.parsed("""
                                [{"code":"COLUMN_MISSING","severity":"error","sheet":null,"row":null,
                                  "column":"quantity","cell":null,"pointer":null,"value":null},
                                 {"code":"COLUMN_UNKNOWN","severity":"error","sheet":null,"row":1,
                                  "column":"Qty","cell":null,"pointer":null,"value":"Qty"}]"""));
    }

    @Test
    void an_unreadable_file_is_judged_invalid_at_no_place() {
        Path file = console.upload("qt.csv", "nothing of the kind");

        Run run = console.validate(Console.QT, file, "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(withoutMessages(run.json()).get("problems")).isEqualTo(Console.parsed("""
                                [{"code":"FILE_UNREADABLE","severity":"error","sheet":null,"row":null,
                                  "column":null,"cell":null,"pointer":null,"value":null}]"""));
    }

    @Test
    void a_file_that_breaks_in_the_middle_has_no_row_and_says_the_line_in_words() {
        Path file = console.upload("qt.csv", HEADER, qt("a", "4"), "b\"c");

        Run run = console.validate(Console.QT, file, "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().at("/problems/0/message").textValue()).endsWith("(line 3)");
        assertThat(withoutMessages(run.json()).get("problems")).isEqualTo(Console.parsed("""
                                [{"code":"FILE_UNREADABLE","severity":"error","sheet":null,"row":null,
                                  "column":null,"cell":null,"pointer":null,"value":null}]"""));
    }

    @Test
    void a_prerequisite_that_does_not_hold_is_a_problem_of_the_file() {
        console.catalog(catalog -> ((ObjectNode) catalog.at("/contracts/0")).put("programActive", false));

        Run run = console.validate(Console.QT, console.upload("qt.csv", HEADER, qt("a", "4")), "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().at("/problems/0/code").textValue()).isEqualTo("PREREQUISITE_PROGRAM_CONTRACT");
    }

    @Test
    void rows_in_error_under_partial_acceptance_are_suspended() {
        Path file = console.upload("qt.csv", HEADER, qt("a", "4"), qt("b", "x7"));

        Run run = console.validate(Console.QT, file, "--json", "--policy", "acceptance=partial");

        assertThat(run.code()).isZero();
        assertThat(run.json().get("status").textValue()).isEqualTo("valid");
        assertThat(run.json().get("suspended").intValue()).isEqualTo(1);
        assertThat(run.json().get("problemCount").intValue()).isEqualTo(1);
    }

    @Test
    void a_warning_leaves_the_file_valid() {
        Path file = console.upload("qt.csv", HEADER);

        Run run = console.validate(Console.QT, file, "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().at("/problems/0/code").textValue()).isEqualTo("FILE_NO_RECORDS");
        assertThat(run.json().at("/problems/0/severity").textValue()).isEqualTo("warning");
    }

    @Test
    void more_problems_than_are_listed_are_counted_and_noted() {
        var lines = new String[10_002];
        lines[0] = HEADER;
        for (int i = 1; i < lines.length; i++) {
            lines[i] = qt("r" + i, "x");
        }

        Run run = console.validate(Console.QT, console.upload("qt.csv", lines), "--json");

        assertThat(run.json().get("problemCount").intValue()).isEqualTo(10_001);
        assertThat(run.json().get("problems")).hasSize(10_000);
        assertThat(run.err()).contains("the first 10000 problems are listed, of 10001");
    }

    @Test
    void text_beyond_ascii_is_kept() {
        Path file = console.upload("qt.csv", HEADER, qt("a", "vier€"));

        Run run = console.validate(Console.QT, file, "--json");

        assertThat(run.json().at("/problems/0/value").textValue()).isEqualTo("vier€");
    }
}
