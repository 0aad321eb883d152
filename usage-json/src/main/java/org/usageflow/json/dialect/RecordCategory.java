package org.usageflow.json.dialect;

import org.jspecify.annotations.Nullable;

/**
 * The category of a record; what is null is not said.
 *
 * <p>Immutable, thread-safe. Source: rules §12.
 *
 * @param id its id in the file
 * @param name what people call it
 * @param description free text
 */
public record RecordCategory(
        @Nullable String id,
        @Nullable String name,
        @Nullable String description) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if all are null
     */
    public RecordCategory {
        Checks.saysSomething("a category", id, name, description);
    }
}
