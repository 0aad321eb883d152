package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.console.Console.Run;

class TemplateCommandTest {

    @TempDir
    private Path directory;

    private Console console;

    @BeforeEach
    void begin() {
        console = new Console(directory);
    }

    private Run template(String product, String name) {
        return Console.run(
                "template",
                "--catalog",
                console.catalogFile().toString(),
                "--product",
                product,
                "-o",
                directory.resolve(name).toString());
    }

    private void assertNothingButCatalog() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(console.catalogFile());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Console.QT, Console.PR, Console.CR, Console.TR})
    void template_is_a_workbook_that_reports_nothing(String product) {
        Run run = template(product, "template.xlsx");

        Run judged = console.validate(product, directory.resolve("template.xlsx"), "--json");
        assertThat(run.code()).isZero();
        assertThat(judged.code()).isZero();
        assertThat(judged.json().at("/problems/0/code").textValue()).isEqualTo("FILE_NO_RECORDS");
    }

    @Test
    void template_that_ends_in_csv_is_a_header() throws IOException {
        assertThat(template(Console.TR, "template.CSV").code()).isZero();

        assertThat(Files.readAllLines(directory.resolve("template.CSV")))
                .singleElement()
                .asString()
                .startsWith("record_id,")
                .contains(",tier");
    }

    @Test
    void template_with_any_other_ending_is_a_workbook() throws IOException {
        assertThat(template(Console.QT, "template.dat").code()).isZero();

        assertThat(Files.readAllBytes(directory.resolve("template.dat"))).startsWith('P', 'K');
    }

    @ParameterizedTest
    @ValueSource(strings = {"template.json", "template.jsonl", "TEMPLATE.JSON"})
    void template_that_ends_in_json_is_wrong_use(String name) throws IOException {
        Run run = template(Console.QT, name);

        assertThat(run.code()).isEqualTo(2);
        assertNothingButCatalog();
    }

    @Test
    void template_of_an_unknown_product_is_not_found_and_leaves_nothing() throws IOException {
        Run run = template("PRD-0", "template.xlsx");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("NOT_FOUND: ");
        assertNothingButCatalog();
    }

    @Test
    void template_replaces_an_existing_file() throws IOException {
        Files.writeString(directory.resolve("template.csv"), "old");

        assertThat(template(Console.QT, "template.csv").code()).isZero();

        assertThat(Files.readString(directory.resolve("template.csv"))).startsWith("record_id,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none/template.xlsx", "."})
    void template_that_cannot_be_written_is_wrong_use(String name) {
        Run run = template(Console.QT, name);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1);
    }
}
