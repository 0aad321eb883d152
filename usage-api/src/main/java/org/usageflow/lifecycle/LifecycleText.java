package org.usageflow.lifecycle;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Prints a life cycle, row by row: as a Markdown table, a Mermaid state diagram, or JSON.
 *
 * <p>Statuses, actions and capacities are in lower case; the origin of the row that creates is {@code new}. Lines end in a line feed. Thread-safe.
 */
public final class LifecycleText {

    private LifecycleText() {}

    /** A table with the columns from, action, to, by. */
    public static String markdown(Lifecycle<?, ?> lifecycle) {
        var text = new StringBuilder("| # | from | action | to | by |\n|---|---|---|---|---|\n");
        int number = 1;
        for (Transition<?, ?> row : lifecycle.transitions()) {
            text.append("| ").append(number++);
            text.append(" | ").append(from(row));
            text.append(" | ").append(code(row.action()));
            text.append(" | ").append(code(row.to()));
            text.append(" | ").append(String.join(", ", by(row))).append(" |\n");
        }
        return text.toString();
    }

    /** A {@code stateDiagram-v2}. */
    public static String mermaid(Lifecycle<?, ?> lifecycle) {
        var text = new StringBuilder("stateDiagram-v2\n");
        for (Transition<?, ?> row : lifecycle.transitions()) {
            text.append("    ").append(row.creates() ? "[*]" : from(row));
            text.append(" --> ").append(code(row.to()));
            text.append(" : ").append(code(row.action()));
            text.append(" (").append(String.join(", ", by(row))).append(")\n");
        }
        for (Object status : lifecycle.statuses()) {
            if (isTerminal(lifecycle, status)) {
                text.append("    ").append(code((Enum<?>) status)).append(" --> [*]\n");
            }
        }
        return text.toString();
    }

    /** An array of objects with the members {@code from}, {@code action}, {@code to} and {@code by}, one object a line. */
    public static String json(Lifecycle<?, ?> lifecycle) {
        return lifecycle.transitions().stream()
                .map(row -> "{\"from\":\"" + from(row) + "\",\"action\":\"" + code(row.action()) + "\",\"to\":\""
                        + code(row.to()) + "\",\"by\":"
                        + by(row).stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(",", "[", "]"))
                        + "}")
                .collect(Collectors.joining(",\n ", "[", "]\n"));
    }

    private static boolean isTerminal(Lifecycle<?, ?> lifecycle, Object status) {
        return lifecycle.transitions().stream().noneMatch(row -> row.from() == status);
    }

    private static String from(Transition<?, ?> row) {
        Enum<?> from = row.from();
        return from == null ? "new" : code(from);
    }

    private static List<String> by(Transition<?, ?> row) {
        return row.allowedTo().stream().map(Capacity::code).toList();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
