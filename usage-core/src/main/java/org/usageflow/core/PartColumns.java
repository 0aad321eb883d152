package org.usageflow.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.processed.AddedCells;
import org.usageflow.core.internal.processed.RowOutcome;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageRecord;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.SourceRow;

/**
 * The columns of a part file's records: those of an upload, the parameters that its records have, and those that a processed file adds but {@code errors}, billing ids included, so that the file can be filled in
 * and given back as a reconciliation file. Tell it of every record first, then fill rows. Not thread-safe.
 *
 * <p>Source: rules §3.1, §3.4, §3.7.
 */
final class PartColumns {

    private static final String ERRORS = "errors";
    private static final String BILLING_ID = "external_billing_id";

    /** Columns of an upload that stand there only where a record has a value in one, because some are called as those that are added. */
    private static final List<String> AS_NEEDED = List.of(
            Columns.ITEM_NAME,
            Columns.ITEM_MPN,
            Columns.ITEM_UNIT,
            Columns.ITEM_PRECISION,
            Columns.ASSET_RECON_ID,
            Columns.CORRECTS_RECORD_ID);

    private final ColumnSet known;
    private final Set<String> needed = new LinkedHashSet<>();
    private final Set<String> parameters = new LinkedHashSet<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private @Nullable RecordColumns cells;

    PartColumns(ColumnSet known) {
        this.known = known;
        known.written().forEach(each -> needed.add(each.name()));
        AS_NEEDED.forEach(needed::remove);
    }

    /** Takes note of the columns that a record needs beyond those that its schema has now. */
    void need(UsageRecord record) {
        ReportedRecord reported = reported(record);
        need(reported.amount() != null, Columns.AMOUNT);
        need(reported.tier() != null, Columns.TIER);
        need(reported.assetReconId() != null, Columns.ASSET_RECON_ID);
        need(reported.corrects() != null, Columns.CORRECTS_RECORD_ID);
        need(
                reported.dynamicItem() != null,
                Columns.ITEM_NAME,
                Columns.ITEM_MPN,
                Columns.ITEM_UNIT,
                Columns.ITEM_PRECISION);
        parameters.addAll(reported.parameters().keySet());
    }

    private static ReportedRecord reported(UsageRecord record) {
        ReportedRecord reported = record.reported();
        if (reported == null) {
            throw new IllegalStateException("an accepted record has what was reported: " + record.id());
        }
        return reported;
    }

    private void need(boolean wanted, String... names) {
        if (wanted) {
            needed.addAll(List.of(names));
        }
    }

    /** The columns, once every record is told of. */
    List<OutputColumn> outputs() {
        var outputs = new ArrayList<OutputColumn>();
        for (Column column : known.columns()) {
            if (needed.contains(column.name())) {
                add(outputs, UploadWriter.output(column));
            }
        }
        for (String name : parameters) {
            add(outputs, OutputColumn.text(Columns.PARAMETER_PREFIX + name));
        }
        for (String name : Columns.ADDED_BY_PROCESSED_FILE) {
            if (!indexes.containsKey(name) && !name.equals(ERRORS)) {
                // Bold, and a member of JSON without a value too, because it is there to be filled in
                boolean asked = name.equals(BILLING_ID);
                add(outputs, new OutputColumn(name, true, asked, 20, List.of()));
            }
        }
        cells = new RecordColumns(indexes);
        return outputs;
    }

    private void add(List<OutputColumn> outputs, OutputColumn column) {
        indexes.put(column.name(), outputs.size());
        outputs.add(column);
    }

    /** Sets the cells of a record. Names and units of items stand in the vendor's columns too where it left them blank: there they mean nothing else. */
    void fill(SourceRow row, UsageRecord record) {
        RecordColumns standard = cells;
        if (standard == null) {
            throw new IllegalStateException("the columns are not settled");
        }
        standard.fill(row, reported(record));
        RowOutcome outcome = RowOutcome.of(record, Set.of());
        for (String name : Columns.ADDED_BY_PROCESSED_FILE) {
            Integer index = indexes.get(name);
            String value = index == null ? null : AddedCells.value(name, outcome, "");
            boolean vendors = needed.contains(name) && name.equals(Columns.ASSET_RECON_ID);
            if (index != null && !vendors && value != null && !value.isEmpty() && row.isBlank(index)) {
                row.cell(index, CellKind.TEXT, value);
            }
        }
    }
}
