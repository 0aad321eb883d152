package org.usageflow.console.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a catalog, and which ids it defines.
 *
 * <p>A reference to an id that is not defined yet waits for the end of the file, because the members of a catalog may come in any order. In the usual order none waits.
 */
final class Faults {

    private final List<Fault> found = new ArrayList<>();
    private final List<Reference> waiting = new ArrayList<>();
    private final Map<IdKind, Set<String>> ids = new EnumMap<>(IdKind.class);
    private int order;

    Faults() {
        for (IdKind kind : IdKind.values()) {
            ids.put(kind, new HashSet<>());
        }
    }

    void add(String path, String words) {
        found.add(new Fault(order++, path + ": " + words));
    }

    /** Defines an id; false if it was defined before. */
    boolean define(IdKind kind, String id) {
        return ids(kind).add(id);
    }

    /** Refers to an id that is defined somewhere in the file. */
    void refer(String path, IdKind kind, String id) {
        if (!ids(kind).contains(id)) {
            waiting.add(new Reference(order++, path, kind, id, null));
        }
    }

    /** Refers to an item of a product by its MPN. */
    void referToItem(String path, String product, String mpn) {
        if (!ids(IdKind.ITEM).contains(itemKey(product, mpn))) {
            waiting.add(new Reference(order++, path, IdKind.ITEM, mpn, product));
        }
    }

    static String itemKey(String product, String mpn) {
        return product + '\n' + mpn;
    }

    /** All faults in the order of the file, once it is read. */
    List<String> all() {
        for (Reference each : waiting) {
            if (isBroken(each)) {
                found.add(new Fault(each.order, each.path + ": " + each.words()));
            }
        }
        waiting.clear();
        return found.stream()
                .sorted(Comparator.comparingInt(Fault::order))
                .map(Fault::words)
                .toList();
    }

    private boolean isBroken(Reference reference) {
        String product = reference.product;
        if (product == null) {
            return !ids(reference.kind).contains(reference.id);
        }
        // An unknown product is a fault of its own: nothing more is said of its items.
        return ids(IdKind.PRODUCT).contains(product) && !ids(IdKind.ITEM).contains(itemKey(product, reference.id));
    }

    private Set<String> ids(IdKind kind) {
        return java.util.Objects.requireNonNull(ids.get(kind));
    }

    private record Fault(int order, String words) {}

    private record Reference(
            int order,
            String path,
            IdKind kind,
            String id,
            @Nullable String product) {

        String words() {
            return product == null
                    ? "there is no " + kind.words() + " '" + id + "'"
                    : "product '" + product + "' has no item with the MPN '" + id + "'";
        }
    }
}
