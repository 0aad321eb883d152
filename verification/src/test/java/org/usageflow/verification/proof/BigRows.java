package org.usageflow.verification.proof;

import java.util.ArrayList;
import java.util.List;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;

/**
 * The rows of a realistic upload of any length, with a thousand faults at rows that are known: the same rows whenever they are asked for.
 *
 * @param schema PR, or TR with groups of three tiers
 * @param count a multiple of 3,000
 */
record BigRows(String schema, int count) {

    static final int FAULTS = 1_000;

    private static final List<String> COLUMNS = List.of(
            Columns.RECORD_ID,
            Columns.RECORD_NOTE,
            Columns.ITEM_SEARCH_CRITERIA,
            Columns.ITEM_SEARCH_VALUE,
            Columns.QUANTITY,
            Columns.START_TIME_UTC,
            Columns.END_TIME_UTC,
            Columns.ASSET_SEARCH_CRITERIA,
            Columns.ASSET_SEARCH_VALUE,
            Columns.CATEGORY_ID,
            Columns.AMOUNT,
            Columns.ASSET_RECON_ID,
            "v.region",
            "v.account",
            "v.project",
            "v.sku");
    private static final int TIERS = 3;

    /** A fault: what is in the column of the row, and what is to be said of it. */
    private enum Fault {
        NUMBER(ProblemCode.VALUE_NOT_A_NUMBER, Columns.QUANTITY, "x7"),
        TIME(ProblemCode.VALUE_NOT_A_TIME, Columns.END_TIME_UTC, "soon"),
        ITEM(ProblemCode.ITEM_UNKNOWN, Columns.ITEM_SEARCH_VALUE, "MPN-NONE"),
        SUBSCRIPTION(ProblemCode.ASSET_UNKNOWN, Columns.ASSET_SEARCH_VALUE, "000000000000"),
        AMOUNT(ProblemCode.VALUE_REQUIRED, Columns.AMOUNT, ""),
        ID(ProblemCode.RECORD_ID_DUPLICATE, Columns.RECORD_ID, "REC-2021-07-00000000");

        private final ProblemCode code;
        private final String column;
        private final String value;

        Fault(ProblemCode code, String column, String value) {
            this.code = code;
            this.column = column;
            this.value = value;
        }
    }

    boolean tiers() {
        return schema.equals("TR");
    }

    List<String> columns() {
        if (!tiers()) {
            return COLUMNS;
        }
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.add(Columns.TIER);
        return columns;
    }

    List<String> row(int row) {
        int consumption = tiers() ? row / TIERS : row;
        int item = consumption % ProofWorld.ITEMS;
        int subscription = consumption / ProofWorld.ITEMS % ProofWorld.SUBSCRIPTIONS;
        int day = 1 + consumption / (ProofWorld.ITEMS * ProofWorld.SUBSCRIPTIONS) % 28;
        String date = "2021-07-" + (day < 10 ? "0" : "") + day;
        List<String> cells = new ArrayList<>(17);
        cells.add("REC-2021-07-" + (10_000_000 + row));
        cells.add(row % 7 == 0 ? "note of the consumption " + consumption : "");
        cells.add("item.mpn");
        cells.add("MPN-" + item);
        cells.add(consumption % 900 + 1 + ".25");
        cells.add(date + " 00:00:00");
        cells.add(date + " 23:59:59");
        cells.add("asset.external_id");
        cells.add("5540278" + (10_000 + subscription));
        cells.add("category-" + item % 5);
        cells.add(100_000 - (tiers() ? row % TIERS : 0) + ".50");
        cells.add("recon-" + subscription);
        cells.add("eu-central-" + item % 3);
        cells.add("account-" + subscription);
        cells.add("project-" + consumption);
        cells.add("sku-" + item);
        if (tiers()) {
            cells.add(Integer.toString(row % TIERS));
        }
        Fault fault = fault(row);
        if (fault != null) {
            cells.set(COLUMNS.indexOf(fault.column), fault.value);
        }
        return cells;
    }

    private int step() {
        return count / FAULTS;
    }

    private Fault fault(int row) {
        // The id of the first row is the one that others repeat
        if (row == 0) {
            return Fault.ID;
        }
        int step = step();
        Fault[] all = Fault.values();
        return row % step == step / 2 ? all[row / step % all.length] : null;
    }

    /** The digest of all faults at their places in the format. */
    String digest(BigFile format) {
        var digest = new PlaceDigest();
        for (int row = 1; row < count; row++) {
            Fault fault = fault(row);
            if (fault != null) {
                int column = COLUMNS.indexOf(fault.column);
                String value = fault.value.isEmpty() ? null : fault.value;
                digest.add(fault.code, format.place(row, column, fault.column), value);
            }
        }
        return digest.hex();
    }
}
