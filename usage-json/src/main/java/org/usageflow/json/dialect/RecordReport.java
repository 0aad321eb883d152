package org.usageflow.json.dialect;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.CategoryId;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.ItemCriterion;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Money;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.TextRules;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.UsageWindow;

/** What a document reports, as a typed record; each refusal names the member that is to blame. */
final class RecordReport {

    private final RecordDocument document;

    RecordReport(RecordDocument document) {
        this.document = document;
    }

    ReportedRecord record() {
        Integer multiplier = document.multiplier();
        if (multiplier != null && multiplier != 1) {
            throw new DialectException("/multiplier", "is not 1");
        }
        ReportedRecord.Builder record = ReportedRecord.builder(key(), item(), quantity(), window(), subscription())
                .category(category())
                .amount(fitting(document.amount(), "/amount"))
                .tier(document.tier())
                .dynamicItem(dynamicItem());
        RecordAsset asset = document.asset();
        String reconId = asset == null ? null : asset.reconId();
        if (reconId != null) {
            made("/asset/recon_id", () -> record.assetReconId(reconId).build());
        }
        return parameters(record);
    }

    private RecordKey key() {
        String id = FileMapping.given(document.id(), "/id");
        if (UsageRecordId.isShaped(id)) {
            throw new DialectException("/id", "is the platform's id of a record, and not the vendor's own");
        }
        return made("/id", () -> new RecordKey(id));
    }

    private Quantity quantity() {
        BigDecimal usage = FileMapping.given(fitting(document.usage(), "/usage"), "/usage");
        return made("/usage", () -> new Quantity(usage));
    }

    private static @Nullable BigDecimal fitting(@Nullable BigDecimal number, String pointer) {
        if (number != null && number.scale() > Money.MAX_DECIMALS) {
            throw new DialectException(pointer, "has more than " + Money.MAX_DECIMALS + " decimals");
        }
        return number;
    }

    private UsageWindow window() {
        var start = FileMapping.given(document.startDate(), "/start_date");
        var end = FileMapping.given(document.endDate(), "/end_date");
        if (end.isBefore(start)) {
            throw new DialectException("/end_date", "lies before the start");
        }
        return new UsageWindow(start, end);
    }

    private ItemSearch item() {
        RecordItem item = document.item();
        String id = agreed(item == null ? null : item.id(), "/item/id", document.itemId(), "/item_id");
        String local = agreed(
                item == null ? null : item.localId(),
                "/item/local_id",
                document.resourceLocalId(),
                "/resource_local_id");
        String mpn = item == null ? null : item.mpn();
        if (id != null) {
            return made("/item/id", () -> new ItemSearch(ItemCriterion.GLOBAL_ID, id));
        } else if (mpn != null) {
            return made("/item/mpn", () -> ItemSearch.byMpn(mpn));
        }
        String value = FileMapping.given(local, "/item");
        return made("/item/local_id", () -> new ItemSearch(ItemCriterion.LOCAL_ID, value));
    }

    private SubscriptionSearch subscription() {
        RecordAsset asset = document.asset();
        String id = agreed(asset == null ? null : asset.id(), "/asset/id", document.assetId(), "/asset_id");
        String uid = agreed(
                asset == null ? null : asset.externalUid(),
                "/asset/external_uid",
                document.assetExternalUid(),
                "/asset_external_uid");
        String externalId = agreed(
                asset == null ? null : asset.externalId(),
                "/asset/external_id",
                document.assetExternalId(),
                "/asset_external_id");
        if (id != null) {
            return made("/asset/id", () -> SubscriptionSearch.byId(id));
        } else if (uid != null) {
            return made("/asset/external_uid", () -> new SubscriptionSearch(SubscriptionCriterion.EXTERNAL_UID, uid));
        }
        String value = FileMapping.given(externalId, "/asset");
        return made("/asset/external_id", () -> new SubscriptionSearch(SubscriptionCriterion.EXTERNAL_ID, value));
    }

    // The flat members repeat the nested ones, and may stand alone
    private static @Nullable String agreed(
            @Nullable String nested, String nestedPointer, @Nullable String flat, String flatPointer) {
        if (nested != null && flat != null && !nested.equals(flat)) {
            throw new DialectException(flatPointer, "contradicts " + nestedPointer);
        }
        return nested == null ? flat : nested;
    }

    private @Nullable CategoryId category() {
        RecordCategory category = document.category();
        String id = category == null ? null : category.id();
        return id == null ? null : made("/category/id", () -> new CategoryId(id));
    }

    private @Nullable DynamicItem dynamicItem() {
        RecordItem item = document.item();
        if (item == null) {
            return null;
        }
        String name = item.name();
        String mpn = item.mpn();
        String unit = item.unit();
        String precision = item.precision();
        if (name == null || mpn == null || unit == null || precision == null) {
            return null;
        }
        ItemPrecision decimals = ItemPrecision.parse(precision)
                .orElseThrow(() -> new DialectException("/item/precision", "is no precision of an item"));
        return made("/item", () -> new DynamicItem(name, mpn, unit, decimals));
    }

    private ReportedRecord parameters(ReportedRecord.Builder record) {
        List<RecordParameter> params = document.params();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < params.size(); i++) {
            String name = name(params.get(i));
            String value = params.get(i).value();
            if (!names.add(name)) {
                throw new DialectException("/params/" + i + "/parameter_name", "is there twice");
            } else if (value != null && !TextRules.isBlank(value)) {
                record.parameter(name, value);
            }
        }
        try {
            return record.build();
        } catch (IllegalArgumentException e) {
            throw blamed(e);
        }
    }

    // As headers are compared (rules §3.1)
    private static String name(RecordParameter parameter) {
        return parameter.name().strip().toLowerCase(Locale.ROOT);
    }

    private DialectException blamed(IllegalArgumentException e) {
        List<RecordParameter> params = document.params();
        for (int i = 0; i < params.size(); i++) {
            RecordParameter each = params.get(i);
            String value = Objects.requireNonNullElse(each.value(), "");
            made(
                    "/params/" + i,
                    () -> ReportedRecord.builder(key(), item(), quantity(), window(), subscription())
                            .parameter(name(each), value)
                            .build());
        }
        return new DialectException("/params", "cannot be taken: " + e.getMessage());
    }

    private static <T> T made(String pointer, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new DialectException(pointer, "cannot be taken: " + e.getMessage());
        }
    }
}
