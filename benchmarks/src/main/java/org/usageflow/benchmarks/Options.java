package org.usageflow.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param stores which stores
 * @param rows how many records, one table each; at least 1,000
 * @param rounds that count
 * @param warmUps rounds before them
 * @param what only contests whose name holds this; empty for all
 * @param page into which page the tables are written; null for none
 */
record Options(
        Set<Store> stores,
        List<Integer> rows,
        int rounds,
        int warmUps,
        String what,
        @Nullable Path page) {

    /** How to ask. */
    static final String USAGE = """
            benchmarks/run [--stores memory,h2,postgresql,mariadb] [--rows 100000,1000000] [--rounds 5] [--warm-up 1] [--only WORD] [--write]

              --stores   which stores; all by default, MariaDB where it is installed
              --rows     how many records, a table for each number
              --rounds   rounds that count
              --warm-up  rounds before them
              --only     only what has this word in its name: append, export, page, claim, move, close, whole
              --write    write the tables into docs/performance.md
            """;

    /** A kind of store. */
    enum Store {
        MEMORY,
        H2,
        POSTGRESQL,
        MARIADB
    }

    Options {
        stores = Set.copyOf(stores);
        rows = List.copyOf(rows);
        if (rows.stream().anyMatch(each -> each < 1_000) || rounds < 1 || warmUps < 0) {
            throw new IllegalArgumentException("at least 1,000 rows and a round are measured");
        }
    }

    /**
     * Reads what was asked for.
     *
     * @param root of the project
     * @throws IllegalArgumentException if it is not understood
     */
    static Options parse(List<String> arguments, Path root) {
        Set<Store> stores = EnumSet.allOf(Store.class);
        List<Integer> rows = List.of(100_000, 1_000_000);
        int rounds = 5;
        int warmUps = 1;
        String what = "";
        Path page = null;
        var left = new ArrayList<>(arguments);
        while (!left.isEmpty()) {
            String option = left.remove(0);
            switch (option) {
                case "--stores" ->
                    stores = EnumSet.copyOf(list(left, option).stream()
                            .map(each -> Store.valueOf(each.toUpperCase(Locale.ROOT)))
                            .toList());
                case "--rows" ->
                    rows = list(left, option).stream().map(Integer::valueOf).toList();
                case "--rounds" -> rounds = Integer.parseInt(value(left, option));
                case "--warm-up" -> warmUps = Integer.parseInt(value(left, option));
                case "--only" -> what = value(left, option);
                case "--write" -> page = root.resolve("docs").resolve("performance.md");
                default -> throw new IllegalArgumentException("'" + option + "' is no option");
            }
        }
        return new Options(stores, rows, rounds, warmUps, what, page);
    }

    private static String value(List<String> left, String option) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " lacks its value");
        }
        return left.remove(0);
    }

    private static List<String> list(List<String> left, String option) {
        return List.of(value(left, option).split(",", -1));
    }
}
