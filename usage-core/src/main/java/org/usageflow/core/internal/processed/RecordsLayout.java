package org.usageflow.core.internal.processed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.usageflow.core.internal.judge.AddedColumn;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.SourceTable;

/**
 * The columns of the written records: the upload's, room for cells without a header, and those that are added.
 *
 * <p>Source: rules §3.4.
 */
final class RecordsLayout {

    /** How the cells of an upload's column are copied. */
    enum Copying {
        /** Character by character. */
        EXACT,
        /** As text, guarded where a spreadsheet would run it. */
        TEXT,
        /** As text, but numbers are not touched. */
        UNKNOWN
    }

    /** Names that may be the vendor's own columns. */
    private static final Set<String> SHARED = Set.of(Columns.ITEM_NAME, Columns.ITEM_UNIT, Columns.ASSET_RECON_ID);

    private static final Set<String> BILLING = Set.of(AddedCells.EXTERNAL_BILLING_ID, AddedCells.EXTERNAL_BILLING_NOTE);
    /** The most useful, where there is no room for all. */
    private static final List<String> ESSENTIAL =
            List.of(AddedCells.ERRORS, AddedCells.STATUS, AddedCells.SYSTEM_RECORD_ID);

    private static final int NARROWEST = 16;
    private static final int WIDEST = 40;
    private static final int ERRORS_WIDTH = 80;

    /** How many columns the upload has. */
    final int width;
    /** By the upload's column: the added name whose outcome is written there; empty for none. */
    final String[] owned;
    /** By the upload's column. */
    final Copying[] copyings;
    /** Where the added columns begin: behind the upload's, and room for cells without a header. */
    final int addedFrom;
    /** The names that are added. */
    final List<String> added;

    final List<OutputColumn> outputs;
    private final ColumnSet columns;

    /**
     * Lays the columns out.
     *
     * @param table the upload's
     * @param used one more than the highest column that a row uses
     * @param most how many columns a table may have
     * @param closed whether a record is closed
     */
    RecordsLayout(SourceTable table, ColumnSet columns, int used, int most, boolean closed) {
        this.columns = columns;
        List<String> headers = table.headers();
        this.width = headers.size();
        this.addedFrom = Math.max(width, Math.min(used, most));
        this.owned = new String[width];
        this.copyings = new Copying[width];
        Arrays.fill(owned, "");
        var present = new HashSet<String>();
        this.outputs = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            String name = canonical(headers.get(column));
            boolean first = present.add(name);
            copyings[column] = table.apostrophes() ? copying(name) : Copying.EXACT;
            if (first && isOwned(headers, column, name)) {
                owned[column] = name;
                outputs.add(added(headers.get(column), name));
            } else {
                outputs.add(output(headers.get(column), name, copyings[column]));
            }
        }
        for (int column = width; column < addedFrom; column++) {
            outputs.add(output("", "", Copying.EXACT));
        }
        this.added = fit(wanted(present, closed), most - addedFrom);
        added.forEach(name -> outputs.add(added(name, name)));
    }

    private String canonical(String header) {
        return columns.findByHeader(header).map(Column::name).orElseGet(() -> ColumnSet.fold(header));
    }

    private boolean isOwned(List<String> headers, int column, String name) {
        if (!Columns.ADDED_BY_PROCESSED_FILE.contains(name)) {
            return false;
        }
        if (SHARED.contains(name)) {
            return AddedColumn.standsAsAdded(headers, column);
        }
        Optional<Column> known = columns.find(name);
        return known.isEmpty() || known.get().use() == ColumnUse.IGNORED;
    }

    private Copying copying(String name) {
        if (name.isEmpty()) {
            return Copying.EXACT;
        }
        if (name.startsWith(Columns.PARAMETER_PREFIX)) {
            return Copying.TEXT;
        }
        Optional<Column> known = columns.find(name).filter(each -> each.use() != ColumnUse.IGNORED);
        if (known.isEmpty()) {
            return Copying.UNKNOWN;
        }
        return known.get().type().isText() ? Copying.TEXT : Copying.EXACT;
    }

    private OutputColumn output(String header, String name, Copying copying) {
        Optional<Column> known = columns.find(name);
        boolean required = known.isPresent()
                && (known.get().use() == ColumnUse.REQUIRED || known.get().use() == ColumnUse.EXPECTED);
        boolean text = copying != Copying.EXACT
                || name.startsWith(Columns.PARAMETER_PREFIX)
                || known.isPresent() && known.get().type().isText();
        int shown = Math.min(Math.max(header.length() + 2, NARROWEST), WIDEST);
        List<String> accepted = known.map(Column::accepted).orElse(List.of());
        return new OutputColumn(header, text, required, shown, accepted);
    }

    private static List<String> wanted(Set<String> present, boolean closed) {
        return Columns.ADDED_BY_PROCESSED_FILE.stream()
                .filter(name -> !present.contains(name) && (closed || !BILLING.contains(name)))
                .toList();
    }

    private static List<String> fit(List<String> wanted, int room) {
        if (wanted.size() <= room) {
            return wanted;
        }
        List<String> chosen = ESSENTIAL.stream()
                .filter(wanted::contains)
                .limit(Math.max(room, 0))
                .toList();
        return wanted.stream().filter(chosen::contains).toList();
    }

    private static OutputColumn added(String header, String name) {
        return new OutputColumn(header, true, false, widthOf(name), List.of());
    }

    private static int widthOf(String name) {
        return name.equals(AddedCells.ERRORS) ? ERRORS_WIDTH : Math.max(name.length() + 2, NARROWEST);
    }

    /** The names of the columns that hold outcomes, in the order of the file. */
    List<String> outcomes() {
        var names = new ArrayList<String>();
        for (String name : owned) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        names.addAll(added);
        return names;
    }

    /** Whether a column describes items that the product does not define, and may so be the vendor's text where no item is found. */
    boolean mayDescribe(String name) {
        boolean describes = name.equals(Columns.ITEM_NAME) || name.equals(Columns.ITEM_UNIT);
        return describes
                && columns.find(name)
                        .filter(each -> each.use() != ColumnUse.IGNORED)
                        .isPresent();
    }

    /** Where a cell of the upload is written: in its column, or in the last one without a header. -1 for nowhere. */
    int target(int column) {
        if (column < addedFrom) {
            return column;
        }
        return addedFrom > width ? addedFrom - 1 : -1;
    }
}
