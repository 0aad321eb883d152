package org.usageflow.core;

import java.util.LinkedHashMap;
import java.util.Map;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.testkit.UsageFixtures;

/** A row as a test gives it: cells by header. */
final class GivenRow {

    private final Map<String, Cell> cells = new LinkedHashMap<>();

    record Cell(CellKind kind, String text) {}

    /** A valid row of QT: 28 calls on 8 July 2021, found by the item's MPN and the subscription's id. */
    static GivenRow row(String id) {
        return empty().with(Columns.RECORD_ID, id)
                .with(Columns.ITEM_SEARCH_CRITERIA, "item.mpn")
                .with(Columns.ITEM_SEARCH_VALUE, UsageFixtures.CALLS.mpn())
                .with(Columns.QUANTITY, "28")
                .with(Columns.START_TIME_UTC, "2021-07-08 00:00:00")
                .with(Columns.END_TIME_UTC, "2021-07-08 23:59:59")
                .with(Columns.ASSET_SEARCH_CRITERIA, "asset.id")
                .with(
                        Columns.ASSET_SEARCH_VALUE,
                        UsageFixtures.SUBSCRIPTION.id().value());
    }

    /** A valid row of PR or CR. */
    static GivenRow priced(String id, String amount) {
        return row(id).with(Columns.AMOUNT, amount);
    }

    /** A valid row of TR, if its group has the tiers below. */
    static GivenRow tier(String id, int tier, String amount) {
        return priced(id, amount).with(Columns.TIER, Integer.toString(tier));
    }

    static GivenRow empty() {
        return new GivenRow();
    }

    /** Sets a text. */
    GivenRow with(String column, String text) {
        return with(column, CellKind.TEXT, text);
    }

    GivenRow with(String column, CellKind kind, String text) {
        cells.put(column, new Cell(kind, text));
        return this;
    }

    /** Leaves a cell blank, in a column that is there. */
    GivenRow without(String column) {
        return with(column, CellKind.BLANK, "");
    }

    /** Makes it a row of a reservation item: blank amount and tier. */
    GivenRow ofSeats() {
        with(Columns.ITEM_SEARCH_VALUE, UsageFixtures.SEATS.mpn());
        cells.replaceAll((column, cell) ->
                column.equals(Columns.AMOUNT) || column.equals(Columns.TIER) ? new Cell(CellKind.BLANK, "") : cell);
        return this;
    }

    Map<String, Cell> cells() {
        return cells;
    }

    void fill(SourceRow row, Map<String, Integer> columns) {
        cells.forEach((header, cell) -> {
            Integer column = columns.get(header);
            if (column != null && cell.kind() != CellKind.BLANK) {
                row.cell(column, cell.kind(), cell.text());
            }
        });
    }
}
