package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.usageflow.console.Office.BUYER;
import static org.usageflow.console.Office.RESELLER;
import static org.usageflow.console.Office.VENDOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;

/** A file's life by three actors, each command a process of its own, on each database. */
class ConsoleWalkIT {

    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path directory;

    @Test
    void three_actors_walk_a_file_through_its_life_on_h2_in_their_directory() throws Exception {
        walk(List.of());

        assertThat(directory.resolve(".usage").resolve("usage.mv.db")).exists();
        assertThat(directory.resolve(".usage").resolve("usage.trace.db")).doesNotExist();
    }

    @Test
    void three_actors_walk_a_file_through_its_life_on_postgresql() throws Exception {
        walk(List.of("--db", TestDatabases.postgresql().url()));
    }

    @Test
    void three_actors_walk_a_file_through_its_life_on_mariadb() throws Exception {
        Optional<TestDatabase> database = TestDatabases.mariaDb();
        assumeTrue(database.isPresent(), "MariaDB is not installed");
        walk(List.of("--db", database.orElseThrow().url()));
    }

    @Test
    void commands_at_the_same_time_wait_for_an_embedded_database() throws Exception {
        var console = new Console(directory);
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(start(directory.resolve("out" + i), create(console, "--external-id", "one")));
        }

        for (Process each : all) {
            assertThat(each.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(each.exitValue()).isZero();
        }
        String first = Files.readString(directory.resolve("out0"));
        for (int i = 1; i < 4; i++) {
            assertThat(Files.readString(directory.resolve("out" + i))).isEqualTo(first);
        }
    }

    private void walk(List<String> database) throws Exception {
        var console = new Console(directory);
        Path faulty = console.upload("faulty.csv", Uploads.HEADER + ",amount", row("a", "x", "M-2002"));
        Path good = console.upload(
                "good.csv", Uploads.HEADER + ",amount", row("a", "28", "M-2003"), row("b", "14", "M-2003"));

        String id = json(0, database, create(console)).get("id").textValue();
        json(1, database, "upload", id, faulty.toString(), "--as", VENDOR);
        json(1, database, "submit", id, "--as", VENDOR);
        assertStatus("ready", json(0, database, "upload", id, good.toString(), "--as", VENDOR));
        json(1, database, "show", id, "--as", BUYER);
        assertStatus("pending", json(0, database, "submit", id, "--as", VENDOR));
        assertStatus("rejected", json(0, database, "reject", id, "--note", "once more", "--as", BUYER));
        assertStatus("ready", json(0, database, "upload", id, good.toString(), "--as", VENDOR));
        assertStatus("pending", json(0, database, "submit", id, "--as", VENDOR));
        json(1, database, "accept", id, "--as", VENDOR);
        json(1, database, "records", id, "--as", RESELLER);
        assertStatus("accepted", json(0, database, "accept", id, "--as", BUYER));
        assertThat(json(0, database, "records", id, "--as", RESELLER)).hasSize(2);
        assertThat(json(0, database, "parts", id, "--as", BUYER)).hasSize(1);
        JsonNode records = json(0, database, "records", id, "--as", BUYER);
        String first = records.get(0).get("id").textValue();
        assertStatus("closed", json(0, database, "close", first, "--billing-id", "INV-1", "--as", BUYER));
        Path billed = console.upload("billed.csv", "record_id,external_billing_id", "a,INV-1", "b,INV-2");
        JsonNode reconciled = json(0, database, "reconcile", id, billed.toString(), "--as", BUYER);
        assertThat(reconciled.get("closed").intValue()).isEqualTo(1);
        assertThat(reconciled.get("unchanged").intValue()).isEqualTo(1);
        assertStatus("closed", json(0, database, "show", id, "--as", VENDOR));
        assertThat(json(0, database, "history", id, "--as", VENDOR)).hasSize(17);
        assertThat(json(0, database, "list", "--as", BUYER)).hasSize(1);
        Path processed = directory.resolve("processed.csv");
        json(0, database, "processed", id, "-o", processed.toString(), "--as", VENDOR);
        assertThat(Files.readAllLines(processed)).hasSize(3).last().asString().contains(",closed,", ",INV-2,");
        assertThat(json(0, database, "migrate").get("migrated")).isEmpty();
        assertThat(json(0, database, "recover").get("files")).isEmpty();
    }

    private static String row(String key, String quantity, String subscription) {
        return String.join(
                ",",
                key,
                "item.mpn",
                "MESSAGE",
                quantity,
                "2026-05-08 00:00:00",
                "2026-05-15 00:00:00",
                "asset.external_id",
                subscription,
                "281.12");
    }

    private static String[] create(Console console, String... more) {
        var line = new ArrayList<>(List.of(
                "create",
                "--catalog",
                console.catalogFile().toString(),
                "--product",
                Console.PR,
                "--contract",
                Office.CONTRACT,
                "--marketplace",
                Office.MARKETPLACE,
                "--period",
                Office.PERIOD,
                "--name",
                "May",
                "--as",
                VENDOR));
        line.addAll(List.of(more));
        return line.toArray(String[]::new);
    }

    private static void assertStatus(String status, JsonNode file) {
        assertThat(file.get("status").textValue()).isEqualTo(status);
    }

    /** What a command prints, which ends with that code. */
    private JsonNode json(int code, List<String> database, String... args) throws Exception {
        var line = new ArrayList<>(List.of(args));
        line.addAll(database);
        Path out = directory.resolve("out");
        Process process = start(out, line.toArray(String[]::new));
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(out);
        assertThat(process.exitValue()).as("%s: %s%s", line, text, err).isEqualTo(code);
        assertThat(err).isEmpty();
        assertThat(text).hasLineCount(1);
        return Console.parsed(text);
    }

    private Process start(Path out, String... args) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Usage.class.getName()));
        line.addAll(List.of(args));
        line.add("--json");
        return new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .start();
    }
}
