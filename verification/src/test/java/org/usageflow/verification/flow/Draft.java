package org.usageflow.verification.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.usageflow.spi.format.DateSystem;

/** An upload to be written: header, rows, and what a workbook has beside them. Mutable, so that faults can be put in. */
final class Draft {

    /** A column: its header as written, and the name that problems of its cells have, null where that is none. */
    static final class Head {
        final String text;
        final String name;

        Head(String text, String name) {
            this.text = text;
            this.name = name;
        }
    }

    /** A row and the figures that it adds to the totals. */
    static final class Line {
        final Map<Head, Cell> cells = new LinkedHashMap<>();
        BigDecimal quantity;
        BigDecimal amount;
        Integer tier;
        /** Rows of one consumption share it. */
        int consumption;

        Line copy() {
            var copy = new Line();
            copy.cells.putAll(cells);
            copy.quantity = quantity;
            copy.amount = amount;
            copy.tier = tier;
            copy.consumption = consumption;
            return copy;
        }

        Cell cell(Head head) {
            return cells.getOrDefault(head, Cell.BLANK);
        }
    }

    final List<Head> heads = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    /** Ids of the categories in their order; null where the upload defines none. */
    List<String> categories;
    /** The tab {@code general}; null for none. */
    Map<String, String> general;

    String tab = "records";
    char delimiter = ',';
    /** Whether each JSON object stands on one line, so that its members do too. */
    boolean compact;

    DateSystem dates = DateSystem.EXCEL_1900;
    /** A last change of the parts of a workbook, then of the bytes of any file. */
    UnaryOperator<Map<String, byte[]>> parts = UnaryOperator.identity();

    UnaryOperator<byte[]> bytes = UnaryOperator.identity();

    /** The column of that canonical name; null where there is none. */
    Head head(String name) {
        return heads.stream().filter(each -> name.equals(each.name)).findFirst().orElse(null);
    }

    String describe() {
        var text = new StringBuilder();
        heads.forEach(head -> text.append(head.text).append(" | "));
        for (Line line : lines) {
            text.append('\n');
            heads.forEach(head -> text.append(excerpt(line.cell(head))).append(" | "));
        }
        return text.append("\ncategories ")
                .append(categories)
                .append(", general ")
                .append(general)
                .toString();
    }

    private static String excerpt(Cell cell) {
        String text = cell.text().length() <= 60 ? cell.text() : cell.text().substring(0, 60) + "…";
        return cell.kind() == Cell.Kind.TEXT ? '"' + text + '"' : cell.isBlank() ? "" : cell.kind() + " " + text;
    }
}
