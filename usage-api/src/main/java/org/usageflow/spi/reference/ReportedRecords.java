package org.usageflow.spi.reference;

import java.util.Map;
import java.util.Set;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordKey;

/**
 * The records that were reported before. <b>Implementable</b>; contract: {@code ReportedRecordsContract} in the testkit.
 *
 * <p>Where none is wired, validation makes no check against former files. Thread-safe. Exceptions pass through to the caller.
 *
 * <p>Source: rules §3.1 ({@code corrects_record_id}), §6.3 (live ids).
 */
public interface ReportedRecords {

    /**
     * Which of these ids are live: in a production file of kind actual whose status is ready, pending, accepted or closed.
     *
     * @param product of the same product
     * @param contract and contract
     * @param keys at most a batch of them, about 1,000; never empty
     */
    Set<RecordKey> findLive(ProductId product, ContractId contract, Set<RecordKey> keys);

    /**
     * Finds records that others may correct.
     *
     * @param product of the same product
     * @param contract and contract
     * @param ids the vendor's ids or the library's own, mixed; at most a batch of them; never empty
     * @return for each that exists whether it is closed
     */
    Map<String, Boolean> findClosed(ProductId product, ContractId contract, Set<String> ids);
}
