package org.usageflow.lifecycle;

import static org.usageflow.lifecycle.Capacity.BUYER;
import static org.usageflow.lifecycle.Capacity.RULE;
import static org.usageflow.lifecycle.Capacity.SYSTEM;
import static org.usageflow.lifecycle.Capacity.VENDOR;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The four life cycles.
 *
 * <p>Source: rules §4.1 to §4.4. Rendered in {@code docs/lifecycle.md}.
 */
public final class Lifecycles {

    private static final Lifecycle<UsageFileStatus, UsageFileAction> FILE = Lifecycle.of(
            "file",
            List.of(
                    row(null, UsageFileAction.CREATE, UsageFileStatus.DRAFT, VENDOR),
                    row(UsageFileStatus.DRAFT, UsageFileAction.UPLOAD, UsageFileStatus.UPLOADING, VENDOR),
                    row(UsageFileStatus.UPLOADING, UsageFileAction.PROCESS, UsageFileStatus.PROCESSING, SYSTEM),
                    row(UsageFileStatus.PROCESSING, UsageFileAction.FAIL, UsageFileStatus.INVALID, SYSTEM),
                    row(UsageFileStatus.INVALID, UsageFileAction.UPLOAD, UsageFileStatus.UPLOADING, VENDOR),
                    row(UsageFileStatus.PROCESSING, UsageFileAction.PASS, UsageFileStatus.READY, SYSTEM),
                    row(UsageFileStatus.READY, UsageFileAction.UPLOAD, UsageFileStatus.UPLOADING, VENDOR),
                    row(UsageFileStatus.READY, UsageFileAction.SUBMIT, UsageFileStatus.PENDING, VENDOR),
                    row(UsageFileStatus.PENDING, UsageFileAction.REJECT, UsageFileStatus.REJECTED, BUYER, RULE),
                    row(UsageFileStatus.REJECTED, UsageFileAction.UPLOAD, UsageFileStatus.UPLOADING, VENDOR),
                    row(UsageFileStatus.PENDING, UsageFileAction.ACCEPT, UsageFileStatus.ACCEPTED, BUYER, RULE),
                    row(UsageFileStatus.ACCEPTED, UsageFileAction.CLOSE, UsageFileStatus.CLOSED, BUYER, SYSTEM),
                    row(UsageFileStatus.DRAFT, UsageFileAction.DELETE, UsageFileStatus.DELETED, VENDOR),
                    row(UsageFileStatus.INVALID, UsageFileAction.DELETE, UsageFileStatus.DELETED, VENDOR),
                    row(UsageFileStatus.READY, UsageFileAction.DELETE, UsageFileStatus.DELETED, VENDOR),
                    row(UsageFileStatus.REJECTED, UsageFileAction.DELETE, UsageFileStatus.DELETED, VENDOR),
                    row(UsageFileStatus.UPLOADING, UsageFileAction.ABORT, UsageFileStatus.INVALID, SYSTEM),
                    row(UsageFileStatus.PROCESSING, UsageFileAction.ABORT, UsageFileStatus.INVALID, SYSTEM)),
            Set.of(UsageFileStatus.CLOSED, UsageFileStatus.DELETED));

