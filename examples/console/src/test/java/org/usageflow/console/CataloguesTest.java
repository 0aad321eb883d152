package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.console.Console.Run;
import org.usageflow.lifecycle.LifecycleText;
import org.usageflow.lifecycle.Lifecycles;
import org.usageflow.problem.ProblemCode;

/** What is printed about the library itself: life cycles and problem codes. */
class CataloguesTest {

    @ParameterizedTest
    @CsvSource({"file,18,draft", "record,12,uploaded", "part,6,draft", "reconciliation,4,uploaded"})
    void lifecycle_of_one_in_json_is_an_array_from_new(String of, int rows, String first) {
        Run run = Console.run("lifecycle", "--of", of, "--format", "json");

        JsonNode table = run.json();
        assertThat(run.code()).isZero();
        assertThat(table).hasSize(rows);
        assertThat(table.get(0).fieldNames()).toIterable().containsExactly("from", "action", "to", "by");
        assertThat(table.get(0).get("from").textValue()).isEqualTo("new");
        assertThat(table.get(0).get("to").textValue()).isEqualTo(first);
    }

    @Test
    void lifecycle_of_all_in_json_is_one_object() {
        JsonNode all = Console.run("lifecycle", "--format", "json").json();

        assertThat(all.fieldNames()).toIterable().containsExactly("file", "record", "part", "reconciliation");
        assertThat(all.get("part"))
                .isEqualTo(Console.run("lifecycle", "--of", "part", "--format", "json")
                        .json());
    }

    @Test
    void lifecycle_by_default_is_all_tables_in_markdown() {
        assertThat(Console.run("lifecycle").out())
                .contains("## file", "## record", "## part", "## reconciliation")
                .contains(LifecycleText.markdown(Lifecycles.file()));
    }

    @Test
    void lifecycle_in_mermaid_is_a_diagram() {
        assertThat(Console.run("lifecycle", "--of", "file", "--format", "mermaid")
                        .out())
                .isEqualTo(LifecycleText.mermaid(Lifecycles.file()));
    }

    @Test
    void problems_in_json_are_all_codes() {
        JsonNode all = Console.run("problems-catalogue", "--format", "json").json();

        assertThat(all).hasSize(ProblemCode.values().length);
        assertThat(all.get(0).fieldNames()).toIterable().containsExactly("code", "group", "severity", "cause", "cure");
    }

    @Test
    void problems_by_default_are_tables_in_markdown() {
        assertThat(Console.run("problems-catalogue").out())
                .startsWith("## file")
                .contains("| FILE_UNREADABLE | error | ");
    }
}
