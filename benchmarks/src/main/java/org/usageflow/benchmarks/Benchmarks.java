package org.usageflow.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures the stores, each way of the library beside its floor in the same run, and prints the tables of {@code docs/performance.md}. */
public final class Benchmarks {

    private final Options options;
    private final PrintStream out;
    private final Arena arena;
    private final Sample sample = new Sample();
    private final List<Result> results = new ArrayList<>();
    private final List<String> settings = new ArrayList<>();

    private Benchmarks(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.arena = new Arena(options.warmUps(), options.rounds(), out);
    }

    /**
     * Measures.
     *
     * @param arguments as {@code benchmarks/run --help} tells; the root of the project comes first
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        List<String> all = List.of(arguments);
        Path root = Path.of(all.get(0));
        if (all.contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        Options options = Options.parse(all.subList(1, all.size()), root);
        Clock clock = Clock.systemUTC();
        var began = clock.instant();
        Report report = measure(options, System.err);
        String text = report.text(began, clock.instant());
        System.out.print(text);
        if (options.page() != null) {
            new PageOfTables(options.page()).put(text);
        }
    }

    /** Runs all contests that are asked for, and tells each run to {@code out}. */
    static Report measure(Options options, PrintStream out) throws SQLException, IOException {
        var benchmarks = new Benchmarks(options, out);
        Path directory = Files.createTempDirectory("usageflow-benchmarks-");
        try {
            for (Options.Store store : Options.Store.values()) {
                if (options.stores().contains(store)) {
                    benchmarks.measure(store, directory);
                }
            }
        } finally {
            delete(directory);
        }
        return new Report(benchmarks.results, benchmarks.settings, options.rounds(), options.warmUps());
    }

    private void measure(Options.Store store, Path directory) throws SQLException, IOException {
        Optional<? extends Site> opened = open(store, directory);
        if (opened.isEmpty()) {
            out.println(store + " is not installed here");
            return;
        }
        try (Site site = opened.get()) {
            if (!site.settings().isEmpty()) {
                settings.add(site.name() + ": " + site.settings());
            }
            for (int rows : options.rows()) {
                measure(site, rows, directory);
            }
        }
    }

    private static Optional<? extends Site> open(Options.Store store, Path directory) throws SQLException, IOException {
        return switch (store) {
            case MEMORY -> Optional.of(new MemorySite(directory.resolve("content")));
            case H2 -> Optional.of(BatchSite.h2(directory));
            case POSTGRESQL -> Optional.of(PostgresSite.start(directory));
            case MARIADB -> BatchSite.mariaDb();
        };
    }

    private void measure(Site site, int rows, Path directory) throws SQLException, IOException {
        site.begin(sample, rows);
        for (Contest contest : new Contests(site, sample, rows).all()) {
            if (contest.what().contains(options.what())) {
                results.add(arena.run(contest, site.serverCpu()));
            }
        }
        // The whole is for the store that goals are about, and for the one that costs least
        boolean whole = site instanceof PostgresSite || site instanceof MemorySite;
        if (whole && "the whole".contains(options.what())) {
            var life = new Whole(site, sample, rows, directory);
            results.add(arena.run(life.contest(), site.serverCpu()));
            life.end();
        }
        site.wipe();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> {
                try {
                    Files.delete(each);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
