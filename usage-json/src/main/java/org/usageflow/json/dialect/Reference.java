package org.usageflow.json.dialect;

import org.jspecify.annotations.Nullable;

/**
 * Another thing, by id and name: the dialect's {@code {id, name}}.
 *
 * @param id its id; null where only the name is said
 * @param name what people call it; null where only the id is said
 */
public record Reference(@Nullable String id, @Nullable String name) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if both are null
     */
    public Reference {
        Checks.saysSomething("a reference", id, name);
    }

    /** By id alone. */
    public static Reference to(String id) {
        return new Reference(id, null);
    }
}
