package org.usageflow.verification.flow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.usageflow.schema.Columns;
import org.usageflow.verification.flow.Draft.Head;
import org.usageflow.verification.flow.Draft.Line;

/** Writes a draft as CSV: quotes where needed and at random, line ends mixed, blank lines between. */
final class CsvFile {

    private static final List<String> PLAIN =
            List.of(Columns.QUANTITY, Columns.AMOUNT, Columns.TIER, Columns.START_TIME_UTC, Columns.END_TIME_UTC);

    private final StringBuilder out = new StringBuilder();
    private final Random random;
    private final char delimiter;
    private final String end;
    private long line = 1;

    private CsvFile(Random random, char delimiter) {
        this.random = random;
        this.delimiter = delimiter;
        this.end = List.of("\r\n", "\n", "\r", "").get(random.nextInt(4));
    }

    static Written write(Draft draft, Random random) {
        var file = new CsvFile(random, draft.delimiter);
        long header = file.row(draft.heads.stream().map(head -> head.text).toList());
        List<Long> lines = new ArrayList<>();
        for (Line each : draft.lines) {
            lines.add(file.row(texts(draft, each)));
        }
        List<Long> categoryLines = new ArrayList<>();
        byte[] categories = categories(draft, random, categoryLines);
        var places = new Written.Lines(header, lines, categoryLines);
        return new Written(draft.bytes.apply(file.bytes()), categories, places);
    }

    /** The categories as a second file; null where there are none. */
    static byte[] categories(Draft draft, Random random, List<Long> lines) {
        if (draft.categories == null) {
            return null;
        }
        var file = new CsvFile(random, draft.delimiter);
        file.row(List.of("category_id", "category_name"));
        for (String id : draft.categories) {
            lines.add(file.row(List.of(guarded(id), "a name")));
        }
        return file.bytes();
    }

    private static List<String> texts(Draft draft, Line line) {
        List<String> texts = new ArrayList<>();
        for (Head head : draft.heads) {
            Cell cell = line.cell(head);
            boolean plain = cell.kind() != Cell.Kind.TEXT || PLAIN.contains(String.valueOf(head.name));
            texts.add(plain ? cell.text() : guarded(cell.text()));
        }
        return texts;
    }

    /** Text that a spreadsheet would run gets an apostrophe. */
    private static String guarded(String text) {
        return text.matches("(?s)'*[=+\\-@\t\r].*") ? "'" + text : text;
    }

    private long row(List<String> texts) {
        while (random.nextInt(8) == 0) {
            end(random.nextBoolean() ? "" : "  ");
        }
        long start = line;
        for (int i = 0; i < texts.size(); i++) {
            out.append(i == 0 ? "" : delimiter);
            field(texts.get(i));
        }
        end("");
        return start;
    }

    private void end(String before) {
        out.append(before);
        String chosen = end.isEmpty() ? List.of("\r\n", "\n", "\r").get(random.nextInt(3)) : end;
        // A lone CR and a following LF would be one line end
        out.append(chosen.equals("\n") && out.length() > 0 && out.charAt(out.length() - 1) == '\r' ? "\r\n" : chosen);
        line++;
    }

    private void field(String text) {
        boolean needed = text.chars().anyMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
        if (!needed && (text.isEmpty() || random.nextInt(4) > 0)) {
            out.append(text);
            return;
        }
        out.append('"').append(text.replace("\"", "\"\"")).append('"');
        line += lineEnds(text);
    }

    /** CRLF, LF and CR alike. */
    static int lineEnds(String text) {
        return (int) text.replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
    }

    private byte[] bytes() {
        String mark = random.nextInt(3) == 0 ? "\uFEFF" : "";
        return (mark + out).getBytes(StandardCharsets.UTF_8);
    }
}
