package org.usageflow.core.internal.processed;

import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.processed.RowOutcome.BillingFacts;
import org.usageflow.core.internal.processed.RowOutcome.ItemFacts;
import org.usageflow.core.internal.processed.RowOutcome.SubscriptionFacts;
import org.usageflow.schema.Column;
import org.usageflow.schema.Columns;

/**
 * What stands in the columns that the processed file adds, and what they mean.
 *
 * <p>Source: rules §3.4.
 */
public final class AddedCells {

    static final String STATUS = "status";
    static final String SYSTEM_RECORD_ID = "system_record_id";
    static final String ERRORS = "errors";
    static final String EXTERNAL_BILLING_ID = "external_billing_id";
    static final String EXTERNAL_BILLING_NOTE = "external_billing_note";

    private AddedCells() {}

    /** The value of a row in a column; null for none. */
    public static @Nullable String value(String name, RowOutcome outcome, String errors) {
        return switch (name) {
            case STATUS -> outcome.status();
            case SYSTEM_RECORD_ID -> outcome.systemId();
            case ERRORS -> errors;
            case EXTERNAL_BILLING_ID, EXTERNAL_BILLING_NOTE -> billing(name, outcome.billing());
            case "item_id", Columns.ITEM_NAME, "item_type", Columns.ITEM_UNIT, "item_period" ->
                item(name, outcome.item());
            default -> subscription(name, outcome.subscription());
        };
    }

    private static @Nullable String billing(String name, @Nullable BillingFacts billing) {
        if (billing == null) {
            return null;
        }
        return name.equals(EXTERNAL_BILLING_ID) ? billing.id() : billing.note();
    }

    private static @Nullable String item(String name, @Nullable ItemFacts item) {
        if (item == null) {
            return null;
        }
        return switch (name) {
            case "item_id" -> item.id();
            // An upload may have these two of its own, so they keep to the lengths of one
            case Columns.ITEM_NAME -> Texts.cut(item.name(), Column.MAX_ID);
            case Columns.ITEM_UNIT -> Texts.cut(item.unit(), Column.MAX_ID);
            case "item_type" -> item.type();
            default -> item.period();
        };
    }

    private static @Nullable String subscription(String name, @Nullable SubscriptionFacts facts) {
        if (facts == null) {
            return null;
        }
        return switch (name) {
            case "asset_id" -> facts.id();
            case "asset_external_id" -> facts.externalId();
            case Columns.ASSET_RECON_ID -> facts.reconId();
            case "customer_account_id" -> facts.customerId();
            case "customer_company_name" -> facts.customerName();
            default -> throw new IllegalArgumentException("no column of the processed file: " + name);
        };
    }

    /** What a column means, in a sentence. */
    static String meaning(String name) {
        return switch (name) {
            case STATUS ->
                "Where the record stands: valid or invalid; later pending, accepted, rejected, closed. Suspended: set aside, so that the rest goes on.";
            case SYSTEM_RECORD_ID -> "The record's id in this system.";
            case "item_id" -> "The item that was found, by its global id.";
            case Columns.ITEM_NAME -> "Its name.";
            case "item_type" -> "reservation, or ppu: paid by use.";
            case Columns.ITEM_UNIT -> "What its quantity counts.";
            case "item_period" -> "How often it is billed.";
            case "asset_id" -> "The subscription that was found.";
            case "asset_external_id" -> "Its id in the buyer's system.";
            case Columns.ASSET_RECON_ID -> "Its id in the vendor's reconciliation parameter.";
            case "customer_account_id" -> "Its customer.";
            case "customer_company_name" -> "The customer's name.";
            case ERRORS -> "All problems of the row, each with its code, column and explanation.";
            case EXTERNAL_BILLING_ID -> "The billing system's id, once the record is closed.";
            case EXTERNAL_BILLING_NOTE -> "The billing system's note.";
            default -> throw new IllegalArgumentException("no column of the processed file: " + name);
        };
    }
}
