package org.usageflow.spi.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageFileId;
import org.usageflow.problem.ProblemCode;

/**
 * The problems of uploads: every one, listed or not. <b>Implementable</b> as part of a {@link UsageStore}; contract: {@code UsageStoreContract} in the testkit.
 */
public interface ProblemStore {

    /** Keeps problems of a file, in bulk, in whatever order they were found. */
    void append(UsageFileId file, List<PlacedProblem> problems);

    /**
     * The problems of a file in the order of their keys.
     *
     * @param after the last key of the call before; null for the first
     * @param limit how many at the most
     */
    List<PlacedProblem> list(UsageFileId file, @Nullable ProblemKey after, int limit);

    /** The problems of a file's records, in order, from a row on, as {@link #list}; those of the file, its header and its other tables aside. */
    List<PlacedProblem> listRows(UsageFileId file, @Nullable ProblemKey after, int limit);

    /** How many problems a file has of each code that it has. */
    Map<ProblemCode, Long> counts(UsageFileId file);

    /** Leaves the problems of one of a file's records without raw values and arguments, and nothing of those anywhere; code, severity, place and order stay. */
    void eraseValues(UsageFileId file, long position);

    /** Forgets the problems of a file, because it is uploaded anew. */
    void clear(UsageFileId file);
}
