package org.usageflow.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.judge.Judge;
import org.usageflow.core.internal.judge.JudgedRow;
import org.usageflow.core.internal.judge.ProblemCollector;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.Subscription;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.event.ProgressListener.Progress;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.StoreSession;

/** Keeps the rows and problems of an upload while it is judged, in batches. Used once, by one thread. */
final class RecordIntake implements Judge.Listener, ProblemCollector.Listener {

    private static final int BATCH = 1_000;

    private final StoreSession session;
    private final UsageFileId file;
    private final LongFunction<@Nullable UsageRecord> appended;
    private final Ear ear;
    private final List<UsageRecord> records = new ArrayList<>(BATCH);
    private final List<PlacedProblem> problems = new ArrayList<>();
    private final List<Long> late = new ArrayList<>();
    private int number;
    private @Nullable Subscription lastFound;
    private @Nullable RecordSubscription last;

    /**
     * Who hears how far it has come.
     *
     * @param bytes size of the upload
     * @param alive is run now and then while there is progress
     */
    record Ear(ProgressListener progress, long bytes, Runnable alive) {}

    /**
     * Makes an intake.
     *
     * @param lastNumber the highest running number that a record of the file ever had
     * @param appended gives the record that was appended at a position, where records were appended; else null
     */
    RecordIntake(
            StoreSession session,
            UsageFileId file,
            int lastNumber,
            LongFunction<@Nullable UsageRecord> appended,
            Ear ear) {
        this.session = session;
        this.file = file;
        this.number = lastNumber;
        this.appended = appended;
        this.ear = ear;
    }

    @Override
    public boolean wantsRecords() {
        return true;
    }

    @Override
    public void onRow(JudgedRow row) {
        UsageRecord former = appended.apply(row.position());
        // What is found in error later is moved; nobody sees it before
        RecordStatus status = row.inError() ? RecordStatus.INVALID : RecordStatus.VALIDATED;
        records.add(new UsageRecord(
                former == null ? UsageRecordId.of(file, ++number) : former.id(),
                row.position(),
                former == null ? row.number() : null,
                row.key(),
                former == null ? row.reported() : former.reported(),
                row.item(),
                subscription(row.subscription()),
                status,
                null,
                null,
                former == null ? Version.FIRST : former.version().next()));
        if (records.size() == BATCH) {
            flushRecords();
        }
    }

    /** Most rows have the subscription of the row before. */
    private @Nullable RecordSubscription subscription(@Nullable Subscription found) {
        if (found == null) {
            return null;
        }
        RecordSubscription known = last;
        if (known == null || !found.equals(lastFound)) {
            known = RecordSubscription.of(found);
            last = known;
            lastFound = found;
        }
        return known;
    }

    @Override
    public void onLateError(long position) {
        late.add(position);
        if (late.size() == BATCH) {
            flushLate();
        }
    }

    @Override
    public void onProgress(long rowsRead, long bytesRead) {
        ear.alive().run();
        ear.progress().onProgress(new Progress(rowsRead, bytesRead, ear.bytes()));
    }

    @Override
    public void onProblem(PlacedProblem problem) {
        problems.add(problem);
        if (problems.size() == BATCH) {
            flushProblems();
        }
    }

    /** What was kept so far does not count. */
    @Override
    public void onShapeFault() {
        records.clear();
        late.clear();
        problems.clear();
        session.problems().clear(file);
        session.records().retire(file);
    }

    /** Keeps what is left. */
    void finish() {
        flushRecords();
        flushLate();
        flushProblems();
    }

    private void flushRecords() {
        if (records.isEmpty()) {
            return;
        }
        if (records.get(0).row() == null) {
            session.records().replace(file, List.copyOf(records));
        } else {
            session.records().append(file, List.copyOf(records));
        }
        records.clear();
    }

    private void flushLate() {
        if (!late.isEmpty()) {
            flushRecords();
            session.records().moveAt(file, List.copyOf(late), RecordStatus.INVALID);
            ear.alive().run();
            late.clear();
        }
    }

    private void flushProblems() {
        if (!problems.isEmpty()) {
            session.problems().append(file, List.copyOf(problems));
            ear.alive().run();
            problems.clear();
        }
    }

    /** The highest running number that a record of the file has now. */
    int lastNumber() {
        return number;
    }
}
