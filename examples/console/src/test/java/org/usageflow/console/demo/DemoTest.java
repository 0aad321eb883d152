package org.usageflow.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.console.Console;
import org.usageflow.console.Console.Run;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;

class DemoTest {

    @TempDir
    private static Path shared;

    private static Run told;

    @TempDir
    private Path directory;

    @BeforeAll
    static void tell() {
        told = Console.run("demo", "--dir", shared.toString());
    }

    @Test
    void demo_comes_out_as_it_should() {
        assertThat(told.code()).isZero();
        assertThat(told.err()).isEmpty();
        assertThat(told.out()).contains("All came out as it should.").doesNotContain("Not as it should be");
    }

    @Test
    void demo_tells_who_takes_part_and_of_every_schema() {
        assertThat(told.out())
                .contains("Brightwater Software", "Meridian Distribution", "Harbour IT", "Alder Bakery", "Birch Clinic")
                .contains("1. QT, ", "2. PR, ", "3. CR, ", "4. TR, ");
    }

    @Test
    void demo_shows_faults_by_cell_in_every_format() {
        assertThat(told.out())
                .containsPattern("records!E4 +quantity +VALUE_TOO_PRECISE")
                .containsPattern("line 3 +amount +VALUE_REQUIRED")
                .containsPattern("line 3 /amount +amount +RECORD_NEGATIVE")
                .containsPattern("line 7 /5/tier +tier +TIER_OUT_OF_CHAIN");
    }

    @Test
    void demo_says_where_a_file_stands_after_each_step() {
        assertThat(told.out())
                .contains("begins the usage file UF-2026-06-0001-0001 -> draft")
                .contains("uploads qt-upload-with-faults.xlsx -> invalid (6 rows, 5 with faults)")
                .contains("uploads it as qt-upload-corrected.xlsx -> ready (6 rows, quantity 454.85)")
                .contains("submits it, and now the buyer can see it -> pending")
                .contains("sends it back, saying 'pr-0003: 2 messages cost 40.16' -> rejected")
                .contains("accepts the file and takes qt-accepted.xlsx -> accepted")
                .contains("closes the record qt-0001 with the billing id INV-1001 -> accepted")
                .contains("with the billing id INV-1002, and takes qt-closed.xlsx -> closed")
                .contains("INV-3003, its last, which closes the file, and takes cr-closed.jsonl -> closed");
    }

    @Test
    void demo_shows_the_reseller_its_own_records_and_the_amounts_it_may_see() {
        assertThat(told.out())
                .contains(": qt-0002, qt-0003, qt-0005, qt-0006\n")
                .contains(": pr-0002 281.12\n")
                .contains(": cr-0002, cr-0003\n")
                .contains(": tr-0001 100, tr-0002 93, tr-0004 25, tr-0005 23.25\n");
    }

    @Test
    void demo_shows_the_history_by_time_and_person() {
        assertThat(told.out())
                .containsPattern("2026-06-01 09:05 +anna, Brightwater Software +upload, process, fail +invalid\n")
                .containsPattern("2026-06-01 09:55 +ben, Meridian Distribution +reject +rejected\n")
                .containsPattern("2026-06-01 11:00 +ben, Meridian Distribution +close records, close +closed\n")
                .containsPattern(
                        "UF-2026-06-0001-0002 +PR +closed +3 closed +16 entries +quantity 44, amount 883.52 EUR");
    }

    @Test
    void demo_is_short_enough_to_read_and_plain_text() {
        assertThat(told.out().lines()).hasSizeLessThanOrEqualTo(135);
        assertThat(told.out()).matches("[\\n -~]+");
    }

