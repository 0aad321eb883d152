package org.usageflow.verification.flow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.usageflow.problem.Place;
import org.usageflow.verification.flow.Draft.Head;
import org.usageflow.verification.flow.Draft.Line;

/** Writes a draft as a JSON array or as JSON Lines: blanks and line ends where they may be, blank cells as null or left out. */
final class JsonFile {

    private final StringBuilder out = new StringBuilder();
    private final Random random;
    private final boolean array;
    private long line = 1;
    private int element;
    private int objects;
    /** A blank object between, which is a row that is blank. */
    private final boolean gaps;

    private JsonFile(Random random, boolean array) {
        this.random = random;
        this.array = array;
        this.gaps = random.nextInt(3) == 0;
    }

    static Written array(Draft draft, Random random) {
        return new JsonFile(random, true).write(draft);
    }

    static Written lines(Draft draft, Random random) {
        return new JsonFile(random, false).write(draft);
    }

    private Written write(Draft draft) {
        append(array ? "[" : "");
        List<Integer> elements = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        for (Line each : draft.lines) {
            gap();
            next();
            lines.add(line);
            elements.add(element - 1);
            object(draft, each);
        }
        append(array ? "]" : "");
        List<Long> categoryLines = new ArrayList<>();
        byte[] categories = CsvFile.categories(draft, random, categoryLines);
        var places = new Pointers(new Written.Lines(0, lines, categoryLines), elements, array);
        return new Written(draft.bytes.apply(out.toString().getBytes(StandardCharsets.UTF_8)), categories, places);
    }

    private record Pointers(Written.Lines lines, List<Integer> elements, boolean array) implements Written.Places {

        @Override
        public Place cell(int row, int column, Head head) {
            return new Place(null, lines.lines().get(row), head.name, null, pointer(row, head));
        }

        /** A member has no header; it is placed where it stands first. */
        @Override
        public Place header(int column, Head head) {
            return new Place(null, lines.lines().get(0), head.text.strip(), null, pointer(0, head));
        }

        private String pointer(int row, Head head) {
            String member = "/" + head.text.replace("~", "~0").replace("/", "~1");
            return array ? "/" + elements.get(row) + member : member;
        }

        @Override
        public Place category(int index) {
            return lines.category(index);
        }
    }

    private void gap() {
        if (!array) {
            while (random.nextInt(8) == 0) {
                append(random.nextBoolean() ? "\n" : " \n");
            }
        }
        if (gaps && objects > 0 && random.nextInt(5) == 0) {
            next();
            append("{}");
        }
    }

    private void next() {
        if (objects++ > 0) {
            append(array ? "," : "\n");
        }
        element++;
        blanks(true);
    }

    private void blanks(boolean lines) {
        if (random.nextInt(3) == 0) {
            append(array && lines && random.nextBoolean() ? "\n  " : " ");
        }
    }

    private void object(Draft draft, Line each) {
        append("{");
        boolean first = true;
        for (Head head : draft.heads) {
            Cell cell = each.cell(head);
            boolean optional = !first && draft.lines.indexOf(each) > 0;
            if (cell.isBlank() && optional && random.nextBoolean()) {
                continue;
            }
            append(first ? "" : ",");
            blanks(!draft.compact);
            append(string(head.text) + (random.nextInt(4) == 0 ? " : " : ":"));
            append(value(cell));
            first = false;
        }
        blanks(!draft.compact);
        append("}");
    }

    private static String value(Cell cell) {
        return switch (cell.kind()) {
            case BLANK -> "null";
            case NUMBER, STRUCTURE -> cell.text();
            case TRUTH -> cell.text().toLowerCase(java.util.Locale.ROOT);
            case TEXT, DATE, ERROR, FORMULA -> string(cell.text());
        };
    }

    static String string(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private void append(String text) {
        out.append(text);
        line += text.chars().filter(c -> c == '\n').count();
    }
}
