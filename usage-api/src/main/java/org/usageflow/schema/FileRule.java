package org.usageflow.schema;

import java.util.Set;
import org.usageflow.policy.Policies;

/**
 * What a schema asks of rows together: rows with the same key form a group, which is judged once the file is read. <b>Implementable</b>; contract: {@code ReportingSchemaContract}
 * in the testkit.
 *
 * <p>Groups are kept on disk where they are many; a judge sees one row at a time, in the file's order. Within a group the quantity counts once in every total.
 *
 * <p>Thread-safe and without state; judges have state. Source: rules §6.4.
 */
public interface FileRule {

    /** No groups: every row stands for itself, and every quantity counts. */
    FileRule NONE = new FileRule() {
        @Override
        public Set<KeyPart> key() {
            return Set.of();
        }

        @Override
        public boolean groups(RecordView row) {
            return false;
        }

        @Override
        public GroupJudge judge(Policies policies) {
            throw new IllegalStateException("no groups to judge");
        }
    };

    /** By what rows are grouped; empty for no groups. */
    Set<KeyPart> key();

    /** Whether the row belongs to a group; asked only where the row's item is known. */
    boolean groups(RecordView row);

    /** A judge for groups, one after the other. */
    GroupJudge judge(Policies policies);
}
