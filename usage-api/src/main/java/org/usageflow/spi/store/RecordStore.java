package org.usageflow.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.ContractId;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.HubId;
import org.usageflow.model.Item;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.query.RecordQuery;

/**
 * Usage records. <b>Implementable</b> as part of a {@link UsageStore}; contract: {@code UsageStoreContract} in the testkit.
 *
 * <p>What changes many records is one call and, where the store can, one statement. Whoever changes records of a file updates the file in the same transaction, whose version keeps two of them apart.
 */
public interface RecordStore {

    /** Keeps new records of a file, in bulk: the way in for a million, in batches of about 1,000, in the order of their positions, which lie behind those that are kept. */
    void append(UsageFileId file, List<UsageRecord> records);

    /** Keeps records in the place of those with the same ids, which stay at their positions, in bulk, whatever their versions. */
    void replace(UsageFileId file, List<UsageRecord> records);

    /**
     * Keeps a changed record.
     *
     * @param changed one version on from the one that is kept
     * @throws org.usageflow.error.StaleVersionException if another version is kept
     * @throws org.usageflow.error.NotFoundException if no record has the id, or not any more
     */
    void update(UsageRecord changed);

    /**
     * Keeps a changed record as {@link #update} does, and leaves nothing of what it had before anywhere: in no former version, and in nothing that records share unless another one has it too.
     *
     * @param changed one version on from the one that is kept
     * @throws org.usageflow.error.StaleVersionException if another version is kept
     * @throws org.usageflow.error.NotFoundException if no record has the id, or not any more
     */
    void erase(UsageRecord changed);

    /** The record as the reader sees it; empty where it does not exist or the reader does not see it, which cost the same. Retired ones are found. */
    Optional<UsageRecord> find(UsageRecordId id, ReadScope reader);

    /** Of records with these ids those that the reader sees, in no particular order; retired ones are found. At most a batch of ids, of one file or several. What does not exist and what the reader does not see cost the same. */
    List<UsageRecord> findAll(Collection<UsageRecordId> ids, ReadScope reader);

    /** Of the records of a file with these vendor's ids those that the reader sees, by position; retired ones aside. At most a batch of ids, of which several records may have one. */
    List<UsageRecord> findByKeys(UsageFileId file, Set<RecordKey> keys, ReadScope reader);

    /** How many accepted and closed records of a file each hub bills that bills one, counted; records without a hub first, then by the code points of the hub's id. Retired ones aside. */
    List<HubCounts> hubs(UsageFileId file);

    /**
     * The accepted and closed records of a file that a hub bills, in the order of their positions, whoever asks; retired ones aside.
     *
     * @param hub which; null for records whose subscription has none
     * @param afterPosition of the last record of the slice before; -1 for the first
     * @param limit how many at the most
     */
    List<UsageRecord> sliceOfHub(UsageFileId file, @Nullable HubId hub, long afterPosition, int limit);

    /** Closes all accepted records of a file that a hub bills, null for those without a hub, each one version on; retired ones aside. Gives how many. */
    long closeHub(UsageFileId file, @Nullable HubId hub, Closing closing);

    /**
     * The records of a file in the order of their positions, whoever asks; retired ones aside. For the library's own passes over a file.
     *
     * @param afterPosition of the last record of the slice before; -1 for the first
     * @param limit how many at the most
     */
    List<UsageRecord> slice(UsageFileId file, long afterPosition, int limit);

    /** A page of the records that the reader sees and the query lets through, in its order, at most as many as its limit; retired ones aside. */
    List<UsageRecord> list(RecordQuery query, ReadScope reader);

    /** How many records the reader sees that the query lets through, whatever the page; retired ones aside. */
    long count(RecordQuery query, ReadScope reader);

    /** How many records a file has in each status, counted; retired ones aside. */
    RecordCounts counts(UsageFileId file);

    /** Moves all records of a file that are in one status to another, neither of which is CLOSED, each one version on; retired ones aside. Gives how many. */
    long move(UsageFileId file, RecordStatus from, RecordStatus to);

    /** Moves the records at these positions to another status that is not CLOSED, each one version on; at most a batch of them. Positions of none, or of a retired one, are passed over. */
    void moveAt(UsageFileId file, Collection<Long> positions, RecordStatus to);

    /** Closes all accepted records of a file, each one version on; retired ones aside. Gives how many. */
    long close(UsageFileId file, Closing closing);

    /** Removes the records of a file, because it is uploaded anew. Their ids are not used again; their keys are no longer claimed. */
    void retire(UsageFileId file);

    /**
     * Claims the vendor's ids of a file's validated records as live for its product and contract. An id that another file holds is not claimed; its record is handed over. Of two transactions that claim the same
     * id at a time one waits, and then finds it taken.
     *
     * @param file whose validated records; it is about to be ready
     * @param taken hears each record whose id another file holds, by position
     */
    void claimKeys(UsageFile file, Consumer<UsageRecord> taken);

    /** Gives back all ids that a file holds. */
    void releaseKeys(UsageFileId file);

    /** Which of these ids are held for the product and contract; at most a batch of them. */
    Set<RecordKey> findLive(ProductId product, ContractId contract, Set<RecordKey> keys);

    /** Finds records, retired ones aside, of files that count (production, actual) and are not deleted, by the vendor's ids or the library's, mixed, at most a batch of them: for each that exists whether it is closed; a vendor's id in several files is closed if one of them is. */
    Map<String, Boolean> findClosed(ProductId product, ContractId contract, Set<String> ids);

    /** The suspended records, retired ones aside, of files that count (production, actual) and are accepted or closed, with one of these vendor's ids; at most a batch of ids. */
    List<UsageRecord> findSuspended(ProductId product, ContractId contract, Set<RecordKey> keys);

    /**
     * The dynamic items that validated, pending or accepted records of a file describe and that are not registered yet, by the code points of their MPN, each once; retired ones aside.
     *
     * @param afterMpn the last MPN of the call before; empty for the first
     * @param limit how many at the most
     */
    List<DynamicItem> dynamicItems(UsageFileId file, String afterMpn, int limit);

    /** Gives those records of a file, as {@link #dynamicItems} looks at them, that describe these dynamic items, by MPN, the items that were registered; each one version on. */
    void assignItems(UsageFileId file, Map<String, Item> byMpn);
}
