package org.usageflow.model;

import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a usage file reports on, between whom, and how it is called. Fixed when the draft is left.
 *
 * <p>Immutable, thread-safe. Source: rules §1, §4.1, §10.
 *
 * @param name what people call it
 * @param description free text; null for none
 * @param note free text; null for none
 * @param externalId the vendor's own id of the file, unique per vendor and product; null for none
 * @param product whose usage
 * @param contract between whom
 * @param marketplace where the product is listed
 * @param vendor who reports
 * @param buyer who is billed
 * @param schema how amounts are reported
 * @param period what time it reports on
 * @param currency of every amount; null where the schema reports none
 * @param environment whether it counts
 * @param kind actual or estimate
 */
public record FileDetails(
        String name,
        @Nullable String description,
        @Nullable String note,
        @Nullable String externalId,
        ProductId product,
        ContractId contract,
        MarketplaceId marketplace,
        AccountId vendor,
        AccountId buyer,
        SchemaCode schema,
        UsagePeriod period,
        @Nullable Currency currency,
        Environment environment,
        FileKind kind) {

    public FileDetails {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(marketplace, "marketplace");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(buyer, "buyer");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(kind, "kind");
    }

    /** Whether it is of the production environment and of kind actual: what counts for billing and for the uniqueness of record ids. */
    public boolean counts() {
        return environment == Environment.PRODUCTION && kind == FileKind.ACTUAL;
    }
}
