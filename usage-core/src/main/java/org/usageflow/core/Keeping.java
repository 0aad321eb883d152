package org.usageflow.core;

import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.SchemaCode;
import org.usageflow.schema.Visibility;
import org.usageflow.spi.event.UsageEventListener;
import org.usageflow.spi.reference.ItemRegistry;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.spi.store.IdSource;
import org.usageflow.spi.store.UsageStore;

/** What the services were given that keep something. */
record Keeping(
        UsageStore store,
        ContentStore content,
        Clock clock,
        Leases leases,
        IdSource ids,
        @Nullable ItemRegistry registry,
        List<UsageEventListener> listeners,
        Validator validator,
        Map<SchemaCode, Visibility> visibilities) {

    Keeping {
        listeners = List.copyOf(listeners);
        visibilities = Map.copyOf(visibilities);
    }
}
