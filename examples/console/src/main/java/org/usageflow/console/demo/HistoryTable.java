package org.usageflow.console.demo;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.usageflow.console.output.TextTable;
import org.usageflow.model.UsageEvent;

/** Prints a file's history, a line for all that one step brought about. */
final class HistoryTable {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Cast cast;

    HistoryTable(Cast cast) {
        this.cast = cast;
    }

    void print(List<UsageEvent> history, PrintWriter out) {
        Map<Instant, List<UsageEvent>> steps = new LinkedHashMap<>();
        history.forEach(each ->
                steps.computeIfAbsent(each.at(), at -> new ArrayList<>()).add(each));
        var table = new TextTable("    ");
        steps.forEach((at, events) -> table.row(
                WHEN.format(at.atOffset(ZoneOffset.UTC)),
                cast.who(events.get(0).by()),
                actions(events),
                events.get(events.size() - 1).to().name().toLowerCase(Locale.ROOT)));
        table.print(out);
    }

    private static String actions(List<UsageEvent> events) {
        return events.stream()
                .map(each -> each.action().code().replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
