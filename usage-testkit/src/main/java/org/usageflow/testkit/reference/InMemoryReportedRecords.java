package org.usageflow.testkit.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordKey;
import org.usageflow.spi.reference.ReportedRecords;

/**
 * Records reported before, in memory, which also remember what was asked for. Thread-safe; look-ups go through all records.
 */
public final class InMemoryReportedRecords implements ReportedRecords {

    private final List<KnownRecord> records = new CopyOnWriteArrayList<>();
    private final List<Set<RecordKey>> liveCalls = new CopyOnWriteArrayList<>();
    private final List<Set<String>> closedCalls = new CopyOnWriteArrayList<>();

    /** Nothing was reported before. */
    public InMemoryReportedRecords() {}

    /** These were reported before. */
    public static InMemoryReportedRecords of(Collection<KnownRecord> known) {
        var records = new InMemoryReportedRecords();
        records.records.addAll(known);
        return records;
    }

    /** One more was reported. */
    public void add(KnownRecord record) {
        records.add(record);
    }

    @Override
    public Set<RecordKey> findLive(ProductId product, ContractId contract, Set<RecordKey> keys) {
        liveCalls.add(Set.copyOf(keys));
        return records.stream()
                .filter(each -> isOf(each, product, contract) && each.live() && keys.contains(each.key()))
                .map(KnownRecord::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, Boolean> findClosed(ProductId product, ContractId contract, Set<String> ids) {
        closedCalls.add(Set.copyOf(ids));
        var found = new HashMap<String, Boolean>();
        for (KnownRecord each : records) {
            if (isOf(each, product, contract)) {
                put(found, ids, each.key().value(), each.closed());
                put(found, ids, each.id().value(), each.closed());
            }
        }
        return found;
    }

    private static void put(Map<String, Boolean> found, Set<String> ids, String id, boolean closed) {
        if (ids.contains(id)) {
            found.merge(id, closed, Boolean::logicalOr);
        }
    }

    private static boolean isOf(KnownRecord record, ProductId product, ContractId contract) {
        return record.product().equals(product) && record.contract().equals(contract);
    }

    /** The ids asked for as live, by call. */
    public List<Set<RecordKey>> liveCalls() {
        return List.copyOf(liveCalls);
    }

    /** The ids asked for as closed, by call. */
    public List<Set<String>> closedCalls() {
        return List.copyOf(closedCalls);
    }
}