    private static final Lifecycle<RecordStatus, RecordAction> RECORD = Lifecycle.of(
            "record",
            List.of(
                    row(null, RecordAction.UPLOAD, RecordStatus.UPLOADED, VENDOR),
                    row(RecordStatus.UPLOADED, RecordAction.PASS, RecordStatus.VALIDATED, SYSTEM),
                    row(RecordStatus.UPLOADED, RecordAction.FAIL, RecordStatus.INVALID, SYSTEM),
                    row(RecordStatus.UPLOADED, RecordAction.SUSPEND, RecordStatus.SUSPENDED, SYSTEM),
                    row(RecordStatus.VALIDATED, RecordAction.SUBMIT, RecordStatus.PENDING, VENDOR),
                    row(RecordStatus.PENDING, RecordAction.ACCEPT, RecordStatus.ACCEPTED, BUYER, RULE),
                    row(RecordStatus.PENDING, RecordAction.REJECT, RecordStatus.REJECTED, BUYER, RULE),
                    row(RecordStatus.ACCEPTED, RecordAction.CLOSE, RecordStatus.CLOSED, BUYER),
                    row(RecordStatus.INVALID, RecordAction.REUPLOAD, RecordStatus.UPLOADED, VENDOR),
                    row(RecordStatus.REJECTED, RecordAction.REUPLOAD, RecordStatus.UPLOADED, VENDOR),
                    row(RecordStatus.SUSPENDED, RecordAction.REUPLOAD, RecordStatus.UPLOADED, VENDOR),
                    row(RecordStatus.SUSPENDED, RecordAction.RECYCLE, RecordStatus.UPLOADED, VENDOR)),
            Set.of(RecordStatus.CLOSED));

    private static final Lifecycle<PartFileStatus, PartFileAction> PART = Lifecycle.of(
            "part",
            List.of(
                    row(null, PartFileAction.MAKE, PartFileStatus.DRAFT, SYSTEM),
                    row(PartFileStatus.DRAFT, PartFileAction.COMPLETE, PartFileStatus.READY, SYSTEM),
                    row(PartFileStatus.DRAFT, PartFileAction.FAIL, PartFileStatus.FAILED, SYSTEM),
                    row(PartFileStatus.READY, PartFileAction.CLOSE, PartFileStatus.CLOSED, BUYER),
                    row(PartFileStatus.FAILED, PartFileAction.REGENERATE, PartFileStatus.DRAFT, BUYER, SYSTEM),
                    row(PartFileStatus.READY, PartFileAction.REGENERATE, PartFileStatus.DRAFT, BUYER, SYSTEM)),
            Set.of(PartFileStatus.CLOSED));

    private static final Lifecycle<ReconciliationStatus, ReconciliationAction> RECONCILIATION = Lifecycle.of(
            "reconciliation",
            List.of(
                    row(null, ReconciliationAction.UPLOAD, ReconciliationStatus.UPLOADED, BUYER),
                    row(
                            ReconciliationStatus.UPLOADED,
                            ReconciliationAction.PROCESS,
                            ReconciliationStatus.PROCESSING,
                            SYSTEM),
                    row(
                            ReconciliationStatus.PROCESSING,
                            ReconciliationAction.COMPLETE,
                            ReconciliationStatus.PROCESSED,
                            SYSTEM),
                    row(
                            ReconciliationStatus.PROCESSING,
                            ReconciliationAction.FAIL,
                            ReconciliationStatus.FAILED,
                            SYSTEM)),
            Set.of(ReconciliationStatus.PROCESSED, ReconciliationStatus.FAILED));

    private Lifecycles() {}

    /** The life of a usage file. */
    public static Lifecycle<UsageFileStatus, UsageFileAction> file() {
        return FILE;
    }

    /** The life of a usage record. */
    public static Lifecycle<RecordStatus, RecordAction> record() {
        return RECORD;
    }

    /** The life of a part file. */
    public static Lifecycle<PartFileStatus, PartFileAction> part() {
        return PART;
    }

    /** The life of a reconciliation file. */
    public static Lifecycle<ReconciliationStatus, ReconciliationAction> reconciliation() {
        return RECONCILIATION;
    }

    /** All four, in the order of the rules. */
    public static List<Lifecycle<?, ?>> all() {
        return List.of(FILE, RECORD, PART, RECONCILIATION);
    }

    private static <S extends Enum<S>, A extends Enum<A>> Transition<S, A> row(
            @Nullable S from, A action, S to, Capacity... allowedTo) {
        return new Transition<>(from, action, to, Set.of(allowedTo));
    }
}
