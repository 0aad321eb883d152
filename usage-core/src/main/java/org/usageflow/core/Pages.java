package org.usageflow.core;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.usageflow.query.Page;
import org.usageflow.query.PageKey;

/** Makes pages of what was found, which is one more than a page where there is a next one. */
final class Pages {

    private Pages() {}

    static <T> Page<T> of(List<T> found, int limit, Function<T, PageKey> key, @Nullable Long total) {
        if (found.size() <= limit) {
            return new Page<>(found, null, total);
        }
        return new Page<>(found.subList(0, limit), key.apply(found.get(limit - 1)), total);
    }
}
