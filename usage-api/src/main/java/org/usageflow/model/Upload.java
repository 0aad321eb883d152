package org.usageflow.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The upload that a usage file was last given, and what came of judging it.
 *
 * <p>Immutable, thread-safe. Source: rules §4.1, §10.
 *
 * @param sha256 of the bytes that were uploaded, 64 lower-case hexadecimal digits; null for records that were appended without a file
 * @param bytes the upload's size; 0 for records that were appended
 * @param categories SHA-256 of the second file, which defines the categories; null for none
 * @param receivedAt when it was stored whole; UTC; null until it is
 * @param isValid whether it was judged, and the file could go on; false until it is judged
 * @param rows how many rows; {@link RowCounts#NONE} until it is judged
 * @param totals sums over the valid rows; {@link UsageTotals#NONE} until it is judged
 */
public record Upload(
        @Nullable String sha256,
        long bytes,
        @Nullable String categories,
        @Nullable Instant receivedAt,
        boolean isValid,
        RowCounts rows,
        UsageTotals totals) {

    public Upload {
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(totals, "totals");
    }

    /** An upload that is about to be stored. */
    public static Upload announced(String sha256, long bytes, @Nullable String categories) {
        return new Upload(sha256, bytes, categories, null, false, RowCounts.NONE, UsageTotals.NONE);
    }

    /** Records that were appended one by one, and are complete. */
    public static Upload appended(Instant at) {
        return new Upload(null, 0, null, at, false, RowCounts.NONE, UsageTotals.NONE);
    }

    /** This upload, stored whole. */
    public Upload received(Instant at) {
        return new Upload(sha256, bytes, categories, at, isValid, rows, totals);
    }

    /** Whether it is stored whole. */
    public boolean isReceived() {
        return receivedAt != null;
    }

    /** This upload, judged. */
    public Upload judged(boolean goesOn, RowCounts counts, UsageTotals sums) {
        return new Upload(sha256, bytes, categories, receivedAt, goesOn, counts, sums);
    }

    /** Whether records were appended one by one, without a file. */
    public boolean isAppended() {
        return sha256 == null;
    }
}
