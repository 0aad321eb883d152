package org.usageflow.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.ReconciliationStatus;

/**
 * A reconciliation file: billing ids for records of one usage file, as its buyer uploaded them. An aggregate of its own, and the buyer's alone.
 *
 * <p>Immutable, thread-safe. Source: rules §1, §3.7, §4.4.
 *
 * @param id its id
 * @param status where it stands
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param bytes its size
 * @param counts of its rows; {@link ReconciliationCounts#NONE} until it is gone through
 * @param error why it could not be read, or was given up; null where it was not
 * @param uploadedBy who uploaded it, and so closes the records
 * @param uploadedAt when; UTC
 * @param version for optimistic locking
 */
public record ReconciliationFile(
        ReconciliationFileId id,
        ReconciliationStatus status,
        String sha256,
        long bytes,
        ReconciliationCounts counts,
        @Nullable String error,
        Actor uploadedBy,
        Instant uploadedAt,
        Version version) {

    /** Longest error that is kept, in characters. */
    public static final int MAX_ERROR = 1_000;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if it failed without an error, or the other way round
     */
    public ReconciliationFile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(uploadedBy, "uploadedBy");
        Objects.requireNonNull(uploadedAt, "uploadedAt");
        Objects.requireNonNull(version, "version");
        if ((status == ReconciliationStatus.FAILED) != (error != null)) {
            throw new IllegalArgumentException("a reconciliation file has an error exactly when it failed: " + id);
        }
    }

    /** A file whose bytes are kept. */
    public static ReconciliationFile uploaded(
            ReconciliationFileId id, String sha256, long bytes, Actor by, Instant at) {
        return new ReconciliationFile(
                id,
                ReconciliationStatus.UPLOADED,
                sha256,
                bytes,
                ReconciliationCounts.NONE,
                null,
                by,
                at,
                Version.FIRST);
    }

    /** The usage file whose records it closes. */
    public UsageFileId file() {
        return id.file();
    }

    /** This file taken for processing, one version on. */
    public ReconciliationFile begun() {
        return next(ReconciliationStatus.PROCESSING, counts, null);
    }

    /** This file gone through, one version on. */
    public ReconciliationFile processed(ReconciliationCounts rows) {
        return next(ReconciliationStatus.PROCESSED, rows, null);
    }

    /** This file given up, one version on, with what it did before; a longer error is cut. */
    public ReconciliationFile failed(String why, ReconciliationCounts rows) {
        String kept = why.length() <= MAX_ERROR ? why : why.substring(0, MAX_ERROR - 1) + "…";
        return next(ReconciliationStatus.FAILED, rows, kept);
    }

    private ReconciliationFile next(ReconciliationStatus to, ReconciliationCounts rows, @Nullable String why) {
        return new ReconciliationFile(id, to, sha256, bytes, rows, why, uploadedBy, uploadedAt, version.next());
    }
}
