package org.usageflow.console.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.usageflow.console.catalog.JsonCatalog;
import org.usageflow.core.Usageflow;
import org.usageflow.core.store.DirectoryContentStore;
import org.usageflow.core.store.InMemoryUsageStore;
import org.usageflow.csv.CsvFormat;
import org.usageflow.json.JsonFormat;
import org.usageflow.poi.XlsxFormat;
import org.usageflow.policy.Policies;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UsageFormat;
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
     * The library over the catalog, which keeps files and records in memory, with every policy's default.
     *
     * @param uploads the directory of the uploads' bytes; is made if there is none
     * @param clock what time it is
     * @param ids makes the ids of usage files
     * @throws IOException if the directory cannot be made
     */
    public static Usageflow inMemory(JsonCatalog catalog, Path uploads, Clock clock, IdSource ids) throws IOException {
        return builder(catalog)
                .store(new InMemoryUsageStore())
                .content(DirectoryContentStore.at(uploads))
                .clock(clock)
                .ids(ids)
                .build();
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

    private static Usageflow.Builder builder(JsonCatalog catalog) {
        return Usageflow.builder()
                .formats(formats().toArray(UsageFormat[]::new))
                .reference(catalog);
    }

    private static List<UsageFormat> formats() {
        return List.of(new XlsxFormat(), new CsvFormat(), JsonFormat.array(), JsonFormat.lines());
    }
}
