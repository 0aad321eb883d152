package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.console.Uploads.HEADER;
import static org.usageflow.console.Uploads.qt;
import static org.usageflow.console.Uploads.tr;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.console.Console.Run;

/** The report of {@code validate} for a person. */
class ValidateTextTest {

    @TempDir
    private Path directory;

    private Console console;

    @BeforeEach
    void begin() {
        console = new Console(directory);
    }

    private Path faulty(int rows) {
        var lines = new String[rows + 1];
        lines[0] = HEADER;
        for (int i = 1; i <= rows; i++) {
            lines[i] = qt("r" + i, "x");
        }
        return console.upload("faulty.csv", lines);
    }

    @Test
    void report_names_status_counts_totals_and_each_problem() {
        Path file = console.upload("tr.csv", HEADER + ",amount,tier", tr("a", "4", "10", "0"), tr("b", "4", "x", "1"));

        Run run = console.validate(Console.TR, file);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("invalid")
                .contains("records   2 read, 1 valid, 1 invalid")
                .contains("quantity  4")
                .contains("tier 0    10 EUR")
                .contains("line 3  amount  VALUE_NOT_A_NUMBER  'x' is not a number.");
    }

    @Test
    void report_of_many_problems_shows_the_first_and_counts_the_rest() {
        Run run = console.validate(Console.QT, faulty(150));

        assertThat(run.out())
                .contains("line 101 ")
                .doesNotContain("line 102 ")
                .contains("… and 50 more")
                .contains("VALUE_NOT_A_NUMBER  150")
                .contains("--json lists all problems.");
    }

    @Test
    void report_of_more_problems_than_are_listed_says_that_it_is_cut() {
        Run run = console.validate(Console.QT, faulty(10_001));

        assertThat(run.out()).contains("the first 10,000 problems; the list is cut there");
    }

    @Test
    void report_shows_what_a_terminal_would_obey() {
        Run run = console.validate(Console.QT, console.upload("qt.csv", HEADER, qt("a", "\u001b[2Jx")));

        assertThat(run.out()).doesNotContain("\u001b").contains("\\u001b[2Jx");
    }
}
