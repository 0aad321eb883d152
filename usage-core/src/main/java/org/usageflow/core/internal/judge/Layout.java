package org.usageflow.core.internal.judge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.usageflow.model.ReportedRecord;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnType;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.SourceTable;

/**
 * Which cell of a row is which column: the schema's columns and the file's parameters in numbered slots.
 *
 * <p>Slots are first the schema's columns, those included that the file lacks, then the file's {@code v.} columns in its order.
 */
final class Layout {

    /** Of a source column that is not looked at. */
    static final int IGNORED = -1;
    /** Of a source column without a header. */
    static final int HEADERLESS = -2;

    final SourceTable table;
    /** By slot. */
    final Column[] columns;
    /** By slot: the source's column, or -1 where the file lacks it. */
    final int[] sourceOf;
    /** By source column: the slot, {@link #IGNORED} or {@link #HEADERLESS}. */
    final int[] slotOf;
    /** By slot: the canonical name. */
    final String[] names;
    /** The first slot of a parameter. */
    final int firstParameter;

    private final Map<String, Integer> slots = new HashMap<>();

    final int recordId;
    final int note;
    final int itemCriteria;
    final int itemValue;
    final int quantity;
    final int start;
    final int end;
    final int assetCriteria;
    final int assetValue;
    final int category;
    final int amount;
    final int tier;
    final int itemName;
    final int itemMpn;
    final int itemUnit;
    final int itemPrecision;
    final int assetRecon;
    final int corrects;

    /**
     * @param table the table with its header
     * @param known the schema's columns
     * @param parameters names of the file's {@code v.} columns, in its order, with {@code v.}
     * @param sources source columns by canonical name
     */
    Layout(SourceTable table, ColumnSet known, List<String> parameters, Map<String, Integer> sources) {
        this.table = table;
        List<Column> used = known.columns().stream()
                .filter(each -> each.use() != ColumnUse.IGNORED)
                .toList();
        firstParameter = used.size();
        int count = firstParameter + parameters.size();
        columns = new Column[count];
        names = new String[count];
        sourceOf = new int[count];
        for (int slot = 0; slot < count; slot++) {
            names[slot] = slot < firstParameter ? used.get(slot).name() : parameters.get(slot - firstParameter);
            columns[slot] = slot < firstParameter ? used.get(slot) : PARAMETER;
            sourceOf[slot] = sources.getOrDefault(names[slot], -1);
            slots.put(names[slot], slot);
        }
        slotOf = slotsBySource(table);
        recordId = slot(Columns.RECORD_ID);
        note = slot(Columns.RECORD_NOTE);
        itemCriteria = slot(Columns.ITEM_SEARCH_CRITERIA);
        itemValue = slot(Columns.ITEM_SEARCH_VALUE);
        quantity = slot(Columns.QUANTITY);
        start = slot(Columns.START_TIME_UTC);
        end = slot(Columns.END_TIME_UTC);
        assetCriteria = slot(Columns.ASSET_SEARCH_CRITERIA);
        assetValue = slot(Columns.ASSET_SEARCH_VALUE);
        category = slot(Columns.CATEGORY_ID);
        amount = slot(Columns.AMOUNT);
        tier = slot(Columns.TIER);
        itemName = slot(Columns.ITEM_NAME);
        itemMpn = slot(Columns.ITEM_MPN);
        itemUnit = slot(Columns.ITEM_UNIT);
        itemPrecision = slot(Columns.ITEM_PRECISION);
        assetRecon = slot(Columns.ASSET_RECON_ID);
        corrects = slot(Columns.CORRECTS_RECORD_ID);
    }

    private static final Column PARAMETER = Column.text("parameter", ColumnUse.OPTIONAL, ReportedRecord.MAX_TEXT, "");

    private int[] slotsBySource(SourceTable source) {
        int[] bySource = new int[source.headers().size()];
        for (int column = 0; column < bySource.length; column++) {
            bySource[column] = ColumnSet.fold(source.headers().get(column)).isEmpty() ? HEADERLESS : IGNORED;
        }
        for (int slot = 0; slot < sourceOf.length; slot++) {
            if (sourceOf[slot] >= 0) {
                bySource[sourceOf[slot]] = slot;
            }
        }
        return bySource;
    }

    /** The slot of a column; -1 for a name that is none. */
    int slot(String name) {
        return slots.getOrDefault(name, -1);
    }

    /** Number of slots. */
    int size() {
        return names.length;
    }

    /** The slots of names; those that are no column are left out. */
    int[] slotsOf(Iterable<String> wanted) {
        int[] found = new int[names.length];
        int count = 0;
        for (String name : wanted) {
            int slot = slot(name);
            if (slot >= 0 && count < found.length) {
                found[count++] = slot;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The slot of a source column, {@link #IGNORED} or {@link #HEADERLESS}. */
    int slotOfSource(int column) {
        return column < slotOf.length ? slotOf[column] : HEADERLESS;
    }

    boolean isText(int slot) {
        return columns[slot].type().isText();
    }

    /** Whether a source column's texts may have an apostrophe in front that is none of theirs. */
    boolean isGuardable(int column) {
        int slot = table.apostrophes() ? slotOfSource(column) : IGNORED;
        return slot >= 0 && isText(slot);
    }

    ColumnType type(int slot) {
        return columns[slot].type();
    }
}
