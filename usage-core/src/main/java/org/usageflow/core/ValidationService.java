package org.usageflow.core;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.command.ValidateUpload;
import org.usageflow.core.internal.judge.Judge;
import org.usageflow.core.internal.judge.JudgeContext;
import org.usageflow.core.internal.judge.JudgedRow;
import org.usageflow.core.internal.judge.ProblemCollector;
import org.usageflow.core.internal.processed.JudgedOutcomes;
import org.usageflow.core.internal.spill.SpillException;
import org.usageflow.error.SourceException;
import org.usageflow.model.ReportedRecord;
import org.usageflow.problem.Problem;
import org.usageflow.spi.event.ProgressListener.Progress;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.PlacedProblem;

/**
 * Judges uploads without storing anything: every fault is found and named at its cell.
 *
 * <p>Thread-safe. Runs in the caller's thread. Memory is that of a batch of about 1,000 rows, whatever the file's size; keys that are needed until its end go to temporary files,
 * which are always removed.
 *
 * <p>Source: rules §3, §6.
 */
public final class ValidationService {

    private static final Logger LOG = LoggerFactory.getLogger(ValidationService.class);
    private static final ValidationListener SILENT = new ValidationListener() {
        @Override
        public boolean wantsRecords() {
            return false;
        }
    };

    private final Wiring wiring;

    ValidationService(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Judges an upload; see {@link #validate(ValidateUpload, UploadSource, UploadSource, ValidationListener)}. */
    public ValidationReport validate(ValidateUpload command, UploadSource upload) {
        return validate(command, upload, null, SILENT);
    }

    /** Judges an upload with a listener; see {@link #validate(ValidateUpload, UploadSource, UploadSource, ValidationListener)}. */
    public ValidationReport validate(ValidateUpload command, UploadSource upload, ValidationListener listener) {
        return validate(command, upload, null, listener);
    }

    /**
     * Judges an upload. The prerequisites of reporting come first; where one does not hold, the upload is not looked into.
     *
     * @param command what it reports on
     * @param upload its bytes; stays open
     * @param categories a second file that defines the categories, for formats that hold one table; null for none
     * @param listener hears of records, problems and progress
     * @throws org.usageflow.error.NotFoundException if product or contract do not exist
     * @throws org.usageflow.error.InvalidCommandException if contract or currency are needed and do not follow from the listing, or the product's schema is not registered
     * @throws org.usageflow.error.RefusedException if the currency contradicts the marketplace's (CURRENCY_CONTRADICTS_MARKETPLACE)
     * @throws SourceException if the upload or a temporary file cannot be read or written
     */
    public ValidationReport validate(
            ValidateUpload command,
            UploadSource upload,
            @Nullable UploadSource categories,
            ValidationListener listener) {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(listener, "listener");
        return judge(ReportContext.of(wiring, command), command, upload, categories, listener, null);
    }

    /**
     * Judges an upload as {@link #validate(ValidateUpload, UploadSource, UploadSource, ValidationListener)} does, and keeps what came of each row and every problem in temporary files, so that the
     * processed file can be written: the upload with its faults marked. Throws what that throws.
     *
     * @param command what it reports on
     * @param upload its bytes; stays open, and must stay as it is until the processed file is written
     * @param categories a second file that defines the categories, for formats that hold one table; null for none
     * @param listener hears of records, problems and progress
     * @return the report, and the means to write the processed file; to be closed
     */
    public ProcessedUpload process(
            ValidateUpload command,
            UploadSource upload,
            @Nullable UploadSource categories,
            ValidationListener listener) {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(listener, "listener");
        ReportContext context = ReportContext.of(wiring, command);
        var outcomes = new JudgedOutcomes(
                wiring.temporary(),
                wiring.messages(),
                context.schema().fileRule().key());
        try {
            ValidationReport report = judge(context, command, upload, categories, listener, outcomes);
            return new ProcessedUpload(wiring, context, command, upload, report, outcomes);
        } catch (Throwable e) {
            closeQuietly(outcomes, e);
            throw e;
        }
    }

    private static void closeQuietly(JudgedOutcomes outcomes, Throwable cause) {
        try {
            outcomes.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private ValidationReport judge(
            ReportContext context,
            ValidateUpload command,
            UploadSource upload,
            @Nullable UploadSource categories,
            ValidationListener listener,
            @Nullable JudgedOutcomes outcomes) {
        try {
            ValidationReport report = judge(context, upload, categories, listener, outcomes);
            LOG.debug(
                    "judged {} for {}: {} rows, {} invalid, {} problems",
                    report.sha256(),
                    command.product(),
                    report.rows().read(),
                    report.rows().invalid(),
                    report.problemCount());
            return report;
        } catch (IOException e) {
            throw new SourceException("the upload could not be read: " + e.getMessage(), e);
        } catch (SpillException e) {
            throw new SourceException("a temporary file failed: " + e.getMessage(), e.failure());
        }
    }

    private ValidationReport judge(
            ReportContext context,
            UploadSource upload,
            @Nullable UploadSource categories,
            ValidationListener listener,
            @Nullable JudgedOutcomes outcomes)
            throws IOException {
        var judging = new Judging(wiring);
        var ears = new Ears(listener, upload.size(), outcomes);
        var problems =
                new ProblemCollector(wiring.problemLimit(), listener == SILENT && outcomes == null ? null : ears);
        String sha256 = judging.sha256(upload);
        List<Problem> prerequisites = context.prerequisites();
        if (!prerequisites.isEmpty()) {
            prerequisites.forEach(problems::addFileProblem);
            return ValidationReports.unread(problems, sha256);
        }
        JudgeContext against = context.judgeContext();
        try (var judge = new Judge(against, problems, ears)) {
            judging.read(upload, categories, ReportContext.knownColumns(against), judge);
            return ValidationReports.of(judge, problems, against, sha256);
        }
    }

    /** The judge's events as the host's, and for the processed file. */
    private record Ears(
            ValidationListener listener,
            long bytes,
            @Nullable JudgedOutcomes outcomes) implements Judge.Listener, ProblemCollector.Listener {

        @Override
        public boolean wantsRecords() {
            return outcomes != null || listener.wantsRecords();
        }

        @Override
        public void onRow(JudgedRow row) {
            if (outcomes != null) {
                outcomes.row(row);
            }
            ReportedRecord reported = listener.wantsRecords() ? row.reported() : null;
            if (reported != null) {
                listener.onRecord(row.number(), reported);
            }
        }

        @Override
        public void onLateError(long position) {
            if (outcomes != null) {
                outcomes.lateError(position);
            }
        }

        @Override
        public void onProblem(PlacedProblem placed) {
            if (outcomes != null) {
                outcomes.problem(placed);
            }
            listener.onProblem(placed.problem());
        }

        @Override
        public void onShapeFault() {
            if (outcomes != null) {
                outcomes.clear();
            }
        }

        @Override
        public void onProgress(long rowsRead, long bytesRead) {
            listener.onProgress(new Progress(rowsRead, bytesRead, bytes));
        }
    }
}
