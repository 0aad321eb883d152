package org.usageflow.console.host;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.catalog.JsonCatalog;
import org.usageflow.console.database.Database;
import org.usageflow.core.Usageflow;
import org.usageflow.csv.CsvFormat;
import org.usageflow.json.JsonFormat;
import org.usageflow.poi.XlsxFormat;
import org.usageflow.policy.Policies;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.reference.ReferenceData;
import org.usageflow.spi.store.IdSource;

/** Puts the library together: every format there is, over a catalog. */
public final class Host {

    private Host() {}

    /** The library over the catalog, with every policy's default. */
    public static Usageflow over(JsonCatalog catalog) {
        return over(catalog, Policies.DEFAULTS);
    }

    /** The library over the catalog, storing nothing. */
    public static Usageflow over(JsonCatalog catalog, Policies policies) {
        return builder(catalog).policies(policies).build();
    }

    /**
     * The library over reference data and stores, with every policy's default.
     *
     * @param clock what time it is
     * @param ids makes the ids of usage files; null for the library's own
     */
    public static Usageflow keeping(
            ReferenceData reference, Database.Stores stores, Clock clock, @Nullable IdSource ids) {
        Usageflow.Builder builder = builder(reference)
                .store(stores.usage())
                .content(stores.content())
                .lease(stores.lease())
                .clock(clock);
        return (ids == null ? builder : builder.ids(ids)).build();
    }

    /**
     * The format that reads and writes files of a kind.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static UsageFormat format(FormatId id) {
        return formats().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no format " + id));
    }

    /**
     * The format of a processed file.
     *
     * @throws IOException if it cannot be read
     */
    public static UsageFormat formatOf(UploadSource processed) throws IOException {
        ContentSample sample;
        try (InputStream in = processed.open()) {
            sample = new ContentSample(in.readNBytes(ContentSample.SIZE), Set.copyOf(Columns.ADDED_BY_PROCESSED_FILE));
        }
        return formats().stream()
                .filter(each -> each.recognises(sample))
                .findFirst()
                .orElseThrow(() -> new IOException("the processed file is of no known format"))
                .like(sample);
    }

    private static Usageflow.Builder builder(ReferenceData reference) {
        return Usageflow.builder()
                .formats(formats().toArray(UsageFormat[]::new))
                .reference(reference);
    }

    private static List<UsageFormat> formats() {
        return List.of(new XlsxFormat(), new CsvFormat(), JsonFormat.array(), JsonFormat.lines());
    }
}
