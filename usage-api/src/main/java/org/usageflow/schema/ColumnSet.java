package org.usageflow.schema;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.usageflow.model.Capabilities;
import org.usageflow.model.TextRules;

/**
 * The columns that a schema knows, in the order in which they are written. Any number of {@code v.} columns comes on top.
 *
 * <p>Immutable, thread-safe. Source: rules §3.1.
 */
public final class ColumnSet {

    private final Map<String, Column> byName;
    private final Map<String, Column> byHeader;

    private ColumnSet(Map<String, Column> byName) {
        this.byName = Collections.unmodifiableMap(byName);
        this.byHeader = new LinkedHashMap<>();
        for (Column column : byName.values()) {
            put(column.name(), column);
            column.aliases().forEach(alias -> put(alias, column));
        }
    }

    private void put(String header, Column column) {
        if (byHeader.put(header, column) != null) {
            throw new IllegalArgumentException("two columns are called '" + header + "'");
        }
    }

    /**
     * The standard columns for a schema without amounts: amount and tier must be blank; the description of dynamic items is optional where the capabilities have them and not looked at elsewhere.
     */
    public static ColumnSet standard(Capabilities capabilities) {
        var columns = new LinkedHashMap<String, Column>();
        for (Column column : Columns.standard()) {
            columns.put(column.name(), column);
        }
        for (String added : Columns.ADDED_BY_PROCESSED_FILE) {
            columns.putIfAbsent(added, Column.text(added, ColumnUse.IGNORED, 0, "Added by the processed file."));
        }
        var set = new ColumnSet(columns);
        return capabilities.dynamicItems() ? set.withDynamicItems() : set;
    }

    private ColumnSet withDynamicItems() {
        return use(Columns.ITEM_NAME, ColumnUse.OPTIONAL)
                .use(Columns.ITEM_MPN, ColumnUse.OPTIONAL)
                .use(Columns.ITEM_UNIT, ColumnUse.OPTIONAL)
                .use(Columns.ITEM_PRECISION, ColumnUse.OPTIONAL);
    }

    /**
     * This set with another use of a column.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public ColumnSet use(String name, ColumnUse use) {
        return with(find(name)
                .orElseThrow(() -> new IllegalArgumentException("no column '" + name + "'"))
                .withUse(use));
    }

    /**
     * This set with one more column at the end, or with the column in the place of one of the same name.
     *
     * @throws IllegalArgumentException if another column has that name as an alias
     */
    public ColumnSet with(Column column) {
        var columns = new LinkedHashMap<>(byName);
        columns.put(column.name(), column);
        return new ColumnSet(columns);
    }

    /** Every column, in the order in which they are written. */
    public Collection<Column> columns() {
        return byName.values();
    }

    /** The columns that a template or an upload of this schema has: all but those that must be blank or are not looked at. */
    public List<Column> written() {
        var written = new ArrayList<Column>();
        for (Column column : byName.values()) {
            if (column.use() != ColumnUse.BLANK && column.use() != ColumnUse.IGNORED) {
                written.add(column);
            }
        }
        return List.copyOf(written);
    }

    /** The column of that canonical name. */
    public Optional<Column> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The column that a header names: its name or an alias, case and surrounding blanks aside. */
    public Optional<Column> findByHeader(String header) {
        return Optional.ofNullable(byHeader.get(fold(header)));
    }

    /** Every name and alias, sorted: by these a text file is recognised. */
    public Set<String> headers() {
        return Collections.unmodifiableSet(new TreeSet<>(byHeader.keySet()));
    }

    /** A header as it is compared: without surrounding white space, in lower case, in NFC. */
    public static String fold(String header) {
        int from = 0;
        int to = header.length();
        while (from < to && TextRules.isWhiteSpace(header.charAt(from))) {
            from++;
        }
        while (to > from && TextRules.isWhiteSpace(header.charAt(to - 1))) {
            to--;
        }
        return Normalizer.normalize(header.substring(from, to).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
