package org.usageflow.core.internal.judge;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;

/** Reports what is wrong with rows, at their cells, with the raw value. */
final class RowReporter {

    private final Layout layout;
    private final ProblemCollector problems;

    RowReporter(Layout layout, ProblemCollector problems) {
        this.layout = layout;
        this.problems = problems;
    }

    /** An error at a slot, which is then in error. */
    void error(RowState row, ProblemCode code, int slot, Map<String, String> arguments) {
        report(row, code, Severity.ERROR, slot, arguments);
    }

    /** A problem at a slot; an error puts slot and row in error. */
    void report(RowState row, ProblemCode code, Severity severity, int slot, Map<String, String> arguments) {
        if (severity == Severity.ERROR) {
            row.fail(slot);
        }
        at(row, code, severity, layout.sourceOf[slot], layout.names[slot], arguments);
    }

    /** A problem at a column of the source, which need not be one of the schema's. */
    void at(
            RowState row,
            ProblemCode code,
            Severity severity,
            int source,
            @Nullable String name,
            Map<String, String> arguments) {
        if (severity == Severity.ERROR) {
            row.inError = true;
        }
        problems.add(
                ProblemCollector.RECORDS,
                row.position,
                source,
                code,
                severity,
                () -> new Problem(
                        code,
                        severity,
                        place(row.number, row.position, source, name),
                        rawOrNull(row, source),
                        arguments));
    }

    /** A problem that shows once the file is read. */
    void late(
            RowEntry row,
            ProblemCode code,
            Severity severity,
            int slot,
            @Nullable String value,
            Map<String, String> arguments) {
        // A host's judge may name a column that its schema does not look at.
        int source = slot < 0 ? -1 : layout.sourceOf[slot];
        String name = slot < 0 ? null : layout.names[slot];
        long number = row.number;
        long position = row.position;
        problems.add(
                ProblemCollector.RECORDS,
                position,
                source,
                code,
                severity,
                () -> new Problem(code, severity, place(number, position, source, name), value, arguments));
    }

    private static @Nullable String rawOrNull(RowState row, int source) {
        String raw = row.rawText(source);
        return raw == null || raw.isEmpty() ? null : raw;
    }

    private Place place(long number, long position, int source, @Nullable String name) {
        return layout.table.locator().locate(number, position, source, name);
    }
}
