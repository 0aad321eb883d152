package org.usageflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.benchmarks.Options.Store;

class BenchmarksTest {

    private static final int ROWS = 2_000;
    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private Path directory;

    private static Report measured(Store store) throws SQLException, IOException {
        return Benchmarks.measure(new Options(Set.of(store), List.of(ROWS), 1, 0, "", null), SILENT);
    }

    @Test
    void every_way_of_postgresql_does_all_rows() throws SQLException, IOException {
        Report report = measured(Store.POSTGRESQL);

        assertThat(report.results()).extracting(each -> each.timings().size()).containsExactly(2, 5, 2, 2, 2, 2, 2);
        assertThat(report.settings()).singleElement().asString().contains("fsync on, synchronous_commit on");
        assertThat(report.text(BEGAN, BEGAN))
                .contains("### Goals", "### 2,000 records", "| append |", "(floor)", "### The whole, step by step");
    }

    @Test
    void every_way_of_h2_does_all_rows() throws SQLException, IOException {
        Report report = measured(Store.H2);

        assertThat(report.results()).extracting(each -> each.timings().size()).containsExactly(3, 3, 2, 2, 2, 2);
        assertThat(report.settings()).singleElement().asString().endsWith("WRITE_DELAY 0");
    }

    @Test
    void store_in_memory_has_no_floor_but_its_first_page() throws SQLException, IOException {
        Report report = measured(Store.MEMORY);

        assertThat(report.results())
                .filteredOn(each -> each.floor().isPresent())
                .extracting(each -> each.contest().what())
                .containsExactly("a page, 20 times");
    }

    @Test
    void ratio_is_the_median_of_the_ratios_of_the_same_rounds() {
        Timing floor = timing(100, 200, 400);
        Timing product = timing(150, 250, 900);

        assertThat(product.ratioTo(floor)).isEqualTo(new BigDecimal("1.50"));
        assertThat(product.nanos()).isEqualTo(250);
    }

    private static Timing timing(long... nanos) {
        return new Timing(
                "way",
                Arrays.stream(nanos)
                        .mapToObj(each -> new Watch.Reading(each, each, Map.of()))
                        .toList());
    }

    @Test
    void way_that_does_less_than_all_rows_is_no_result() {
        Contestant idle = new Contestant("idle", () -> {}, watch -> 1);
        Contest contest = new Contest("none", "work", 2, List.of(), List.of(), List.of(idle), null);

        assertThatIllegalStateException()
                .isThrownBy(() -> new Arena(0, 1, SILENT).run(contest, () -> 0))
                .withMessage("work, idle: 1 rows were done, 2 are right");
    }

    @Test
    void tables_take_the_place_between_the_marks() throws IOException {
        Path page = directory.resolve("performance.md");
        Files.writeString(page, "# Top\n\n" + PageOfTables.BEGIN + "old\n" + PageOfTables.END + "\nBottom\n");

        new PageOfTables(page).put("new\n");

        assertThat(page)
                .content()
                .isEqualTo("# Top\n\n" + PageOfTables.BEGIN + "\nnew\n\n" + PageOfTables.END + "\nBottom\n");
    }

    @Test
    void options_are_read() {
        Options options = Options.parse(
                List.of("--stores", "h2,postgresql", "--rows", "2000", "--rounds", "7", "--only", "close", "--write"),
                directory);

        assertThat(options)
                .isEqualTo(new Options(
                        Set.of(Store.H2, Store.POSTGRESQL),
                        List.of(2_000),
                        7,
                        1,
                        "close",
                        directory.resolve("docs/performance.md")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--fast"), directory))
                .withMessage("'--fast' is no option");
    }
}
