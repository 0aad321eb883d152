package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.console.Uploads.HEADER;
import static org.usageflow.console.Uploads.pr;
import static org.usageflow.console.Uploads.qt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.console.Console.Run;

/** The options of {@code validate} and their exit codes. */
class ValidateOptionsTest {

    @TempDir
    private Path directory;

    private Console console;
    private Path good;
    private Path priced;

    @BeforeEach
    void begin() {
        console = new Console(directory);
        good = console.upload("qt.csv", HEADER, qt("a", "4"));
        priced = console.upload("pr.csv", HEADER + ",amount", pr("a", "4", "10"));
    }

    private void withoutCurrency() {
        console.catalog(catalog -> ((ObjectNode) catalog.at("/marketplaces/0")).putNull("currency"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-01/2026-06-01",
                "2026-05-01T00:00:00Z/2026-05-31T23:59:59Z",
                "2026-05-01/2026-05-08T00:00:00Z",
                "2026-05-01T00:00:00+00:00/2026-05-08"
            })
    void period_around_the_usage_is_valid(String period) {
        assertThat(console.validate(Console.QT, good, "--period", period).code())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-02/2026-06-01", "2026-05-01/2026-05-07", "2026-05-01T00:00:01Z/2026-06-01"})
    void period_that_does_not_hold_the_usage_is_judged_invalid(String period) {
        assertThat(console.validate(Console.QT, good, "--period", period).code())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-01",
                "2026-05-01/",
                "/2026-05-01",
                "2026-06-01/2026-05-01",
                "2026-05-01/2026-05-01",
                "2026-05-01/2026-02-30",
                "2026-05-01T00:00:00+02:00/2026-06-01",
                "2026-05-01T00:00:00/2026-06-01",
                "2026-05-01/2026-06-01/2026-07-01",
                "may/june"
            })
    void period_that_is_none_is_wrong_use(String period) {
        Run run = console.validate(Console.QT, good, "--period", period);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--period");
    }

    @Test
    void policy_for_the_window_is_obeyed() {
        assertThat(console.validate(Console.QT, good, "--period", "2026-06-01/2026-07-01", "--policy", "window=warn")
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"acceptance=up-to=0.5,0", "acceptance=up-to=0.49,1", "acceptance=all,1", "acceptance=partial,0"})
    void policy_for_acceptance_is_obeyed(String policy, int code) {
        Path half = console.upload("half.csv", HEADER, qt("a", "4"), qt("b", "x"));

        assertThat(console.validate(Console.QT, half, "--policy", policy).code())
                .isEqualTo(code);
    }

    @Test
    void several_policies_are_all_obeyed() {
        Path negative = console.upload("negative.csv", HEADER, qt("a", "-4"));

        Run run = console.validate(
                Console.QT,
                negative,
                "--period",
                "2026-06-01/2026-07-01",
                "--policy",
                "negatives=corrections",
                "--policy",
                "window=ignore");

        assertThat(run.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "colour=red;negatives, window, record-id-reuse, acceptance, negative-margin",
                "window;enforce, warn, ignore",
                "window=never;enforce, warn, ignore",
                "negatives=;refuse, corrections",
                "record-id-reuse=maybe;refuse, allow",
                "negative-margin=x;warn, refuse",
                "acceptance=up-to=2;up-to=0.05",
                "acceptance=up-to=x;up-to=0.05",
                "acceptance=up-to=-0.1;all, partial"
            })
    void policy_that_is_unknown_is_wrong_use_and_names_those_there_are(String policy, String accepted) {
        Run run = console.validate(Console.QT, good, "--policy", policy);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(accepted);
    }

    @Test
    void policy_set_twice_is_wrong_use() {
        Run run = console.validate(Console.QT, good, "--policy", "window=warn", "--policy", "window=ignore");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("set twice");
    }

    @Test
    void currency_that_contradicts_the_marketplace_is_refused() {
        Run run = console.validate(Console.PR, priced, "--currency", "USD");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("CURRENCY_CONTRADICTS_MARKETPLACE: ");
    }

    @Test
    void currency_that_contradicts_the_marketplace_is_refused_in_json() {
        Run run = console.validate(Console.PR, priced, "--currency", "USD", "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().fieldNames()).toIterable().containsExactly("error", "message");
        assertThat(run.json().get("error").textValue()).isEqualTo("CURRENCY_CONTRADICTS_MARKETPLACE");
    }

    @Test
    void currency_where_the_marketplace_has_none_is_taken() {
        withoutCurrency();

        Run run = console.validate(Console.PR, priced, "--currency", "USD", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().at("/totals/amount")).isEqualTo(Console.parsed("{\"USD\":\"10\"}"));
    }

    @Test
    void currency_from_nowhere_is_wrong_use_for_amounts() {
        withoutCurrency();

        Run run = console.validate(Console.PR, priced);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("currency");
    }

    @Test
    void currency_for_quantities_is_ignored_with_a_note() {
        Run run = console.validate(Console.QT, good, "--currency", "USD", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().at("/totals/amount")).isEmpty();
        assertThat(run.err()).contains("--currency USD is ignored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EURO", "eur", "ZZZ", ""})
    void currency_that_is_none_is_wrong_use(String currency) {
        assertThat(console.validate(Console.PR, priced, "--currency", currency).code())
                .isEqualTo(2);
    }

    @Test
    void contract_that_is_named_is_taken() {
        assertThat(console.validate(Console.QT, good, "--contract", "CRD-41000-52000-00001")
                        .code())
                .isZero();
    }

    @Test
    void contract_that_does_not_exist_is_not_found() {
        Run run = console.validate(Console.QT, good, "--contract", "CRD-0", "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("error").textValue()).isEqualTo("NOT_FOUND");
    }

    @Test
    void product_that_does_not_exist_is_not_found() {
        Run run = console.validate("PRD-0", good);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("NOT_FOUND: ").contains("PRD-0");
    }

    @Test
    void file_that_does_not_exist_is_wrong_use() {
        Run run = console.validate(Console.QT, directory.resolve("none.xlsx"), "--json");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).contains("none.xlsx");
    }

    @Test
    void directory_instead_of_a_file_is_wrong_use() {
        Run run = console.validate(Console.QT, directory);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("is a directory");
    }

    @Test
    void catalog_with_faults_is_wrong_use_and_lists_them() {
        console.catalog(catalog -> {
            catalog.put("colour", "red");
            ((ObjectNode) catalog.at("/hubs/0")).put("buyer", "PA-0");
        });

        Run run = console.validate(Console.QT, good, "--json");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("has 2 faults")
                .contains("$.hubs[0].buyer: there is no distributor or reseller account 'PA-0'")
                .contains("$.colour: unknown member");
    }

    @Test
    void catalog_that_does_not_exist_is_wrong_use() {
        Run run = Console.run(
                "validate", "--catalog", directory.resolve("none.json").toString(), "--product", "P", good.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("none.json");
    }

    @Test
    void catalog_that_is_a_directory_is_wrong_use() {
        Run run = Console.run("validate", "--catalog", directory.toString(), "--product", "P", good.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("is a directory");
    }
}
