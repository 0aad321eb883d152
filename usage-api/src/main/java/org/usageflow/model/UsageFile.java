package org.usageflow.model;

import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.UsageFileStatus;

/**
 * A usage file: what a vendor reports to one buyer for one product and period.
 *
 * <p>An aggregate of its own. It never holds its records, of which there may be a million; it keeps their counts.
 *
 * <p>Immutable, thread-safe. Source: rules §1, §4.1, §10.
 *
 * @param id its id
 * @param name what people call it
 * @param note free text; null for none
 * @param externalId the host's own id, unique per vendor and product; null for none
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
 * @param status where it stands
 * @param counts of its records
 * @param version for optimistic locking
 */
public record UsageFile(
        UsageFileId id,
        String name,
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
        FileKind kind,
        UsageFileStatus status,
        RecordCounts counts,
        Version version) {

    public UsageFile {
        Objects.requireNonNull(id, "id");
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
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(version, "version");
    }

    /** Whether the ids of its records count as live: production, actual, and ready or beyond without being rejected or deleted. */
    public boolean hasLiveRecordKeys() {
        return environment == Environment.PRODUCTION && kind == FileKind.ACTUAL && status.isLive();
    }

    /** This file in another status, one version on. */
    public UsageFile withStatus(UsageFileStatus next) {
        return new UsageFile(
                id,
                name,
                note,
                externalId,
                product,
                contract,
                marketplace,
                vendor,
                buyer,
                schema,
                period,
                currency,
                environment,
                kind,
                next,
                counts,
                version.next());
    }

    /** This file with other counts, one version on. */
    public UsageFile withCounts(RecordCounts next) {
        return new UsageFile(
                id,
                name,
                note,
                externalId,
                product,
                contract,
                marketplace,
                vendor,
                buyer,
                schema,
                period,
                currency,
                environment,
                kind,
                status,
                next,
                version.next());
    }
}
