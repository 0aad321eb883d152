package org.usageflow.console.host;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.usageflow.console.database.Database;
import org.usageflow.core.Recovered;
import org.usageflow.core.Usageflow;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.PartFileId;
import org.usageflow.model.Party;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.query.FileQuery;
import org.usageflow.query.Page;
import org.usageflow.query.PageKey;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.reference.ReferenceData;
import org.usageflow.spi.store.UsageStore;

/**
 * Settles what lost its process: by the library what is half done, and here what was received whole and never judged, since this application has no workers beside its commands.
 *
 * <p>A process that was lost just now may still have its lease; so it goes on until nothing is at work, or every lease there was has run out. Not thread-safe.
 */
public final class Recovery {

    private static final Actor SYSTEM = Actor.of(Party.SYSTEM, "console");
    private static final FileQuery AT_WORK = FileQuery.ALL.in(UsageFileStatus.UPLOADING, UsageFileStatus.PROCESSING);
    private static final long PAUSE = 250;

    private final UsageStore store;
    private final Usageflow usage;
    private final long patience;
    private final List<UsageFileId> invalid = new ArrayList<>();
    private final List<UsageFileId> processed = new ArrayList<>();
    private final List<ReconciliationFileId> reconciliations = new ArrayList<>();
    private final List<PartFileId> parts = new ArrayList<>();

    /** Takes what it works on. */
    public Recovery(Database.Stores stores, ReferenceData reference, Clock clock) {
        this.store = stores.usage();
        this.usage = Host.keeping(reference, stores, clock, null);
        this.patience = stores.lease().toNanos() + TimeUnit.SECONDS.toNanos(1);
    }

    /**
     * What was settled.
     *
     * @param invalid files that can be uploaded again
     * @param processed files that were judged
     * @param reconciliations reconciliation files that are failed
     * @param parts parts that were completed
     */
    public record Settled(
            List<UsageFileId> invalid,
            List<UsageFileId> processed,
            List<ReconciliationFileId> reconciliations,
            List<PartFileId> parts) {

        public Settled {
            invalid = List.copyOf(invalid);
            processed = List.copyOf(processed);
            reconciliations = List.copyOf(reconciliations);
            parts = List.copyOf(parts);
        }

        /** Whether there was nothing to settle. */
        public boolean isNothing() {
            return invalid.isEmpty() && processed.isEmpty() && reconciliations.isEmpty() && parts.isEmpty();
        }
    }

    /** Settles all there is. */
    public Settled settle() {
        long started = System.nanoTime();
        recover();
        while (isAtWork() && System.nanoTime() - started < patience && pause()) {
            recover();
        }
        processReceived();
        return new Settled(invalid, processed, reconciliations, parts);
    }

    private void recover() {
        Recovered settled = usage.recovery().recover();
        invalid.addAll(settled.files());
        reconciliations.addAll(settled.reconciliations());
        parts.addAll(settled.parts());
    }

    private boolean isAtWork() {
        return !usage.files().list(AT_WORK.limit(1), SYSTEM).items().isEmpty()
                || store.inTransaction(
                        session -> !session.reconciliations().unsettled(null, 1).isEmpty()
                                || !session.parts().unsettled(null, 1).isEmpty());
    }

    private void processReceived() {
        PageKey next = null;
        do {
            Page<UsageFile> page = usage.files().list(AT_WORK.after(next), SYSTEM);
            for (UsageFile each : page.items()) {
                Upload upload = each.upload();
                if (each.status() == UsageFileStatus.UPLOADING && upload != null && upload.isReceived()) {
                    process(each.id());
                }
            }
            next = page.next();
        } while (next != null);
    }

    private void process(UsageFileId id) {
        try {
            usage.files().process(id, ProgressListener.NONE, SYSTEM);
            processed.add(id);
        } catch (ActionRefusedException | StaleVersionException e) {
            // Another process was quicker
            return;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
