package org.usageflow.jdbc.internal.store;

import java.util.ArrayList;
import java.util.List;

/** The columns of a record, in the order in which they are written and read. */
final class RecordColumns {

    /** Where it is: what a change leaves. */
    static final List<String> PLACE = List.of("vendor", "file_no", "position", "number");

    /** What a change may change. */
    static final List<String> CONTENT = content();

    static final List<String> ALL = all();

    /** How many belong to what was reported; the first one is not null where something was. */
    static final int REPORTED = CONTENT.indexOf("billing_id") - CONTENT.indexOf("item_by");

    private static final String AMOUNT = "r.amount";
    private static final String SELECTED = "r." + String.join(", r.", ALL.subList(1, ALL.size()));

    private RecordColumns() {}

    private static List<String> content() {
        var columns = new ArrayList<>(List.of(
                "row_no",
                "record_key",
                "status",
                "version",
                "item_no",
                "sub_no",
                "successor_file",
                "successor_number"));
        columns.addAll(List.of(
                "item_by", "item_value", "reported_key", "note", "quantity", "start_at", "start_nanos", "end_at"));
        columns.addAll(List.of("end_nanos", "asset_by", "asset_value", "category", "amount", "tier", "dynamic_mpn"));
        columns.addAll(
                List.of("dynamic_name", "dynamic_unit", "dynamic_precision", "recon_id", "corrects", "parameters"));
        columns.addAll(ClosingColumns.NAMES);
        return List.copyOf(columns);
    }

    private static List<String> all() {
        var columns = new ArrayList<>(PLACE);
        columns.addAll(CONTENT);
        return List.copyOf(columns);
    }

    /**
     * What is selected of a record {@code r}: all but the vendor.
     *
     * @param amount what is selected for the amount that was reported, e.g. {@code r.amount}
     */
    static String selected(String amount) {
        return SELECTED.replace(AMOUNT, amount);
    }

    /** What is selected of a record {@code r} for those who see all of it. */
    static String selected() {
        return SELECTED;
    }
}
