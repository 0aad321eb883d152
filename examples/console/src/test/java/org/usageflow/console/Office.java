package org.usageflow.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.usageflow.console.Console.Run;

/** Runs commands over a database, which each of them opens anew, on the demonstration's catalog. */
final class Office {

    static final String VENDOR = "vendor:VA-410-200:anna";
    static final String BUYER = "distributor:PA-520-300:ben";
    static final String RESELLER = "reseller:RE-630-400:cora";
    static final String STRANGER = "distributor:PA-999-999";

    static final String CONTRACT = "CRD-41000-52000-00001";
    static final String MARKETPLACE = "MP-41000";
    static final String PERIOD = "2026-05-01/2026-06-01";
    static final String NOBODYS = "UF-2026-05-0000-0000";

    private final Console console;
    private final Path directory;
    private final String url;

    /** Over an H2 database in the directory. */
    Office(Path directory) {
        this(directory, "jdbc:h2:file:" + directory.resolve("usage"));
    }

    Office(Path directory, String url) {
        this.console = new Console(directory);
        this.directory = directory;
        this.url = url;
    }

    String url() {
        return url;
    }

    Console console() {
        return console;
    }

    Path directory() {
        return directory;
    }

    /** Runs a command over the database. */
    Run run(String... args) {
        var line = new ArrayList<>(List.of(args));
        line.addAll(List.of("--db", url));
        return Console.run(line.toArray(String[]::new));
    }

    /** Runs a command as somebody. */
    Run as(String actor, String... args) {
        var line = new ArrayList<>(Arrays.asList(args));
        line.addAll(List.of("--as", actor));
        return run(line.toArray(String[]::new));
    }

    /** Asks for a draft, with the catalog and as JSON. */
    Run create(String product, String... more) {
        var line = new ArrayList<>(List.of(
                "create",
                "--catalog",
                console.catalogFile().toString(),
                "--product",
                product,
                "--contract",
                CONTRACT,
                "--marketplace",
                MARKETPLACE,
                "--period",
                PERIOD,
                "--name",
                "May",
                "--json"));
        line.addAll(List.of(more));
        return as(VENDOR, line.toArray(String[]::new));
    }

    /** The id of a new draft. */
    String draft(String product) {
        return done(create(product)).json().get("id").textValue();
    }

    /** A CSV upload for PR. */
    Path prices(String name, String... rows) {
        var lines = new ArrayList<>(List.of(Uploads.HEADER + ",amount"));
        lines.addAll(List.of(rows));
        return console.upload(name, lines.toArray(String[]::new));
    }

    /** A ready file of PR with records of these ids. */
    String ready(String... keys) {
        String id = draft(Console.PR);
        done(as(VENDOR, "upload", id, upload(id, keys).toString()));
        return id;
    }

    private Path upload(String id, String... keys) {
        return prices(
                id + ".csv",
                Arrays.stream(keys).map(each -> Uploads.pr(each, "2", "40.16")).toArray(String[]::new));
    }

    String pending(String... keys) {
        String id = ready(keys);
        done(as(VENDOR, "submit", id));
        return id;
    }

    String accepted(String... keys) {
        String id = pending(keys);
        done(as(BUYER, "accept", id));
        return id;
    }

    /** The id of the n-th record of a file. */
    String record(String file, int place) {
        Run records = as(BUYER, "records", file, "--json");
        return records.json().get(place).get("id").textValue();
    }

    /** The id of the first part of a file. */
    String part(String file) {
        return as(BUYER, "parts", file, "--json").json().get(0).get("id").textValue();
    }

    private static Run done(Run run) {
        if (run.code() != 0) {
            throw new AssertionError("a step before the test failed: " + run);
        }
        return run;
    }
}
