package org.usageflow.query;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Some of what was asked for.
 *
 * @param items in the order asked for
 * @param next where the next page begins; null where this is the last
 * @param total how many there are in all, exact; null where the count was not asked for
 */
public record Page<T>(
        List<T> items, @Nullable PageKey next, @Nullable Long total) {

    public Page {
        Objects.requireNonNull(items, "items");
        items = List.copyOf(items);
    }
}