    @Test
    void demo_leaves_its_files() throws IOException {
        try (Stream<Path> files = Files.list(shared)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "catalog.json",
                            "usage.mv.db",
                            "qt-template.xlsx",
                            "qt-upload-with-faults.xlsx",
                            "qt-processed.xlsx",
                            "qt-upload-corrected.xlsx",
                            "qt-accepted.xlsx",
                            "qt-closed.xlsx",
                            "pr-template.csv",
                            "pr-upload-with-faults.csv",
                            "pr-processed.csv",
                            "pr-upload-corrected.csv",
                            "pr-rejected.csv",
                            "pr-upload-corrected-again.csv",
                            "pr-accepted.csv",
                            "pr-closed.csv",
                            "cr-template.xlsx",
                            "cr-upload-with-faults.jsonl",
                            "cr-processed.jsonl",
                            "cr-upload-corrected.jsonl",
                            "cr-accepted.jsonl",
                            "cr-closed.jsonl",
                            "tr-template.xlsx",
                            "tr-upload-with-faults.json",
                            "tr-processed.json",
                            "tr-upload-corrected.json",
                            "tr-accepted.json",
                            "tr-closed.json");
        }
    }

    @Test
    void processed_files_explain_faults_and_later_have_the_billing_ids() throws IOException {
        assertThat(Files.readString(shared.resolve("pr-processed.csv")))
                .contains("VALUE_TOO_PRECISE: quantity: 1.5 has more than 0 decimals.");
        assertThat(Files.readString(shared.resolve("pr-accepted.csv")))
                .contains(",accepted,UR-2026-06-0001-0002-0000-0008,");
        assertThat(Files.readAllLines(shared.resolve("cr-closed.jsonl")))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"external_billing_id\":\"INV-3001\""),
                        second -> assertThat(second).contains("\"external_billing_id\":\"INV-3002\""),
                        third -> assertThat(third).contains("\"external_billing_id\":\"INV-3003\""));
    }

    @Test
    void two_runs_tell_the_same_and_leave_the_same_bytes() throws IOException {
        Run second = Console.run("demo", "--dir", directory.toString());

        assertThat(second.out().replace(directory.toString(), "DIR"))
                .isEqualTo(told.out().replace(shared.toString(), "DIR"));
        assertThat(contents(directory)).isEqualTo(contents(shared));
    }

    @Test
    void demo_may_be_run_again_in_its_directory() {
        String[] args = {"demo", "--dir", directory.toString()};
        Run first = Console.run(args);

        Run again = Console.run(args);

        assertThat(again.code()).isZero();
        assertThat(again.out()).isNotEqualTo(first.out());
        assertThat(again.out().replace("UF-2026-06-0002-", "UF-2026-06-0001-")).isEqualTo(first.out());
    }

    @Test
    void command_that_the_demo_proposes_finds_the_faults_again() {
        String command = told.out()
                .lines()
                .map(String::strip)
                .filter(each -> each.startsWith("./usage validate "))
                .findFirst()
                .orElseThrow();

        Run run = Console.run(command.substring("./usage ".length()).split(" ", -1));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("ITEM_UNKNOWN", "ASSET_UNKNOWN", "6 read, 1 valid, 5 invalid");
    }

    @Test
    void commands_go_on_where_the_demo_ended() {
        String command = told.out()
                .lines()
                .map(String::strip)
                .filter(each -> each.startsWith("./usage history "))
                .findFirst()
                .orElseThrow();

        Run run = Console.run(command.substring("./usage ".length()).split(" ", -1));

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("vendor:VA-410-200", "anna", "accepted", "closed");
    }

    @Test
    void demo_on_postgresql_tells_the_same() {
        demoOn(TestDatabases.postgresql().url());
    }

    @Test
    void demo_on_mariadb_tells_the_same() {
        Optional<TestDatabase> database = TestDatabases.mariaDb();
        assumeTrue(database.isPresent(), "MariaDB is not installed");
        demoOn(database.orElseThrow().url());
    }

    private void demoOn(String url) {
        String[] args = {"demo", "--dir", directory.toString(), "--db", url};

        Run run = Console.run(args);
        Run again = Console.run(args);
        Run list = Console.run("list", "--as", Cast.BUYER.toString(), "--db", url, "--json");

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(told(run, directory)).isEqualTo(told(told, shared));
        assertThat(again.code()).as(again.out() + again.err()).isZero();
        assertThat(list.out().split("\"status\":\"closed\"", -1)).hasSize(9);
        assertThat(directory.resolve("usage.mv.db")).doesNotExist();
    }

    /** All that is told between what names the database. */
    private static String told(Run run, Path directory) {
        String out = run.out().replace(directory.toString(), "DIR");
        return out.substring(out.indexOf("\n1. QT, "), out.indexOf("Next, "));
    }

    @Test
    void demo_into_a_file_is_wrong_use() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThat(Console.run("demo", "--dir", file.toString()).code()).isEqualTo(2);
    }

    /** A database has the same in it, in bytes that differ. */
    private static boolean isToldInBytes(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".mv.db");
    }

    private static Map<String, Integer> contents(Path root) throws IOException {
        var contents = new TreeMap<String, Integer>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path each : files.filter(DemoTest::isToldInBytes).toList()) {
                contents.put(root.relativize(each).toString(), Arrays.hashCode(Files.readAllBytes(each)));
            }
        }
        return contents;
    }
}
