package org.usageflow.json.dialect;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Tier;

/** The members of a record's document: in which order they are written, and how they are read. */
final class RecordCodec {

    /** The platform's words, and this library's. */
    static final Map<String, DialectStatus> STATUSES = Map.of(
            "valid", DialectStatus.VALID,
            "validated", DialectStatus.VALID,
            "pending", DialectStatus.VALID,
            "invalid", DialectStatus.INVALID,
            "suspended", DialectStatus.INVALID,
            "approved", DialectStatus.APPROVED,
            "accepted", DialectStatus.APPROVED,
            "rejected", DialectStatus.REJECTED,
            "closed", DialectStatus.CLOSED);

    private RecordCodec() {}

    static void write(RecordDocument record, Output out) throws IOException {
        out.text("id", record.id());
        out.time("start_date", record.startDate());
        out.time("end_date", record.endDate());
        out.text("product_id", record.productId());
        out.object("item", record.item(), RecordCodec::item);
        out.object("asset", record.asset(), RecordCodec::asset);
        out.object("category", record.category(), RecordCodec::category);
        Tier tier = record.tier();
        out.count("tier", tier == null ? null : (long) tier.level());
        out.decimal("amount", record.amount());
        Integer multiplier = record.multiplier();
        out.count("multiplier", multiplier == null ? null : multiplier.longValue());
        out.decimal("usage", record.usage());
        out.word("status", record.status());
        out.objects("params", record.params(), RecordCodec::parameter);
        out.text("external_billing_id", record.externalBillingId());
        out.text("external_billing_note", record.externalBillingNote());
        out.time("closed_at", record.closedAt());
        out.text("closed_by", record.closedBy());
        out.texts("error_codes", record.errorCodes());
        out.texts("error_details", record.errorDetails());
        out.object("usagefile", record.usagefile(), RecordCodec::file);
        out.text("item_id", record.itemId());
        out.text("asset_id", record.assetId());
        out.text("resource_local_id", record.resourceLocalId());
        out.text("asset_external_id", record.assetExternalId());
        out.text("asset_external_uid", record.assetExternalUid());
    }

    private static void item(RecordItem item, Output out) throws IOException {
        out.text("id", item.id());
        out.text("local_id", item.localId());
        out.text("mpn", item.mpn());
        out.text("name", item.name());
        out.text("type", item.type());
        out.text("precision", item.precision());
        out.text("unit", item.unit());
    }

    private static void asset(RecordAsset asset, Output out) throws IOException {
        out.text("id", asset.id());
        out.text("external_id", asset.externalId());
        out.text("external_uid", asset.externalUid());
        out.text("recon_id", asset.reconId());
    }

    private static void category(RecordCategory category, Output out) throws IOException {
        out.text("id", category.id());
        out.text("name", category.name());
        out.text("description", category.description());
    }

    private static void parameter(RecordParameter parameter, Output out) throws IOException {
        out.text("parameter_name", parameter.name());
        out.text("parameter_value", parameter.value());
    }

    private static void file(RecordFile file, Output out) throws IOException {
        out.text("id", file.id());
        out.text("name", file.name());
        out.text("schema", FileCodec.schema(file.schema()));
        out.text("currency", FileCodec.currency(file.currency()));
    }

    static RecordDocument read(Members in) {
        RecordDocument.Builder record = RecordDocument.builder()
                .id(in.text(idName(in)))
                .startDate(in.time("start_date"))
                .endDate(in.time("end_date"))
                .productId(in.text("product_id"))
                .item(in.object("item", RecordCodec::item))
                .asset(in.object("asset", RecordCodec::asset))
                .category(in.object("category", RecordCodec::category))
                .tier(tier(in))
                .amount(in.decimal("amount"))
                .multiplier(multiplier(in))
                .usage(in.decimal("usage"))
                .status(in.word("status", STATUSES))
                .params(in.objects("params", RecordCodec::parameter))
                .externalBillingId(in.text("external_billing_id"))
                .externalBillingNote(in.text("external_billing_note"))
                .closedAt(in.time("closed_at"))
                .closedBy(closedBy(in))
                .errorCodes(in.texts("error_codes"))
                .errorDetails(in.texts("error_details"))
                .usagefile(in.object("usagefile", RecordCodec::file))
                .itemId(in.text("item_id"))
                .assetId(in.text("asset_id"))
                .resourceLocalId(in.text("resource_local_id"))
                .assetExternalId(in.text("asset_external_id"))
                .assetExternalUid(in.text("asset_external_uid"));
        return record.unknown(in.unknown()).build();
    }

    // Vendors know it by the name that files give it
    private static String idName(Members in) {
        if (in.has("id")) {
            return "id";
        }
        return in.has("record_id") ? "record_id" : in.has("usage_record_id") ? "usage_record_id" : "id";
    }

    private static @Nullable Tier tier(Members in) {
        Long level = in.count("tier");
        if (level == null) {
            return null;
        } else if (level > Tier.MAX_LEVEL) {
            throw in.where().member("tier").refusal("is above " + Tier.MAX_LEVEL);
        }
        return new Tier(level.intValue());
    }

    private static @Nullable Integer multiplier(Members in) {
        Long number = in.count("multiplier");
        if (number != null && number > Integer.MAX_VALUE) {
            throw in.where().member("multiplier").refusal("is above " + Integer.MAX_VALUE);
        }
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    private static @Nullable String closedBy(Members in) {
        return in.isObject("closed_by") ? in.object("closed_by", by -> by.text("id")) : in.text("closed_by");
    }

    private static @Nullable RecordItem item(Members in) {
        RecordItem.Builder item = RecordItem.builder()
                .id(in.text("id"))
                .localId(in.text("local_id"))
                .mpn(in.text("mpn"))
                .name(in.text("name"))
                .type(in.text("type"))
                .precision(in.text("precision"))
                .unit(in.text("unit"));
        return item.isEmpty() ? null : item.build();
    }

    private static @Nullable RecordAsset asset(Members in) {
        String id = in.text("id");
        String externalId = in.text("external_id");
        String externalUid = in.text("external_uid");
        String reconId = in.text("recon_id");
        boolean empty = id == null && externalId == null && externalUid == null && reconId == null;
        return empty ? null : new RecordAsset(id, externalId, externalUid, reconId);
    }

    private static @Nullable RecordCategory category(Members in) {
        String id = in.text("id");
        String name = in.text("name");
        String description = in.text("description");
        boolean empty = id == null && name == null && description == null;
        return empty ? null : new RecordCategory(id, name, description);
    }

    private static RecordParameter parameter(Members in) {
        String name = in.text("parameter_name");
        if (name == null) {
            throw in.where().member("parameter_name").refusal("is missing");
        }
        return new RecordParameter(name, in.text("parameter_value"));
    }

    private static @Nullable RecordFile file(Members in) {
        String id = in.text("id");
        String name = in.text("name");
        var schema = FileCodec.schema(in);
        var currency = FileCodec.currency(in);
        boolean empty = id == null && name == null && schema == null && currency == null;
        return empty ? null : new RecordFile(id, name, schema, currency);
    }
}
