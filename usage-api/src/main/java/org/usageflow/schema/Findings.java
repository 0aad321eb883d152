package org.usageflow.schema;

import java.util.Map;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;

/** Where a rule says what is wrong with the row it looks at. <b>Not for implementation</b> outside tests. */
public interface Findings {

    /**
     * Something is wrong at a column of the row. The raw value is added by the caller.
     *
     * @param code what
     * @param severity how much it weighs
     * @param column the canonical name, or that of a {@code v.} column
     * @param arguments for the message
     */
    void report(ProblemCode code, Severity severity, String column, Map<String, String> arguments);

    /** The same with the code's own severity. */
    default void report(ProblemCode code, String column, Map<String, String> arguments) {
        report(code, code.severity(), column, arguments);
    }
}
