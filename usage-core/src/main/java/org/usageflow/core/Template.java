package org.usageflow.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Item;
import org.usageflow.model.ItemPrecision;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnType;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.TableName;

/**
 * The upload template: the tabs and their rows.
 *
 * <p>Source: rules §3.6.
 */
final class Template {

    /** Most items that the tab {@code valid_values} lists; it says so where there are more. */
    static final int MOST_ITEMS = 1_000;

    private static final List<String> CATEGORY_COLUMNS =
            List.of(Columns.CATEGORY_ID, "category_name", "category_description");

    private final List<Column> columns;
    private final List<Item> items;
    private final SourceRow row = new SourceRow();
    private long position;

    Template(List<Column> columns, List<Item> items) {
        this.columns = columns;
        this.items = items;
    }

    void write(RowWriter out, boolean severalTables) throws IOException {
        out.table(new OutputTable(TableName.RECORDS.code(), records()));
        if (severalTables) {
            out.table(new OutputTable(TableName.CATEGORIES.code(), texts(CATEGORY_COLUMNS, Columns.CATEGORY_ID)));
            writeInstructions(out);
            writeValidValues(out);
            writeExample(out);
        }
    }

    private List<OutputColumn> records() {
        return columns.stream().map(UploadWriter::output).toList();
    }

    private static List<OutputColumn> texts(List<String> names, String emphasised) {
        return names.stream()
                .map(name -> new OutputColumn(name, true, name.equals(emphasised), 30, List.of()))
                .toList();
    }

    private void writeInstructions(RowWriter out) throws IOException {
        var table = new ArrayList<OutputColumn>();
        table.add(new OutputColumn("column", true, true, 26, List.of()));
        table.add(new OutputColumn("required", true, true, 24, List.of()));
        table.add(new OutputColumn("accepted values", true, true, 60, List.of()));
        table.add(new OutputColumn("definition", true, true, 90, List.of()));
        begin(out, "instructions", table);
        for (Column column : columns) {
            line(out, column.name(), required(column), accepted(column), column.definition());
        }
        line(
                out,
                Columns.PARAMETER_PREFIX + "<name>",
                "no, any number up to 100",
                "text of at most 4,000 characters",
                "A parameter of your own, kept with the record.");
    }

    private static String required(Column column) {
        return switch (column.use()) {
            case REQUIRED -> "yes";
            case EXPECTED -> "yes, for pay-per-use items";
            default -> column.name().startsWith("item_") ? "for items that the product does not define" : "no";
        };
    }

    private static String accepted(Column column) {
        return switch (column.type()) {
            case CHOICE -> String.join(", ", column.accepted());
            case DECIMAL -> "a decimal number such as 1234.5, at most " + column.max() + " decimals";
            case WHOLE -> "0, 1, 2, …";
            case TIME -> "YYYY-MM-DD hh:mm:ss, in UTC";
            case TEXT -> String.format(Locale.ROOT, "text of at most %,d characters", column.max());
            case IDENTIFIER -> identifier(column);
        };
    }

    private static String identifier(Column column) {
        return switch (column.name()) {
            case Columns.ASSET_SEARCH_CRITERIA ->
                "asset.id, asset.external_id, asset.external_uid, parameter.<parameter id>";
            case Columns.ITEM_PRECISION -> precisions();
            default -> "text of at most " + column.max() + " characters";
        };
    }

    private static String precisions() {
        var codes = new ArrayList<String>();
        for (ItemPrecision each : ItemPrecision.values()) {
            codes.add(each.code());
        }
        return String.join(", ", codes);
    }

    private void writeValidValues(RowWriter out) throws IOException {
        begin(out, "valid_values", texts(List.of("column", "value", "meaning"), "column"));
        for (Column column : columns) {
            for (String word : column.accepted()) {
                line(out, column.name(), word, "");
            }
        }
        for (String word : List.of("asset.id", "asset.external_id", "asset.external_uid", "parameter.<parameter id>")) {
            line(out, Columns.ASSET_SEARCH_CRITERIA, word, "");
        }
        for (Item item : items.subList(0, Math.min(items.size(), MOST_ITEMS))) {
            String meaning = item.name() + ", in " + item.unit() + ", "
                    + item.precision().code() + ", " + item.type().code();
            line(out, Columns.ITEM_SEARCH_VALUE, item.mpn(), meaning);
        }
        if (items.size() > MOST_ITEMS) {
            line(out, Columns.ITEM_SEARCH_VALUE, "…", "the first " + MOST_ITEMS + " items are listed");
        }
    }

    private void writeExample(RowWriter out) throws IOException {
        begin(out, "example", records());
        int index = 0;
        for (Column column : columns) {
            String value = example(column);
            if (value != null) {
                row.cell(
                        index,
                        column.type().isText() || column.type() == ColumnType.TIME ? CellKind.TEXT : CellKind.NUMBER,
                        value);
            }
            index++;
        }
        out.row(row);
    }

    private @Nullable String example(Column column) {
        return switch (column.name()) {
            case Columns.RECORD_ID -> "2026-05-0001";
            case Columns.RECORD_NOTE -> "first week of May";
            case Columns.ITEM_SEARCH_CRITERIA -> "item.mpn";
            case Columns.ITEM_SEARCH_VALUE ->
                items.isEmpty() ? "MPN-1" : items.get(0).mpn();
            case Columns.QUANTITY -> "28";
            case Columns.START_TIME_UTC -> "2026-05-01 00:00:00";
            case Columns.END_TIME_UTC -> "2026-05-08 00:00:00";
            case Columns.ASSET_SEARCH_CRITERIA -> "asset.id";
            case Columns.ASSET_SEARCH_VALUE -> "AS-1234-5678-9012";
            case Columns.AMOUNT -> "562.24";
            case Columns.TIER -> "0";
            default -> column.use() == ColumnUse.OPTIONAL ? null : "…";
        };
    }

    private void begin(RowWriter out, String name, List<OutputColumn> table) throws IOException {
        out.table(new OutputTable(name, table));
        position = 0;
        next();
    }

    private void next() {
        row.begin(position + 2, position);
        position++;
    }

    private void line(RowWriter out, String... cells) throws IOException {
        for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                row.cell(column, CellKind.TEXT, cells[column]);
            }
        }
        out.row(row);
        next();
    }
}
