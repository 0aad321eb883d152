package org.usageflow.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.command.ValidateUpload;
import org.usageflow.core.internal.judge.Judge;
import org.usageflow.core.internal.judge.JudgeContext;
import org.usageflow.core.internal.judge.ProblemCollector;
import org.usageflow.core.internal.spill.SpillException;
import org.usageflow.error.SourceException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.model.EventAction;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RowCounts;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.policy.RecordIdReuse;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.StoreSession;

/**
 * Judges the upload of a file that is processing, and keeps its records, its problems and what comes of it, in one transaction.
 *
 * <p>Source: rules §4.1 (rows 4, 6), §4.2, §6.3.
 */
final class Processing {

    private static final int BATCH = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Processing.class);

    private final Wiring wiring;
    private final Keeping keeping;
    private final Desk desk;
    private final Judging judging;

    Processing(Wiring wiring, Keeping keeping, Desk desk, Judging judging) {
        this.wiring = wiring;
        this.keeping = keeping;
        this.desk = desk;
        this.judging = judging;
    }

    /** Another file came to hold a record's id after the look. */
    private static final class KeysTakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Judges; and anew where another file with the same record ids was quicker, whose ids are then found at their cells. */
    Intake judge(UsageFile processing, ProgressListener progress, Leases.Tenure tenure) {
        while (true) {
            try {
                return desk.unit(unit -> {
                    Intake done = judge(unit, processing, progress, tenure);
                    tenure.release(unit.session());
                    return done;
                });
            } catch (KeysTakenException e) {
                LOG.debug("judging {} anew: another file took record ids of it", processing.id());
            }
        }
    }

    private Intake judge(Desk.Unit unit, UsageFile file, ProgressListener progress, Leases.Tenure tenure) {
        ReportContext report = ReportContext.of(wiring, report(file));
        Upload upload = Objects.requireNonNull(file.upload(), "an upload that was received");
        List<Problem> lacking = report.prerequisites();
        StoreSession session = unit.session();
        AppendedRows appended = upload.isAppended()
                ? new AppendedRows(
                        after -> session.records().slice(file.id(), after, BATCH),
                        report.schema().columns(report.product().capabilities()))
                : null;
        var intake = new RecordIntake(
                session,
                file.id(),
                file.lastRecordNumber(),
                position -> appended == null ? null : appended.take(position),
                new RecordIntake.Ear(progress, upload.bytes(), tenure::beat));
        var problems = new ProblemCollector(wiring.problemLimit(), intake);
        if (!lacking.isEmpty()) {
            lacking.forEach(problems::addFileProblem);
            intake.finish();
            return settle(unit, file, intake, ValidationReports.unread(problems, upload.sha256()));
        }
        JudgeContext context = report.judgeContext(new FormerRecords(session, wiring.reported()));
        try (var judge = new Judge(context, problems, intake)) {
            if (appended == null) {
                read(file, upload, context, judge);
            } else {
                appended.read(judge);
            }
            intake.finish();
            ValidationReport found = ValidationReports.of(judge, problems, context, upload.sha256());
            if (!found.isValid()) {
                refuseHalfTold(session, file, found, tenure);
            }
            return settle(unit, file, intake, found);
        } catch (IOException e) {
            throw new SourceException("the upload could not be processed: " + e.getMessage(), e);
        } catch (SpillException e) {
            throw new SourceException("a temporary file failed: " + e.getMessage(), e.failure());
        }
    }

    /** What a file reports on, as a judge is asked. */
    static ValidateUpload report(UsageFile file) {
        return new ValidateUpload(
                file.product(),
                file.contract(),
                file.details().marketplace(),
                file.period(),
                file.details().currency());
    }

    private void read(UsageFile file, Upload upload, JudgeContext context, Judge judge) throws IOException {
        try (UploadSource source = keeping.content().open(file.id(), Intakes.sha(upload.sha256()));
                UploadSource categories = openCategories(file, upload)) {
            judging.read(source, categories, ReportContext.knownColumns(context), judge);
        }
    }

    private @Nullable UploadSource openCategories(UsageFile file, Upload upload) throws IOException {
        String sha256 = upload.categories();
        return sha256 == null ? null : keeping.content().open(file.id(), sha256);
    }

    private Intake settle(Desk.Unit unit, UsageFile file, RecordIntake intake, ValidationReport report) {
        boolean passes = report.isValid();
        var records = unit.session().records();
        RecordStatus inError = passes ? RecordStatus.SUSPENDED : RecordStatus.INVALID;
        if (report.rows().read() == 0 && file.counts().total() > 0) {
            // Appended, and not looked at
            records.move(file.id(), RecordStatus.UPLOADED, RecordStatus.INVALID);
        }
        if (passes && report.rows().invalid() > 0) {
            records.move(file.id(), RecordStatus.INVALID, RecordStatus.SUSPENDED);
        }
        UsageFileAction action = passes ? UsageFileAction.PASS : UsageFileAction.FAIL;
        UsageFile changed = file.change()
                .status(Standing.of(file, Desk.LIBRARY).fire(action))
                .counts(counts(file, report.rows(), inError))
                .upload(Objects.requireNonNull(file.upload()).judged(passes, report.rows(), report.totals()))
                .lastRecordNumber(intake.lastNumber())
                .build();
        if (changed.hasLiveRecordKeys() && wiring.policies().recordIdReuse() == RecordIdReuse.REFUSE) {
            claim(unit, changed);
        }
        EventAction told = passes ? EventAction.PASS : EventAction.FAIL;
        return new Intake(unit.keep(file, changed, told, Desk.LIBRARY, null), report, false);
    }

    /** Where another file came to hold the ids of rows while these were looked at, batch by batch, some of its ids are told, and others are not. */
    private static void refuseHalfTold(
            StoreSession session, UsageFile file, ValidationReport report, Leases.Tenure tenure) {
        if (!report.countByCode().containsKey(ProblemCode.RECORD_ID_ALREADY_REPORTED)) {
            return;
        }
        List<UsageRecord> slice = session.records().slice(file.id(), -1, BATCH);
        while (!slice.isEmpty()) {
            Set<RecordKey> untold = new HashSet<>();
            for (UsageRecord each : slice) {
                if (each.key() != null && each.status() == RecordStatus.VALIDATED) {
                    untold.add(each.key());
                }
            }
            boolean all = untold.isEmpty()
                    || session.records()
                            .findLive(file.product(), file.contract(), untold)
                            .isEmpty();
            if (!all) {
                throw new KeysTakenException();
            }
            tenure.beat();
            slice = session.records()
                    .slice(file.id(), slice.get(slice.size() - 1).position(), BATCH);
        }
    }

    private static RecordCounts counts(UsageFile file, RowCounts rows, RecordStatus inError) {
        boolean kept = rows.read() == 0 && file.counts().total() > 0;
        return kept
                ? RecordCounts.NONE.moved(file.counts().total(), null, RecordStatus.INVALID)
                : RecordCounts.NONE
                        .moved(rows.valid(), null, RecordStatus.VALIDATED)
                        .moved(rows.invalid(), null, inError);
    }

    private static void claim(Desk.Unit unit, UsageFile ready) {
        List<String> taken = new ArrayList<>(1);
        unit.session()
                .records()
                .claimKeys(ready, record -> taken.add(record.id().value()));
        if (!taken.isEmpty()) {
            throw new KeysTakenException();
        }
    }
}
