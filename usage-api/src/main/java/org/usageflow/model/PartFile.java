package org.usageflow.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.PartFileStatus;

/**
 * A part file: the accepted and closed records of one usage file that one hub bills. An aggregate of its own, and the buyer's alone.
 *
 * <p>It never holds its records: which they are follows from file and hub. Immutable, thread-safe. Source: rules §1, §4.3.
 *
 * @param id its id
 * @param hub the billing system; null for the part of records whose subscription has no hub
 * @param status where it stands
 * @param outdated whether one of its records was changed since it was made, or made again
 * @param counts of its records as they were then, or as they are once it is closed
 * @param content of the file as it was completed; null in draft and failed
 * @param closing how it was closed; null until it is
 * @param error why it could not be completed; null where it was
 * @param createdAt when it was made first; UTC
 * @param version for optimistic locking
 */
public record PartFile(
        PartFileId id,
        @Nullable HubId hub,
        PartFileStatus status,
        boolean outdated,
        RecordCounts counts,
        @Nullable PartContent content,
        @Nullable Closing closing,
        @Nullable String error,
        Instant createdAt,
        Version version) {

    /** Longest error that is kept, in characters. */
    public static final int MAX_ERROR = 1_000;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if it is closed without a closing, failed without an error, ready without content, or the other way round
     */
    public PartFile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(version, "version");
        if ((status == PartFileStatus.CLOSED) != (closing != null)) {
            throw new IllegalArgumentException("a part has a closing exactly when it is closed: " + id);
        }
        if ((status == PartFileStatus.FAILED) != (error != null)) {
            throw new IllegalArgumentException("a part has an error exactly when it failed: " + id);
        }
        boolean complete = status == PartFileStatus.READY || status == PartFileStatus.CLOSED;
        if (complete != (content != null)) {
            throw new IllegalArgumentException("a part has content exactly when it is ready or closed: " + id);
        }
    }

    /** A part just made. */
    public static PartFile made(PartFileId id, @Nullable HubId hub, RecordCounts counts, Instant at) {
        return new PartFile(id, hub, PartFileStatus.DRAFT, false, counts, null, null, null, at, Version.FIRST);
    }

    /** The file whose part it is. */
    public UsageFileId file() {
        return id.file();
    }

    /** This part, whose content could be written, one version on. */
    public PartFile completed(PartContent written) {
        return new PartFile(
                id, hub, PartFileStatus.READY, outdated, counts, written, null, null, createdAt, version.next());
    }

    /** This part, whose content could not be written, one version on; a longer error is cut. */
    public PartFile failed(String why) {
        String kept = why.length() <= MAX_ERROR ? why : why.substring(0, MAX_ERROR - 1) + "…";
        return new PartFile(
                id, hub, PartFileStatus.FAILED, outdated, counts, null, null, kept, createdAt, version.next());
    }

    /** This part made again from its records as they are now, one version on. */
    public PartFile regenerated(RecordCounts now) {
        return new PartFile(id, hub, PartFileStatus.DRAFT, false, now, null, null, null, createdAt, version.next());
    }

    /** This part closed with all its records, one version on. */
    public PartFile closed(Closing how, RecordCounts now) {
        return new PartFile(
                id, hub, PartFileStatus.CLOSED, outdated, now, content, how, null, createdAt, version.next());
    }

    /** This part after one of its records was changed, one version on. */
    public PartFile overtaken() {
        return new PartFile(id, hub, status, true, counts, content, closing, error, createdAt, version.next());
    }
}
