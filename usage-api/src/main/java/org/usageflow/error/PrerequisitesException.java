package org.usageflow.error;

import java.util.List;
import org.usageflow.problem.Problem;

/**
 * The vendor may not report: one or more of the prerequisites do not hold.
 *
 * <p>Source: rules §2.
 */
public final class PrerequisitesException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Keeps what does not hold.
     *
     * @param problems of the group prerequisites, at least one
     */
    public PrerequisitesException(List<Problem> problems) {
        super(
                "the vendor may not report: "
                        + String.join(
                                ", ",
                                problems.stream()
                                        .map(each -> each.code().name())
                                        .toList()),
                null);
        this.problems = List.copyOf(problems);
    }

    /** What does not hold; empty in a copy that was serialized, whose message names the codes. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}
