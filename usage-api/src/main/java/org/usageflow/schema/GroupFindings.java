package org.usageflow.schema;

import java.util.Map;
import org.usageflow.model.Tier;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;

/** Where a judge says what is wrong with a group. <b>Not for implementation</b> outside tests. */
public interface GroupFindings {

    /**
     * Something is wrong at a row of the group.
     *
     * @param row which row
     * @param code what
     * @param severity how much it weighs
     * @param column {@code tier}, {@code quantity} or {@code amount}; that cell's value is added by the caller
     * @param arguments for the message
     */
    void report(GroupRow row, ProblemCode code, Severity severity, String column, Map<String, String> arguments);

    /**
     * The group lacks a row for a tier; TIER_MISSING at the given row's tier. Not reported where a row that is itself in error may be the one that lacks: one fault, one problem.
     */
    void lacks(GroupRow row, Tier missing);
}
