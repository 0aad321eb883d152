package org.usageflow.spi.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.UsageFileId;

/**
 * Part files. <b>Implementable</b> as part of a {@link UsageStore}; contract: {@code UsageStoreContract} in the testkit.
 *
 * <p>Source: rules §4.3, §5.
 */
public interface PartStore {

    /**
     * Keeps a new part of a file that is kept.
     *
     * @throws org.usageflow.error.StaleVersionException if another part has the id
     */
    void insert(PartFile part);

    /**
     * Keeps a changed part.
     *
     * @param changed one version on from the one that is kept
     * @throws org.usageflow.error.StaleVersionException if another version is kept
     * @throws org.usageflow.error.NotFoundException if no part has the id
     */
    void update(PartFile changed);

    /** The part as the reader sees it, see {@link ReadScope#seesBuyersOwn}; empty where it does not exist or the reader does not see it, which cost the same. */
    Optional<PartFile> find(PartFileId id, ReadScope reader);

    /** The parts of a file that the reader sees, by id: all of them or none, and at most {@link PartFileId#MOST}. */
    List<PartFile> list(UsageFileId file, ReadScope reader);

    /**
     * The parts in DRAFT of all files, by id, whoever asks: those that somebody completes just now, or did not.
     *
     * @param after the last id of the call before; null for the first
     * @param limit how many at the most
     */
    List<PartFile> unsettled(@Nullable PartFileId after, int limit);
}
