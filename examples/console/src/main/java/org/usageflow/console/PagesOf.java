package org.usageflow.console;

import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.output.Listing;
import org.usageflow.query.Page;
import org.usageflow.query.PageKey;

/**
 * Elements that come page by page.
 *
 * @param page the one behind a key; null for the first
 */
record PagesOf<T>(Function<@Nullable PageKey, Page<T>> page) implements Listing.Elements<T> {

    @Override
    public void forEach(Listing.Taker<T> taker) throws IOException {
        PageKey next = null;
        do {
            Page<T> found = page.apply(next);
            for (T each : found.items()) {
                taker.take(each);
            }
            next = found.next();
        } while (next != null);
    }
}
