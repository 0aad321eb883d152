package org.usageflow.spi.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tables that this library reads from an upload. In a workbook they are tabs, found by name whatever their order, case and surrounding blanks.
 *
 * <p>Source: rules §3.
 */
public enum TableName {
    GENERAL("general"),
    CATEGORIES("categories"),
    /** The only table with usage. */
    RECORDS("records", "usage_records");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> names;

    TableName(String... names) {
        this.names = List.of(names);
    }

    /** The name that is written. */
    public String code() {
        return names.get(0);
    }

    /** The table that a tab of that name is, if any. */
    public static Optional<TableName> ofTab(String tab) {
        String folded = tab.strip().toLowerCase(Locale.ROOT);
        for (TableName each : values()) {
            if (each.names.contains(folded)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether the tab's name is the one that is written, rather than an older one. */
    public boolean isWrittenAs(String tab) {
        return code().equals(tab.strip().toLowerCase(Locale.ROOT));
    }
}
