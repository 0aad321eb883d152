package org.usageflow.schema;

import java.util.List;
import org.usageflow.model.ItemCriterion;
import org.usageflow.model.Money;
import org.usageflow.model.Quantity;
import org.usageflow.model.ReportedRecord;

/**
 * The standard columns' names and meanings.
 *
 * <p>Source: rules §3.1, §3.4.
 */
public final class Columns {

    public static final String RECORD_ID = "record_id";
    public static final String RECORD_NOTE = "record_note";
    public static final String ITEM_SEARCH_CRITERIA = "item_search_criteria";
    public static final String ITEM_SEARCH_VALUE = "item_search_value";
    public static final String QUANTITY = "quantity";
    public static final String START_TIME_UTC = "start_time_utc";
    public static final String END_TIME_UTC = "end_time_utc";
    public static final String ASSET_SEARCH_CRITERIA = "asset_search_criteria";
    public static final String ASSET_SEARCH_VALUE = "asset_search_value";
    public static final String CATEGORY_ID = "category_id";
    public static final String AMOUNT = "amount";
    public static final String TIER = "tier";
    public static final String ITEM_NAME = "item_name";
    public static final String ITEM_MPN = "item_mpn";
    public static final String ITEM_UNIT = "item_unit";
    public static final String ITEM_PRECISION = "item_precision";
    public static final String ASSET_RECON_ID = "asset_recon_id";
    public static final String CORRECTS_RECORD_ID = "corrects_record_id";

    /** Begins the name of a parameter's column. */
    public static final String PARAMETER_PREFIX = "v.";

    /** Begins the name of a column that is never looked at. */
    public static final String PRIVATE_PREFIX = "p.";

    /** The columns that the processed file adds, in its order; an upload may have them, and they are not looked at. */
    public static final List<String> ADDED_BY_PROCESSED_FILE = List.of(
            "status",
            "system_record_id",
            "item_id",
            "item_name",
            "item_type",
            "item_unit",
            "item_period",
            "asset_id",
            "asset_external_id",
            "asset_recon_id",
            "customer_account_id",
            "customer_company_name",
            "errors",
            "external_billing_id",
            "external_billing_note");

    private Columns() {}

    /** The standard columns, for a schema without amounts; schemas change the use of some and add their own. */
    static List<Column> standard() {
        return List.of(
                Column.identifier(
                                RECORD_ID,
                                ColumnUse.REQUIRED,
                                "Your id of the row, unique in the file and among all live records.")
                        .withAlias("usage_record_id"),
                Column.text(RECORD_NOTE, ColumnUse.OPTIONAL, ReportedRecord.MAX_TEXT, "Free text."),
                Column.choice(
                        ITEM_SEARCH_CRITERIA,
                        ColumnUse.REQUIRED,
                        List.of(
                                ItemCriterion.MPN.code(),
                                ItemCriterion.GLOBAL_ID.code(),
                                ItemCriterion.LOCAL_ID.code()),
                        "By which id the item is found."),
                Column.identifier(ITEM_SEARCH_VALUE, ColumnUse.REQUIRED, "The item's id."),
                Column.decimal(
                        QUANTITY,
                        ColumnUse.REQUIRED,
                        Quantity.MAX_DECIMALS,
                        "How much was used: a decimal number with at most as many decimals as the item's precision."),
                Column.time(START_TIME_UTC, ColumnUse.REQUIRED, "When the usage started, in UTC: YYYY-MM-DD hh:mm:ss."),
                Column.time(END_TIME_UTC, ColumnUse.REQUIRED, "When the usage ended, in UTC: not before the start."),
                Column.identifier(
                        ASSET_SEARCH_CRITERIA,
                        ColumnUse.REQUIRED,
                        "By what the subscription is found: asset.id, asset.external_id, asset.external_uid, or parameter.<parameter id>."),
                Column.identifier(
                        ASSET_SEARCH_VALUE,
                        ColumnUse.REQUIRED,
                        "The value to find the subscription by; it must match exactly one."),
                Column.identifier(CATEGORY_ID, ColumnUse.OPTIONAL, "A category of the tab 'categories'."),
                Column.decimal(
                        AMOUNT, ColumnUse.BLANK, Money.MAX_DECIMALS, "The line's total before tax; not a unit price."),
                new Column(
                        TIER,
                        ColumnType.WHOLE,
                        ColumnUse.BLANK,
                        0,
                        List.of(),
                        List.of(),
                        "Whose total the amount is: 0 the customer, 1 the reseller who sells to the customer, and so on."),
                Column.identifier(
                        ITEM_NAME, ColumnUse.IGNORED, "The name of an item that the product does not define."),
                Column.identifier(ITEM_MPN, ColumnUse.IGNORED, "The part number of such an item."),
                Column.identifier(ITEM_UNIT, ColumnUse.IGNORED, "What a quantity of such an item counts."),
                Column.identifier(
                        ITEM_PRECISION,
                        ColumnUse.IGNORED,
                        "How many decimals a quantity of such an item may have: integer, decimal(1), decimal(2), decimal(4) or decimal(8)."),
                Column.identifier(
                        ASSET_RECON_ID, ColumnUse.OPTIONAL, "The subscription's id in your reconciliation parameter."),
                Column.identifier(
                        CORRECTS_RECORD_ID,
                        ColumnUse.OPTIONAL,
                        "The id of the closed record that this row corrects; only where corrections are enabled."));
    }
}
