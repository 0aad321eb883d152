package org.usageflow.testkit.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.usageflow.model.Tier;
import org.usageflow.policy.Policies;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.schema.Columns;
import org.usageflow.schema.FileRule;
import org.usageflow.schema.GroupFindings;
import org.usageflow.schema.GroupJudge;
import org.usageflow.schema.GroupRow;

/** Keeps what judges say about groups. Not thread-safe. */
public final class RecordingGroupFindings implements GroupFindings {

    private final List<Finding> all = new ArrayList<>();

    /**
     * What a judge said.
     *
     * @param position of the row
     * @param code what; TIER_MISSING for a tier that lacks
     * @param severity how much it weighs
     * @param column where
     * @param arguments for the message; {@code tier} for a tier that lacks
     */
    public record Finding(
            long position, ProblemCode code, Severity severity, String column, Map<String, String> arguments) {}

    /** Nothing was said yet. */
    public RecordingGroupFindings() {}

    /** What a new judge of the rule says about one group. */
    public static List<Finding> of(FileRule rule, Policies policies, List<GroupRow> group) {
        return of(rule.judge(policies), group);
    }

    /** What the judge says about one more group. */
    public static List<Finding> of(GroupJudge judge, List<GroupRow> group) {
        var findings = new RecordingGroupFindings();
        judge.begin();
        group.forEach(row -> judge.row(row, findings));
        judge.end(findings);
        return findings.all();
    }

    @Override
    public void report(
            GroupRow row, ProblemCode code, Severity severity, String column, Map<String, String> arguments) {
        all.add(new Finding(row.position(), code, severity, column, Map.copyOf(arguments)));
    }

    @Override
    public void lacks(GroupRow row, Tier missing) {
        all.add(new Finding(
                row.position(),
                ProblemCode.TIER_MISSING,
                ProblemCode.TIER_MISSING.severity(),
                Columns.TIER,
                Map.of("tier", missing.toString())));
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
