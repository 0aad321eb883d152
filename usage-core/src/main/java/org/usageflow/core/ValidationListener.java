package org.usageflow.core;

import org.usageflow.model.ReportedRecord;
import org.usageflow.problem.Problem;
import org.usageflow.spi.event.ProgressListener;

/**
 * Hears of an upload while it is judged: every record and every problem, where the report lists the first problems alone.
 *
 * <p>Called in the judging thread. An exception of it ends the judging and passes through.
 */
public interface ValidationListener extends ProgressListener {

    /** How far it has come; does nothing by default. */
    @Override
    default void onProgress(Progress progress) {}

    /**
     * A row without errors, as far as rows are judged one by one: what only shows once the file is read, such as a repeated id, comes later as a problem. After a fault of shape
     * none of them counts. Does nothing by default.
     *
     * @param row the row's number in the file
     * @param reported what the vendor wrote
     */
    default void onRecord(long row, ReportedRecord reported) {}

    /** A problem, when it is found: not in the order of the report. Does nothing by default. */
    default void onProblem(Problem problem) {}

    /** Whether records are wanted; false spares their making. True by default. */
    default boolean wantsRecords() {
        return true;
    }
}
