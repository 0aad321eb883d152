package org.usageflow.spi.format;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to read an upload.
 *
 * @param tables which tables are wanted, at least one. A format that holds one table alone reads its file as {@link TableName#RECORDS} if that is wanted, else as the first
 *     wanted
 * @param limits what the upload may be at most
 * @param temporary the directory for temporary files, which are removed whatever happens; null for the system's
 */
public record ReadOptions(
        Set<TableName> tables,
        UploadLimits limits,
        @Nullable Path temporary) {

    /** All tables, default limits, the system's directory. */
    public static final ReadOptions DEFAULTS =
            new ReadOptions(EnumSet.allOf(TableName.class), UploadLimits.DEFAULTS, null);

    public ReadOptions {
        tables = Collections.unmodifiableSet(EnumSet.copyOf(tables));
        Objects.requireNonNull(limits, "limits");
    }

    /** These options for other tables. */
    public ReadOptions withTables(TableName first, TableName... more) {
        return new ReadOptions(EnumSet.of(first, more), limits, temporary);
    }

    /** These options with other limits. */
    public ReadOptions withLimits(UploadLimits other) {
        return new ReadOptions(tables, other, temporary);
    }

    /** The table that a format reads that holds one alone. */
    public TableName onlyTable() {
        return tables.contains(TableName.RECORDS)
                ? TableName.RECORDS
                : tables.iterator().next();
    }
}
