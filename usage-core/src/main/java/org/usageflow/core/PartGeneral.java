package org.usageflow.core;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.usageflow.core.internal.processed.GeneralSheet;
import org.usageflow.model.Contract;
import org.usageflow.model.FileDetails;
import org.usageflow.model.Marketplace;
import org.usageflow.model.PartFile;
import org.usageflow.model.Product;
import org.usageflow.model.UsageFile;
import org.usageflow.spi.reference.Catalog;

/**
 * What the tab {@code general} says of a part file: what is known of it, in the order of the attributes.
 *
 * <p>Source: rules §3.4.
 */
final class PartGeneral {

    private PartGeneral() {}

    static Map<String, String> of(Catalog catalog, UsageFile file, PartFile part) {
        FileDetails details = file.details();
        var known = new LinkedHashMap<String, String>();
        known.put(GeneralSheet.REPORT_NAME, details.name());
        known.put(GeneralSheet.REPORT_NOTE, details.note() == null ? "" : details.note());
        known.put(GeneralSheet.REPORT_ID, part.id().value());
        known.put(GeneralSheet.STATUS, file.status().name().toLowerCase(Locale.ROOT));
        known.put(
                GeneralSheet.REPORT_START_TIME_UTC,
                RecordColumns.time(details.period().start()));
        known.put(
                GeneralSheet.REPORT_END_TIME_UTC,
                RecordColumns.time(details.period().endExclusive()));
        known.put(GeneralSheet.VALID_RECORDS, Long.toString(part.counts().total()));
        known.put(GeneralSheet.INVALID_RECORDS, "0");
        known.put(GeneralSheet.USAGE_SCHEMA, details.schema().value());
        if (details.currency() != null) {
            known.put(GeneralSheet.CURRENCY, details.currency().getCurrencyCode());
        }
        known.put(GeneralSheet.PRODUCT_ID, details.product().value());
        catalog.findProduct(details.product())
                .map(Product::name)
                .ifPresent(name -> known.put(GeneralSheet.PRODUCT_NAME, name));
        known.put(GeneralSheet.MARKETPLACE_ID, details.marketplace().value());
        catalog.findMarketplace(details.marketplace())
                .map(Marketplace::name)
                .ifPresent(name -> known.put(GeneralSheet.MARKETPLACE_NAME, name));
        known.put(GeneralSheet.HUB_ID, part.hub() == null ? "" : part.hub().value());
        known.put(GeneralSheet.VENDOR_ACCOUNT_ID, details.vendor().value());
        known.put(GeneralSheet.PROVIDER_ACCOUNT_ID, details.buyer().value());
        known.put(GeneralSheet.DISTRIBUTION_CONTRACT_ID, details.contract().value());
        catalog.findContract(details.contract())
                .map(Contract::name)
                .ifPresent(name -> known.put(GeneralSheet.DISTRIBUTION_CONTRACT_NAME, name));
        return known;
    }
}
