package org.usageflow.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.usageflow.model.SchemaCode;

/**
 * The schemas that a host reports in, by code. Explicit: nothing is found on the class path.
 *
 * <p>Immutable, thread-safe.
 */
public final class SchemaRegistry {

    private final Map<SchemaCode, ReportingSchema> byCode;

    private SchemaRegistry(Map<SchemaCode, ReportingSchema> byCode) {
        this.byCode = Collections.unmodifiableMap(byCode);
    }

    /**
     * A registry of these schemas.
     *
     * @throws IllegalArgumentException if two have the same code
     */
    public static SchemaRegistry of(Collection<? extends ReportingSchema> schemas) {
        var byCode = new LinkedHashMap<SchemaCode, ReportingSchema>();
        for (ReportingSchema schema : schemas) {
            if (byCode.put(schema.code(), schema) != null) {
                throw new IllegalArgumentException("two schemas have the code " + schema.code());
            }
        }
        return new SchemaRegistry(byCode);
    }

    /**
     * This registry and one more.
     *
     * @throws IllegalArgumentException if its code is taken
     */
    public SchemaRegistry plus(ReportingSchema schema) {
        var schemas = new ArrayList<>(byCode.values());
        schemas.add(schema);
        return of(schemas);
    }

    public Optional<ReportingSchema> find(SchemaCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All, in the order of registration. */
    public List<ReportingSchema> all() {
        return List.copyOf(byCode.values());
    }
}
