package org.usageflow.core.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.spi.store.PlacedProblem;

/**
 * The part files and reconciliation files of a usage file, as they are at one moment; few of both. Immutable, thread-safe.
 *
 * @param parts by id
 * @param reconciliations by id
 * @param problems of reconciliation files that have any
 */
record BuyersOwn(
        Map<PartFileId, PartFile> parts,
        Map<ReconciliationFileId, ReconciliationFile> reconciliations,
        Map<ReconciliationFileId, ProblemTable> problems) {

    static final BuyersOwn NOTHING = new BuyersOwn(Map.of(), Map.of(), Map.of());

    BuyersOwn with(PartFile part) {
        return new BuyersOwn(with(parts, part.id(), part), reconciliations, problems);
    }

    BuyersOwn with(ReconciliationFile file) {
        return new BuyersOwn(parts, with(reconciliations, file.id(), file), problems);
    }

    BuyersOwn with(ReconciliationFileId file, List<PlacedProblem> more) {
        return new BuyersOwn(
                parts, reconciliations, with(problems, file, problemsOf(file).plus(more)));
    }

    BuyersOwn withoutValues(ReconciliationFileId file) {
        return new BuyersOwn(
                parts, reconciliations, with(problems, file, problemsOf(file).withoutValues(any -> true)));
    }

    ProblemTable problemsOf(ReconciliationFileId file) {
        return problems.getOrDefault(file, ProblemTable.empty());
    }

    List<PartFile> allParts() {
        return new ArrayList<>(parts.values());
    }

    List<ReconciliationFile> allReconciliations() {
        return new ArrayList<>(reconciliations.values());
    }

    private static <K extends Comparable<K>, V> Map<K, V> with(Map<K, V> all, K key, V value) {
        var changed = new TreeMap<K, V>(all);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }
}
