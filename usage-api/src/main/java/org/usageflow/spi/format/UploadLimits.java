package org.usageflow.spi.format;

/**
 * What an upload may be at most. Settings of each reader, never global ones of a third-party library.
 *
 * <p>Source: rules §9.
 *
 * @param bytes size of the upload, in bytes
 * @param entries entries of a zip container
 * @param entryBytes inflated size of one entry, in bytes
 * @param totalBytes inflated size of all entries together, in bytes
 * @param ratioFrom inflated size of an entry from which its compression is limited, in bytes
 * @param ratio highest compression of such an entry: inflated by compressed
 * @param columns columns of a table, known or not; of a header with more, a reader pushes one more than this, and the library's core reports COLUMN_TOO_MANY
 * @param cellChars characters of a cell that are kept; the rest is dropped, and the value is then too long for every column that has a meaning
 * @param rowChars characters of a row
 */
public record UploadLimits(
        long bytes,
        int entries,
        long entryBytes,
        long totalBytes,
        long ratioFrom,
        int ratio,
        int columns,
        int cellChars,
        int rowChars) {

    private static final long MIB = 1L << 20;

    /** 1 GiB, 2,000 entries, 4 GiB an entry, 6 GiB in all, 100 : 1 from 256 MiB, 1,000 columns, 32,767 characters a cell, 4,194,304 a row. */
    public static final UploadLimits DEFAULTS =
            new UploadLimits(1024 * MIB, 2_000, 4096 * MIB, 6144 * MIB, 256 * MIB, 100, 1_000, 32_767, 4 << 20);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a limit is not positive
     */
    public UploadLimits {
        if (Math.min(Math.min(Math.min(bytes, entryBytes), Math.min(totalBytes, ratioFrom)), 1) < 1
                || Math.min(Math.min(entries, ratio), Math.min(columns, Math.min(cellChars, rowChars))) < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** These limits with another size of the upload. */
    public UploadLimits withBytes(long limit) {
        return new UploadLimits(limit, entries, entryBytes, totalBytes, ratioFrom, ratio, columns, cellChars, rowChars);
    }

    /** These limits with others for zip containers. */
    public UploadLimits withInflation(
            int maxEntries, long maxEntryBytes, long maxTotalBytes, long fromBytes, int maxRatio) {
        return new UploadLimits(
                bytes, maxEntries, maxEntryBytes, maxTotalBytes, fromBytes, maxRatio, columns, cellChars, rowChars);
    }

    /** These limits with others for tables. */
    public UploadLimits withTable(int maxColumns, int maxCellChars, int maxRowChars) {
        return new UploadLimits(
                bytes, entries, entryBytes, totalBytes, ratioFrom, ratio, maxColumns, maxCellChars, maxRowChars);
    }
}
