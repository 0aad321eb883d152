package org.usageflow.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.UsageFileStatus;

/**
 * A usage file: what a vendor reports to one buyer for one product and period.
 *
 * <p>An aggregate of its own. It never holds its records, of which there may be a million; it keeps their counts and totals.
 *
 * <p>Immutable, thread-safe. Source: rules §1, §4.1, §10.
 *
 * @param id its id
 * @param details what it reports on, between whom
 * @param original the details as they were asked for when it was created
 * @param status where it stands
 * @param counts of its records
 * @param upload the last upload; null before the first
 * @param notes what was said when it moved
 * @param supersededBy of an estimate: the file that came after it and counts instead; else null
 * @param lastRecordNumber the highest running number that a record of it ever had; 0 before the first
 * @param createdAt when it was created; UTC
 * @param version for optimistic locking
 */
public record UsageFile(
        UsageFileId id,
        FileDetails details,
        FileDetails original,
        UsageFileStatus status,
        RecordCounts counts,
        @Nullable Upload upload,
        FileNotes notes,
        @Nullable UsageFileId supersededBy,
        int lastRecordNumber,
        Instant createdAt,
        Version version) {

    public UsageFile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(details, "details");
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(notes, "notes");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(version, "version");
    }

    /** A file just created. */
    public static UsageFile draft(UsageFileId id, FileDetails details, Instant createdAt) {
        return new UsageFile(
                id,
                details,
                details,
                UsageFileStatus.DRAFT,
                RecordCounts.NONE,
                null,
                FileNotes.NONE,
                null,
                0,
                createdAt,
                Version.FIRST);
    }

    public String name() {
        return details.name();
    }

    public ProductId product() {
        return details.product();
    }

    public ContractId contract() {
        return details.contract();
    }

    /** Who reports. */
    public AccountId vendor() {
        return details.vendor();
    }

    /** Who is billed. */
    public AccountId buyer() {
        return details.buyer();
    }

    public SchemaCode schema() {
        return details.schema();
    }

    public UsagePeriod period() {
        return details.period();
    }

    /** Whether the ids of its records count as live: production, actual, and ready or beyond without being rejected or deleted. */
    public boolean hasLiveRecordKeys() {
        return details.counts() && status.isLive();
    }

    /** Begins a change; what comes of it is one version on. */
    public Change change() {
        return new Change(this);
    }

    /** A file on its way to its next version. Not thread-safe. */
    public static final class Change {
        private final UsageFile former;
        private FileDetails details;
        private UsageFileStatus status;
        private RecordCounts counts;
        private @Nullable Upload upload;
        private FileNotes notes;
        private @Nullable UsageFileId supersededBy;
        private int lastRecordNumber;

        private Change(UsageFile former) {
            this.former = former;
            this.details = former.details;
            this.status = former.status;
            this.counts = former.counts;
            this.upload = former.upload;
            this.notes = former.notes;
            this.supersededBy = former.supersededBy;
            this.lastRecordNumber = former.lastRecordNumber;
        }

        public Change details(FileDetails next) {
            this.details = next;
            return this;
        }

        public Change status(UsageFileStatus next) {
            this.status = next;
            return this;
        }

        public Change counts(RecordCounts next) {
            this.counts = next;
            return this;
        }

        public Change upload(@Nullable Upload next) {
            this.upload = next;
            return this;
        }

        public Change notes(FileNotes next) {
            this.notes = next;
            return this;
        }

        public Change supersededBy(UsageFileId next) {
            this.supersededBy = next;
            return this;
        }

        public Change lastRecordNumber(int next) {
            this.lastRecordNumber = next;
            return this;
        }

        /** The file, changed, one version on. */
        public UsageFile build() {
            return new UsageFile(
                    former.id,
                    details,
                    former.original,
                    status,
                    counts,
                    upload,
                    notes,
                    supersededBy,
                    lastRecordNumber,
                    former.createdAt,
                    former.version.next());
        }
    }
}
