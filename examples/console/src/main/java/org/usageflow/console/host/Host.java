package org.usageflow.console.host;

import org.usageflow.console.catalog.JsonCatalog;
import org.usageflow.core.Usageflow;
import org.usageflow.csv.CsvFormat;
import org.usageflow.json.JsonFormat;
import org.usageflow.poi.XlsxFormat;
import org.usageflow.policy.Policies;

/** Puts the library together: every format there is, over a catalog. */
public final class Host {

    private Host() {}

    /** The library over the catalog, with every policy's default. */
    public static Usageflow over(JsonCatalog catalog) {
        return over(catalog, Policies.DEFAULTS);
    }

    /** The library over the catalog. */
    public static Usageflow over(JsonCatalog catalog, Policies policies) {
        return Usageflow.builder()
                .formats(new XlsxFormat(), new CsvFormat(), JsonFormat.array(), JsonFormat.lines())
                .reference(catalog)
                .policies(policies)
                .build();
    }
}
