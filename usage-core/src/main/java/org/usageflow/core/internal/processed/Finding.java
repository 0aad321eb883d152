package org.usageflow.core.internal.processed;

import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.spill.Bytes;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemMessages;
import org.usageflow.problem.Severity;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;

/**
 * A problem as the processed file tells it.
 *
 * @param key where it stands in the order of the file
 * @param code what is wrong
 * @param isError whether it is an error, rather than a warning
 * @param sheet the tab; null for none
 * @param column the column's name; null for none
 * @param message in words, on one line
 */
public record Finding(
        ProblemKey key,
        ProblemCode code,
        boolean isError,
        @Nullable String sheet,
        @Nullable String column,
        String message) {

    static final int LONGEST_NAME = 255;
    private static final int LONGEST_MESSAGE = 4_000;
    private static final ProblemCode[] CODES = ProblemCode.values();

    static Finding of(PlacedProblem placed, ProblemMessages words) {
        Problem problem = placed.problem();
        Place place = problem.place();
        return new Finding(
                placed.key(),
                problem.code(),
                problem.severity() == Severity.ERROR,
                Texts.lineOrNull(place.sheet(), LONGEST_NAME),
                Texts.lineOrNull(place.column(), LONGEST_NAME),
                Texts.line(words.message(problem), LONGEST_MESSAGE));
    }

    /** The problem for a person: code, column, words. */
    String text() {
        String name = column == null ? "" : column + ": ";
        return (isError ? code.name() : code + " (warning)") + ": " + name + message;
    }

    /** The shortest that still says what is wrong, and where. */
    String briefly() {
        return column == null ? code.name() : code + ": " + column;
    }

    @SuppressWarnings("EnumOrdinal") // for the time of a judgement, never kept
    void write(Bytes out) {
        out.put(key.rank()).putLong(key.position() + 1).putShort(key.column() + 1);
        out.putLong(key.sequence()).putShort(code.ordinal()).put(isError ? 1 : 0);
        out.putText(sheet).putText(column).putText(message);
    }

    static Finding read(Bytes in) {
        var key = new ProblemKey(in.get(), in.getLong() - 1, in.getShort() - 1, in.getLong());
        ProblemCode code = CODES[in.getShort()];
        boolean error = in.get() == 1;
        String sheet = in.getText();
        String column = in.getText();
        String message = in.getText();
        return new Finding(key, code, error, sheet, column, message == null ? "" : message);
    }
}
