package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.console.Console.Run;

/** The command itself: help, version, wrong use, stack traces. */
class UsageTest {

    @Test
    void help_lists_the_commands_and_exit_codes() {
        Run run = Console.run("--help");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("demo", "template", "validate", "lifecycle", "problems-catalogue")
                .contains("create", "upload", "submit", "accept", "reject", "delete", "close")
                .contains("show", "history", "records", "problems", "processed", "parts", "part", "list", "reconcile")
                .contains("migrate", "recover", ".usage/usage")
                .contains("judged invalid, refused, or not found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "template",
                "validate",
                "lifecycle",
                "problems-catalogue",
                "create",
                "upload",
                "submit",
                "accept",
                "reject",
                "delete",
                "close",
                "show",
                "history",
                "records",
                "problems",
                "processed",
                "parts",
                "part",
                "list",
                "reconcile",
                "migrate",
                "recover"
            })
    void help_of_a_command_is_printed(String command) {
        Run run = Console.run(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: usage " + command);
        assertThat(Console.run("help", command).out()).isEqualTo(run.out());
    }

    @Test
    void help_of_a_stateful_command_names_database_and_actor() {
        assertThat(Console.run("submit", "--help").out())
                .contains("--db=URL", "By default the H2 database .usage/usage in this directory.", "--as=ACTOR");
    }

    @Test
    void misspelt_command_is_answered_with_the_ones_there_are() {
        Run run = Console.run("shwo");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Did you mean: usage show?");
    }

    @Test
    void version_is_printed() {
        Run run = Console.run("--version");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("usage ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit", "--colour", "validate", "lifecycle --of moon", "lifecycle more", "demo --dir"})
    void wrong_use_goes_to_standard_error(String line) {
        Run run = Console.run(line.split(" ", -1));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("usage: ").contains("--help").doesNotContain("\tat ");
    }

    @Test
    void no_command_is_wrong_use() {
        assertThat(Console.run().code()).isEqualTo(2);
    }

    @Test
    void debug_before_or_behind_the_command_shows_the_stack_trace(@TempDir Path directory) {
        Path file = new Console(directory).catalogFile();
        String[] before = {"--debug", "validate", "--catalog", "none.json", "--product", "P", file.toString()};
        String[] behind = {"validate", "--catalog", "none.json", "--product", "P", file.toString(), "--debug"};

        assertThat(Console.run(before).err()).contains("NoSuchFileException", "\tat ");
        assertThat(Console.run(behind).err()).contains("NoSuchFileException", "\tat ");
        assertThat(Console.run(behind).code()).isEqualTo(2);
    }

    @Test
    void a_failure_without_debug_is_one_line(@TempDir Path directory) {
        Path file = new Console(directory).catalogFile();

        Run run = Console.run("validate", "--catalog", "none.json", "--product", "P", file.toString());

        assertThat(run.err()).hasLineCount(1).startsWith("usage: ");
    }
}
