package org.usageflow.core.internal.judge;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.judge.CellText.Keeping;
import org.usageflow.model.TextRules;
import org.usageflow.model.Tier;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnType;
import org.usageflow.schema.ColumnUse;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.SourceRow;

/**
 * Reads the cells of a row into its values, and reports those that cannot be read.
 *
 * <p>Source: rules §3.3.
 */
public final class CellReader {

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(Tier.MAX_LEVEL);

    private final Layout layout;
    private final RowReporter reporter;
    private final CellText cells;

    CellReader(Layout layout, RowReporter reporter) {
        this.layout = layout;
        this.reporter = reporter;
        this.cells = new CellText(layout.table);
    }

    /** Reads every cell that has a meaning. */
    void read(SourceRow source, RowState row) {
        for (int slot = 0; slot < layout.size(); slot++) {
            int column = layout.sourceOf[slot];
            if (column >= 0) {
                read(source, column, slot, row);
            }
        }
        for (int column = 0; column < source.width(); column++) {
            if (layout.slotOfSource(column) == Layout.HEADERLESS && !source.isBlank(column)) {
                reporter.at(
                        row,
                        ProblemCode.VALUE_UNEXPECTED,
                        Severity.ERROR,
                        column,
                        null,
                        Map.of("reason", "the column has no header"));
            }
        }
    }

    private void read(SourceRow source, int column, int slot, RowState row) {
        CellKind kind = source.kind(column);
        Column meaning = layout.columns[slot];
        if (kind == CellKind.ERROR) {
            Map<String, String> formula = Map.of("value", "a formula without a computed value");
            reporter.error(row, ProblemCode.VALUE_IN_ERROR, slot, source.length(column) == 0 ? formula : Map.of());
        } else if (source.isBlank(column)) {
            blank(row, slot);
        } else if (meaning.use() == ColumnUse.BLANK) {
            reporter.error(row, ProblemCode.VALUE_UNEXPECTED, slot, Map.of("reason", "the schema does not take it"));
        } else if (kind == CellKind.STRUCTURE) {
            notAllowed(row, slot, "a single value");
        } else {
            readValue(source, column, slot, row);
        }
    }

    private void blank(RowState row, int slot) {
        if (layout.columns[slot].use() == ColumnUse.REQUIRED) {
            reporter.error(row, ProblemCode.VALUE_REQUIRED, slot, Map.of("column", layout.names[slot]));
        }
    }

    private void readValue(SourceRow source, int column, int slot, RowState row) {
        switch (layout.type(slot)) {
            case TEXT, IDENTIFIER -> readText(source, column, slot, row);
            case CHOICE -> readChoice(source, column, slot, row);
            case DECIMAL -> readDecimal(source, column, slot, row);
            case WHOLE -> readWhole(source, column, slot, row);
            case TIME -> readTime(source, column, slot, row);
        }
    }

    private void notAllowed(RowState row, int slot, String expected) {
        reporter.error(row, ProblemCode.VALUE_NOT_ALLOWED, slot, Map.of("expected", expected));
    }

    private void readText(SourceRow source, int column, int slot, RowState row) {
        String text = cells.text(source, column, keeping(slot));
        if (cells.wasDamaged(source, column)) {
            damaged(row, slot, text);
        }
        int max = layout.columns[slot].max();
        int forbidden = TextRules.firstForbidden(text);
        if (TextRules.isBlank(text)) {
            // What stood behind the apostrophe of a guarded text
            blank(row, slot);
        } else if (text.length() > max) {
            reporter.error(row, ProblemCode.VALUE_TOO_LONG, slot, Map.of("limit", Integer.toString(max)));
        } else if (forbidden >= 0) {
            reporter.error(row, ProblemCode.VALUE_HAS_CONTROL_CHARACTER, slot, character(text, forbidden));
        } else {
            row.set(slot, text);
        }
    }

    /** What a message says of a character that text may not hold. */
    public static Map<String, String> character(String text, int index) {
        return Map.of(
                "character", String.format(Locale.ROOT, "U+%04X", (int) text.charAt(index)),
                "position", Integer.toString(index + 1));
    }

    private Keeping keeping(int slot) {
        if (layout.type(slot) == ColumnType.TEXT) {
            return Keeping.EXACT;
        }
        return slot == layout.recordId ? Keeping.IDENTIFIER : Keeping.REPEATING_IDENTIFIER;
    }

    private void damaged(RowState row, int slot, String read) {
        reporter.report(row, ProblemCode.VALUE_DAMAGED, Severity.WARNING, slot, Map.of("read", read));
    }

    private void readChoice(SourceRow source, int column, int slot, RowState row) {
        Column meaning = layout.columns[slot];
        String text = cells.text(source, column, Keeping.REPEATING_IDENTIFIER);
        String word = meaning.accepted().contains(text) ? text : ColumnSet.fold(text);
        if (word.isEmpty()) {
            // What stood behind the apostrophe of a guarded text
            blank(row, slot);
        } else if (meaning.accepted().contains(word)) {
            row.set(slot, word);
        } else {
            notAllowed(row, slot, String.join(", ", meaning.accepted()));
        }
    }

    private @Nullable BigDecimal number(SourceRow source, int column, int slot, RowState row) {
        BigDecimal number = cells.number(source, column);
        if (number == null) {
            reporter.error(row, ProblemCode.VALUE_NOT_A_NUMBER, slot, Map.of());
        } else if (cells.wasDamaged(source, column)) {
            damaged(row, slot, number.toPlainString());
        }
        return number;
    }

    private void readDecimal(SourceRow source, int column, int slot, RowState row) {
        BigDecimal number = number(source, column, slot, row);
        int max = layout.columns[slot].max();
        if (number != null && number.scale() > max) {
            reporter.error(row, ProblemCode.VALUE_TOO_PRECISE, slot, Map.of("limit", Integer.toString(max)));
        } else if (number != null) {
            row.set(slot, number);
        }
    }

    private void readWhole(SourceRow source, int column, int slot, RowState row) {
        BigDecimal number = number(source, column, slot, row);
        if (number == null) {
            return;
        }
        boolean level = number.scale() <= 0 && number.signum() >= 0 && number.compareTo(HIGHEST) <= 0;
        if (level) {
            row.set(slot, number);
        } else {
            notAllowed(row, slot, "a whole number from 0 to " + HIGHEST);
        }
    }

    private void readTime(SourceRow source, int column, int slot, RowState row) {
        Instant time = cells.time(source, column);
        if (time != null) {
            row.set(slot, time);
        } else {
            boolean offset = cells.hadOtherOffset(source, column);
            reporter.error(row, offset ? ProblemCode.VALUE_NOT_UTC : ProblemCode.VALUE_NOT_A_TIME, slot, Map.of());
        }
    }
}
