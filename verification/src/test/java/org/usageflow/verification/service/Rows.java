package org.usageflow.verification.service;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.usageflow.core.UploadWriter;
import org.usageflow.core.Usageflow;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.Tier;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.UsageFixtures;

/** Rows that fit a world's schema, and uploads of them as CSV. */
final class Rows {

    private static final BigDecimal AMOUNT = new BigDecimal("562.24");

    private final Usageflow usage;
    private final SchemaCode schema;
    private final Path directory;

    Rows(Usageflow usage, SchemaCode schema, Path directory) {
        this.usage = usage;
        this.schema = schema;
        this.directory = directory;
    }

    /** 28 calls of the subscription that is sold through four parties. */
    ReportedRecord good(String key) {
        return fitted(UsageFixtures.record(key));
    }

    /** The same, of a subscription. */
    ReportedRecord of(String key, String subscription) {
        return fitted(ReportedRecord.builder(
                new RecordKey(key),
                ItemSearch.byMpn(UsageFixtures.CALLS.mpn()),
                Quantity.of("28"),
                UsageFixtures.WINDOW_JULY_8,
                SubscriptionSearch.byId(subscription)));
    }

    List<ReportedRecord> all(String... keys) {
        return Stream.of(keys).map(this::good).toList();
    }

    /** A row of an item that there is not. */
    ReportedRecord wrong(String key) {
        return fitted(item(key, "MPN-NOWHERE"));
    }

    /** A row that describes an item. */
    ReportedRecord describing(String key, String mpn) {
        var item = new DynamicItem("Item " + mpn, mpn, "piece", ItemPrecision.INTEGER);
        return fitted(item(key, mpn).dynamicItem(item));
    }

    /** A row of an item, found by its MPN. */
    ReportedRecord ofItem(String key, String mpn) {
        return fitted(item(key, mpn));
    }

    private static ReportedRecord.Builder item(String key, String mpn) {
        return ReportedRecord.builder(
                new RecordKey(key),
                ItemSearch.byMpn(mpn),
                Quantity.of("28"),
                UsageFixtures.WINDOW_JULY_8,
                SubscriptionSearch.byId(UsageFixtures.SUBSCRIPTION.id().value()));
    }

    private ReportedRecord fitted(ReportedRecord.Builder row) {
        if (!schema.equals(UsageFixtures.QT)) {
            row.amount(AMOUNT);
        }
        if (schema.equals(UsageFixtures.TR)) {
            row.tier(Tier.CUSTOMER);
        }
        return row.build();
    }

    UploadSource upload(ReportedRecord... records) {
        return upload(List.of(records));
    }

    UploadSource upload(List<ReportedRecord> records) {
        Set<String> parameters = new LinkedHashSet<>();
        records.forEach(each -> parameters.addAll(each.parameters().keySet()));
        var bytes = new ByteArrayOutputStream();
        try (UploadWriter writer =
                usage.uploads().open(UsageFixtures.PRODUCT, FormatId.CSV, List.copyOf(parameters), bytes)) {
            for (ReportedRecord each : records) {
                writer.write(each);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes(bytes.toByteArray());
    }

    /** An upload of any bytes. */
    UploadSource bytes(byte[] content) {
        try {
            return UploadSource.spool(new ByteArrayInputStream(content), UploadLimits.DEFAULTS, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
