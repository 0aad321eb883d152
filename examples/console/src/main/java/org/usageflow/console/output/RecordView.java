package org.usageflow.console.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Closing;
import org.usageflow.model.Item;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageRecord;

/**
 * A record as it is shown: every value as text, null where there is none. The form of the JSON is stable.
 *
 * @param record what is shown
 * @param currency of its file; null where the file has none
 */
record RecordView(UsageRecord record, @Nullable Currency currency) {

    void json(JsonGenerator json) throws IOException {
        json.writeStartObject();
        JsonText.text(json, "id", record.id());
        JsonText.text(json, "record_id", key());
        JsonText.text(json, "status", status());
        JsonText.number(json, "row", record.row());
        JsonText.text(json, "item_id", itemId());
        JsonText.text(json, "item_mpn", itemMpn());
        JsonText.text(json, "asset_id", assetId());
        JsonText.text(json, "quantity", quantity());
        JsonText.text(json, "amount", amount());
        JsonText.text(json, "currency", currencyCode());
        Integer tier = tier();
        JsonText.number(json, "tier", tier == null ? null : tier.longValue());
        JsonText.text(json, "start", start());
        JsonText.text(json, "end", end());
        JsonText.text(json, "category_id", categoryId());
        JsonText.texts(json, "params", parameters());
        JsonText.text(json, "external_billing_id", billingId());
        JsonText.text(json, "external_billing_note", billingNote());
        json.writeEndObject();
    }

    void print(PrintWriter out) {
        var table = new TextTable();
        table.row("usage record", record.id().value());
        table.row("record id", orNone(key()));
        table.row("status", status());
        table.row("item", orNone(itemMpn()));
        table.row("subscription", orNone(assetId()));
        table.row("quantity", orNone(quantity()));
        if (amount() != null) {
            table.row("amount", amount() + " " + currencyCode());
        }
        table.row("window", orNone(start()) + " to " + orNone(end()));
        if (record.closing() != null) {
            table.row("billing id", orNone(billingId()));
        }
        table.print(out);
    }

    private static String orNone(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    String status() {
        return JsonText.word(record.status());
    }

    @Nullable
    String key() {
        return record.key() == null ? null : record.key().value();
    }

    @Nullable
    String itemId() {
        Item item = record.item();
        return item == null ? null : item.id().value();
    }

    @Nullable
    String itemMpn() {
        Item item = record.item();
        if (item != null) {
            return item.mpn();
        }
        ReportedRecord reported = record.reported();
        return reported == null || reported.dynamicItem() == null
                ? null
                : reported.dynamicItem().mpn();
    }

    @Nullable
    String assetId() {
        RecordSubscription subscription = record.subscription();
        return subscription == null ? null : subscription.id().value();
    }

    @Nullable
    String quantity() {
        ReportedRecord reported = record.reported();
        return reported == null ? null : JsonText.plain(reported.quantity().value());
    }

    @Nullable
    String amount() {
        ReportedRecord reported = record.reported();
        BigDecimal amount = reported == null ? null : reported.amount();
        return amount == null ? null : JsonText.plain(amount);
    }

    @Nullable
    String currencyCode() {
        Currency known = currency;
        return known == null ? null : known.getCurrencyCode();
    }

    @Nullable
    Integer tier() {
        ReportedRecord reported = record.reported();
        return reported == null || reported.tier() == null
                ? null
                : reported.tier().level();
    }

    @Nullable
    String start() {
        ReportedRecord reported = record.reported();
        return reported == null ? null : reported.window().start().toString();
    }

    @Nullable
    String end() {
        ReportedRecord reported = record.reported();
        return reported == null ? null : reported.window().end().toString();
    }

    @Nullable
    String categoryId() {
        ReportedRecord reported = record.reported();
        return reported == null || reported.category() == null
                ? null
                : reported.category().value();
    }

    Map<String, String> parameters() {
        ReportedRecord reported = record.reported();
        return reported == null ? Map.of() : reported.parameters();
    }

    @Nullable
    String billingId() {
        Closing closing = record.closing();
        return closing == null ? null : closing.billingId();
    }

    @Nullable
    String billingNote() {
        Closing closing = record.closing();
        return closing == null ? null : closing.note();
    }
}
