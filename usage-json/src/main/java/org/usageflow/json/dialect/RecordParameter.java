package org.usageflow.json.dialect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of the vendor's own.
 *
 * <p>Immutable, thread-safe. Source: rules §12.
 *
 * @param name its name, without {@code v.}
 * @param value its value; null for none
 */
public record RecordParameter(String name, @Nullable String value) {

    public RecordParameter {
        Objects.requireNonNull(name, "name");
    }
}
