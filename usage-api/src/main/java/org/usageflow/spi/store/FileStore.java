package org.usageflow.spi.store;

import java.util.List;
import java.util.Optional;
import org.usageflow.model.AccountId;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.query.FileQuery;

/**
 * Usage files. <b>Implementable</b> as part of a {@link UsageStore}; contract: {@code UsageStoreContract} in the testkit.
 */
public interface FileStore {

    /** What came of an insertion. */
    enum Insertion {
        DONE,
        /** Another file has the id; nothing was changed. */
        ID_TAKEN,
        /** Another file of the same vendor and product has the external id; nothing was changed. */
        EXTERNAL_ID_TAKEN
    }

    /** Keeps a new file. Of two transactions that insert the same id or external id at a time one waits, and then finds it taken. */
    Insertion insert(UsageFile file);

    /**
     * Keeps a changed file.
     *
     * @param changed one version on from the one that is kept
     * @throws org.usageflow.error.StaleVersionException if another version is kept
     * @throws org.usageflow.error.NotFoundException if no file has the id
     */
    void update(UsageFile changed);

    /** The file as the reader sees it; empty where it does not exist or the reader does not see it, which cost the same. */
    Optional<UsageFile> find(UsageFileId id, ReadScope reader);

    /** The file of an external id, whatever its status. */
    Optional<UsageFile> findByExternalId(AccountId vendor, ProductId product, String externalId);

    /** A page of the files that the reader sees and the query lets through, in its order, at most as many as its limit. */
    List<UsageFile> list(FileQuery query, ReadScope reader);

    /** How many files the reader sees that the query lets through, whatever the page. */
    long count(FileQuery query, ReadScope reader);
}
