package org.usageflow.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The results as Markdown.
 *
 * @param results of the contests
 * @param settings of the databases, a line each
 * @param rounds that counted
 * @param warmUps rounds before them
 */
record Report(List<Result> results, List<String> settings, int rounds, int warmUps) {

    Report {
        results = List.copyOf(results);
        settings = List.copyOf(settings);
    }

    /**
     * All of it: where and when, the goals, the tables.
     *
     * @param began when it was begun
     * @param ended when it was over
     */
    String text(Instant began, Instant ended) {
        var text = new StringBuilder();
        line(
                text,
                "Measured on %s (UTC), in %d minutes, %d rounds after %d of warm-up. %s.",
                began.atOffset(ZoneOffset.UTC).toLocalDate(),
                Duration.between(began, ended).toMinutes(),
                rounds,
                warmUps,
                Machine.description());
        settings.forEach(each -> line(text, "\n%s.", each));
        goals(text);
        for (long rows : new TreeSet<>(
                results.stream().map(each -> each.contest().rows()).toList())) {
            table(text, rows);
        }
        steps(text);
        return text.toString();
    }

    private void goals(StringBuilder text) {
        line(text, "\n### Goals\n");
        line(
                text,
                "| Store | What | Rows | Goal: at most, times the floor | Measured, by the clock | by processor time | |");
        line(text, "|---|---|---:|---:|---:|---:|---|");
        for (Result result : results) {
            BigDecimal goal = result.contest().goal();
            Optional<Timing> floor = result.floor();
            if (goal != null && floor.isPresent()) {
                BigDecimal ratio = result.product().ratioTo(floor.get());
                line(
                        text,
                        "| %s | %s | %,d | %s | %s | %s | %s |",
                        result.contest().store(),
                        result.contest().what(),
                        result.contest().rows(),
                        goal,
                        ratio,
                        result.product().ratioTo(floor.get(), Watch.Reading::cpu),
                        ratio.compareTo(goal) <= 0 ? "reached" : "**missed**");
            }
        }
    }

    private void table(StringBuilder text, long rows) {
        line(text, "\n### %,d records\n", rows);
        line(
                text,
                "| Store | What | Way | Seconds | Rounds from – to | Times the floor | Processor seconds | Times the floor's |");
        line(text, "|---|---|---|---:|---:|---:|---:|---:|");
        for (Result result : results) {
            if (result.contest().rows() == rows) {
                result.timings().forEach(way -> way(text, result, way));
            }
        }
    }

    private static void way(StringBuilder text, Result result, Timing way) {
        Optional<Timing> floor = result.floor();
        boolean isFloor = floor.filter(way::equals).isPresent();
        line(
                text,
                "| %s | %s | %s | %s | %s – %s | %s | %s | %s |",
                result.contest().store(),
                result.contest().what(),
                isFloor ? way.name() + " (floor)" : way.name(),
                seconds(way.nanos()),
                seconds(way.quickest()),
                seconds(way.slowest()),
                floor.map(each -> way.ratioTo(each).toString()).orElse(""),
                seconds(way.cpu()),
                floor.map(each -> way.ratioTo(each, Watch.Reading::cpu).toString())
                        .orElse(""));
    }

    /** The steps of ways that have some. */
    private void steps(StringBuilder text) {
        List<Result> stepped = results.stream()
                .filter(each -> !each.product().readings().get(0).laps().isEmpty())
                .toList();
        if (stepped.isEmpty()) {
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        stepped.forEach(
                each -> names.addAll(each.product().readings().get(0).laps().keySet()));
        line(text, "\n### The whole, step by step, in seconds\n");
        line(text, "| Store | Rows | %s |", String.join(" | ", names));
        line(text, "|---|---:|%s", "---:|".repeat(names.size()));
        for (Result result : stepped) {
            List<String> cells = new ArrayList<>();
            for (String name : names) {
                cells.add(seconds(
                        result.product().median(reading -> reading.laps().getOrDefault(name, 0L))));
            }
            line(
                    text,
                    "| %s | %,d | %s |",
                    result.contest().store(),
                    result.contest().rows(),
                    String.join(" | ", cells));
        }
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9)
                .setScale(nanos < 10_000_000 ? 4 : 2, RoundingMode.HALF_UP)
                .toString();
    }

    private static void line(StringBuilder text, String pattern, Object... values) {
        text.append(String.format(Locale.ROOT, pattern, values)).append('\n');
    }
}
