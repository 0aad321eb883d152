package org.usageflow.spi.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.UsageFileId;

/**
 * Reconciliation files, and the problems of their rows. <b>Implementable</b> as part of a {@link UsageStore}; contract: {@code UsageStoreContract} in the testkit.
 *
 * <p>Source: rules §3.7, §4.4, §5.
 */
public interface ReconciliationStore {

    /**
     * Keeps a new reconciliation file of a usage file that is kept.
     *
     * @throws org.usageflow.error.StaleVersionException if another one has the id
     */
    void insert(ReconciliationFile file);

    /**
     * Keeps a changed file.
     *
     * @param changed one version on from the one that is kept
     * @throws org.usageflow.error.StaleVersionException if another version is kept
     * @throws org.usageflow.error.NotFoundException if no file has the id
     */
    void update(ReconciliationFile changed);

    /** The file as the reader sees it, see {@link ReadScope#seesBuyersOwn}; empty where it does not exist or the reader does not see it, which cost the same. */
    Optional<ReconciliationFile> find(ReconciliationFileId id, ReadScope reader);

    /** The reconciliation files of a usage file that the reader sees, by id: all of them or none, and at most {@link ReconciliationFileId#MOST}. */
    List<ReconciliationFile> list(UsageFileId file, ReadScope reader);

    /**
     * The reconciliation files in PROCESSING of all usage files, by id, whoever asks: those that somebody goes through just now, or did not to the end.
     *
     * @param after the last id of the call before; null for the first
     * @param limit how many at the most
     */
    List<ReconciliationFile> unsettled(@Nullable ReconciliationFileId after, int limit);

    /**
     * Keeps problems of a reconciliation file, in bulk, in whatever order they were found.
     *
     * @throws org.usageflow.error.NotFoundException if no file has the id
     */
    void appendProblems(ReconciliationFileId file, List<PlacedProblem> problems);

    /** Leaves the problems of a reconciliation file without raw values and arguments, and nothing of those anywhere; code, severity, place and order stay. */
    void eraseValues(ReconciliationFileId file);

    /**
     * The problems of a reconciliation file in the order of their keys, whoever asks.
     *
     * @param after the last key of the call before; null for the first
     * @param limit how many at the most
     */
    List<PlacedProblem> problems(ReconciliationFileId file, @Nullable ProblemKey after, int limit);
}
