package org.usageflow.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.query.FileQuery;
import org.usageflow.query.PageKey;
import org.usageflow.spi.store.StoreSession;

/**
 * Settles what a process had begun and did not end, because it was lost.
 *
 * <p>Whoever uploads, judges, reconciles or completes a part holds a lease meanwhile, and prolongs it as the work goes on; see {@link Usageflow.Builder#lease}. Work whose lease has run out, or that has none, is taken for lost.
 * Where that is wrong, because a process was only slow, nothing is spoilt: what it does in the end is refused, as the file has moved on.
 *
 * <p>Thread-safe, for several processes at a time too. Source: rules §4.1 (row 14), §4.3, §4.4.
 */
public final class RecoveryService {

    private static final Logger LOG = LoggerFactory.getLogger(RecoveryService.class);
    private static final int PAGE = 100;

    private final Desk desk;
    private final Intakes intakes;
    private final ReconciliationService reconciliations;
    private final Parts parts;

    RecoveryService(Desk desk, Intakes intakes, ReconciliationService reconciliations, Parts parts) {
        this.desk = desk;
        this.intakes = intakes;
        this.reconciliations = reconciliations;
        this.parts = parts;
    }

    /**
     * Settles all that is lost now; at the start of a process, and now and then.
     *
     * <ul>
     *   <li>A usage file whose upload was being stored, or judged, becomes invalid, with the reason; nothing of the failed try remains, and it can be uploaded again. One that is received and waits to be processed is left alone.
     *   <li>A reconciliation file that was being gone through is failed; the rows that were applied stay so.
     *   <li>A part file that was being written is completed.
     * </ul>
     *
     * <p>Each of them is settled in a transaction of its own. What is still at work, or settled by another process at the same time, is passed over.
     *
     * @return what was settled by this call
     * @throws org.usageflow.error.StoreException if the store fails; what was settled before stays so
     */
    public Recovered recover() {
        var settled = new Recovered(files(), lostReconciliations(), lostParts());
        if (!settled.isNothing()) {
            LOG.info(
                    "recovered {} usage files, {} reconciliation files, {} part files",
                    settled.files().size(),
                    settled.reconciliations().size(),
                    settled.parts().size());
        }
        return settled;
    }

    private List<UsageFileId> files() {
        FileQuery atWork = FileQuery.ALL
                .in(UsageFileStatus.UPLOADING, UsageFileStatus.PROCESSING)
                .limit(PAGE);
        var settled = new ArrayList<UsageFileId>();
        List<UsageFile> page = page(atWork, null);
        while (!page.isEmpty()) {
            for (UsageFile each : page) {
                settle(each.id(), intakes::recover, settled);
            }
            page = page(atWork, atWork.sort().keyOf(page.get(page.size() - 1)));
        }
        return settled;
    }

    private List<UsageFile> page(FileQuery atWork, @Nullable PageKey after) {
        return desk.read(session -> session.files().list(atWork.after(after), desk.scope(Desk.LIBRARY)));
    }

    private List<ReconciliationFileId> lostReconciliations() {
        var settled = new ArrayList<ReconciliationFileId>();
        List<ReconciliationFile> page =
                read(session -> session.reconciliations().unsettled(null, PAGE));
        while (!page.isEmpty()) {
            for (ReconciliationFile each : page) {
                settle(each.id(), reconciliations::recover, settled);
            }
            ReconciliationFileId last = page.get(page.size() - 1).id();
            page = read(session -> session.reconciliations().unsettled(last, PAGE));
        }
        return settled;
    }

    private List<PartFileId> lostParts() {
        var settled = new ArrayList<PartFileId>();
        List<PartFile> page = read(session -> session.parts().unsettled(null, PAGE));
        while (!page.isEmpty()) {
            for (PartFile each : page) {
                settle(each.id(), parts::recover, settled);
            }
            PartFileId last = page.get(page.size() - 1).id();
            page = read(session -> session.parts().unsettled(last, PAGE));
        }
        return settled;
    }

    private <T> T read(Function<StoreSession, T> question) {
        return desk.read(question);
    }

    /** Settles one thing; another process may be quicker. */
    private static <T> void settle(T id, Function<T, Boolean> work, List<T> settled) {
        try {
            if (work.apply(id)) {
                settled.add(id);
            }
        } catch (StaleVersionException e) {
            LOG.debug("{} is settled by another process, or still at work", id);
        }
    }
}
