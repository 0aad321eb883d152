package org.usageflow.json.dialect;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.SchemaCode;

/**
 * The file of a record; what is null is not said.
 *
 * <p>Immutable, thread-safe. Source: rules §12.
 *
 * @param id its id
 * @param name what people call it
 * @param schema how amounts are reported
 * @param currency of the amount; null where the schema reports none
 */
public record RecordFile(
        @Nullable String id,
        @Nullable String name,
        @Nullable SchemaCode schema,
        @Nullable Currency currency) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if all are null
     */
    public RecordFile {
        Checks.saysSomething("a usagefile", id, name, schema, currency);
    }
}
