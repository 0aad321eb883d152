package org.usageflow.testkit.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.schema.Findings;

/** Keeps what rules say about a row. Not thread-safe. */
public final class RecordingFindings implements Findings {

    private final List<Finding> all = new ArrayList<>();

    /**
     * What a rule said.
     *
     * @param code what
     * @param severity how much it weighs
     * @param column where
     * @param arguments for the message
     */
    public record Finding(ProblemCode code, Severity severity, String column, Map<String, String> arguments) {}

    /** Nothing was said yet. */
    public RecordingFindings() {}

    @Override
    public void report(ProblemCode code, Severity severity, String column, Map<String, String> arguments) {
        all.add(new Finding(code, severity, column, Map.copyOf(arguments)));
    }

    /** What was said, in order. */
    public List<Finding> all() {
        return List.copyOf(all);
    }

    /** The codes of what was said, in order. */
    public List<ProblemCode> codes() {
        return all.stream().map(Finding::code).toList();
    }
}
