package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.console.Office.BUYER;
import static org.usageflow.console.Office.STRANGER;
import static org.usageflow.console.Office.VENDOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.console.Console.Run;

class ListCommandTest {

    @TempDir
    private static Path directory;

    private static Office office;
    private static String first;
    private static String second;
    private static String third;

    @BeforeAll
    static void makeFiles() {
        office = new Office(directory);
        first = office.draft(Console.QT);
        second = office.pending("a");
        third = office.accepted("b");
    }

    @Test
    void list_prints_what_the_actor_may_see() {
        assertThat(ids(office.as(VENDOR, "list", "--json"))).containsExactlyInAnyOrder(first, second, third);
        assertThat(ids(office.as(BUYER, "list", "--json"))).containsExactlyInAnyOrder(second, third);
        assertThat(office.as(STRANGER, "list", "--json").out()).isEqualTo("[]\n");
        assertThat(office.as(STRANGER, "list").out()).isEqualTo("no files\n");
    }

    @Test
    void elements_are_files_with_a_key() {
        JsonNode file = office.as(BUYER, "list", "--status", "accepted", "--sort", "created", "--json")
                .json()
                .get(0);

        assertThat(file.get("id").textValue()).isEqualTo(third);
        assertThat(file.get("status").textValue()).isEqualTo("accepted");
        assertThat(file.get("version").isInt()).isTrue();
        assertThat(file.get("name").textValue()).isEqualTo("May");
        assertThat(file.get("key").textValue()).startsWith(third + " 20");
    }

    @Test
    void status_and_product_filter() {
        assertThat(ids(office.as(VENDOR, "list", "--status", "PENDING", "--json")))
                .containsExactly(second);
        assertThat(ids(office.as(VENDOR, "list", "--status", "pending", "--status", "draft", "--json")))
                .containsExactlyInAnyOrder(first, second);
        assertThat(ids(office.as(VENDOR, "list", "--product", Console.QT, "--json")))
                .containsExactly(first);
    }

    @Test
    void files_are_sorted_by_any_key_and_turned_round() {
        List<String> byId = new ArrayList<>(List.of(first, second, third));
        byId.sort(null);

        assertThat(ids(office.as(VENDOR, "list", "--json"))).isEqualTo(byId);
        assertThat(ids(office.as(VENDOR, "list", "--sort", "created", "--json")))
                .containsExactly(first, second, third);
        assertThat(ids(office.as(VENDOR, "list", "--sort", "-created", "--json")))
                .containsExactly(third, second, first);
        assertThat(ids(office.as(VENDOR, "list", "--sort", "name", "--json"))).isEqualTo(byId);
        assertThat(ids(office.as(VENDOR, "list", "--sort", "period-start", "--json")))
                .isEqualTo(byId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "name", "created", "-created", "period-start"})
    void pages_by_key_make_the_whole_list(String sort) {
        var pages = new ArrayList<String>();
        Run page = office.as(VENDOR, "list", "--sort", sort, "--limit", "1", "--json");
        while (!page.json().isEmpty()) {
            JsonNode last = page.json().get(0);
            pages.add(last.get("id").textValue());
            String key = last.get("key").textValue();
            page = office.as(VENDOR, "list", "--sort", sort, "--limit", "1", "--after", key, "--json");
        }

        assertThat(pages).isEqualTo(ids(office.as(VENDOR, "list", "--sort", sort, "--json")));
    }

    @Test
    void list_for_people_says_how_to_go_on() {
        Run run = office.as(VENDOR, "list", "--sort", "created", "--limit", "2");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(3);
        assertThat(run.out()).startsWith("id ").contains(first, "2026-05-01 to 2026-06-01", "1 pending");
        assertThat(run.err()).contains("--after '" + second + " 20");
    }

    @Test
    void wrong_use_of_list() {
        assertThat(office.as(VENDOR, "list", "--sort", "size").err()).contains("id, name, created, period-start");
        assertThat(office.as(VENDOR, "list", "--limit", "0").code()).isEqualTo(2);
        assertThat(office.as(VENDOR, "list", "--status", "lost").code()).isEqualTo(2);
        assertThat(office.run("list").err()).contains("--as");
    }

    private static List<String> ids(Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        var ids = new ArrayList<String>();
        run.json().forEach(each -> ids.add(each.get("id").textValue()));
        return ids;
    }
}
