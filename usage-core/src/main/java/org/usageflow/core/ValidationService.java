package org.usageflow.core;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.usageflow.model.ReportedRecord;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;
import org.usageflow.spi.event.ProgressListener.Progress;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;

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
        ReportContext context = ReportContext.of(wiring, command);
        try {
            ValidationReport report = judge(context, upload, categories, listener);
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
            ReportContext context, UploadSource upload, @Nullable UploadSource categories, ValidationListener listener)
            throws IOException {
        var problems = new ProblemCollector(wiring.problemLimit(), listener == SILENT ? null : listener::onProblem);
        long size = upload.size();
        long limit = wiring.limits().bytes();
        String sha256 = sha256(upload, Math.max(limit, limit + 1));
        List<Problem> prerequisites = context.prerequisites();
        if (!prerequisites.isEmpty()) {
            prerequisites.forEach(problems::addFileProblem);
            return ValidationReports.unread(problems, sha256);
        }
        JudgeContext against = context.judgeContext();
        try (var judge = new Judge(against, problems, new Ears(listener, size))) {
            if (categories != null) {
                read(categories, TableName.CATEGORIES, Set.of(Columns.CATEGORY_ID), judge);
                // Progress is that of the upload
                judge.progress(0);
            }
            if (!judge.isFaulty()) {
                read(upload, null, ReportContext.knownColumns(against), judge);
            }
            judge.finish();
            return ValidationReports.of(judge, problems, against, sha256);
        }
    }

    private void read(UploadSource source, @Nullable TableName only, Set<String> columns, Judge judge)
            throws IOException {
        long limit = wiring.limits().bytes();
        if (source.size() > limit) {
            judge.fault(
                    ProblemCode.FILE_TOO_LARGE,
                    Place.FILE,
                    null,
                    Map.of("what", "the upload's size in bytes", "limit", Long.toString(limit)));
            return;
        }
        ContentSample sample = sample(source, columns);
        Optional<UsageFormat> format = wiring.formats().stream()
                .filter(each -> each.recognises(sample))
                .findFirst();
        if (format.isEmpty()) {
            judge.fault(ProblemCode.FILE_UNREADABLE, Place.FILE, null, Map.of("reason", unrecognised(source)));
            return;
        }
        ReadOptions options = new ReadOptions(ReadOptions.DEFAULTS.tables(), wiring.limits(), wiring.temporary());
        format.get().read(source, only == null ? options : options.withTables(only), judge);
    }

    private static String unrecognised(UploadSource source) throws IOException {
        return source.size() == 0
                ? "it is empty"
                : "it is no file of a known format, and its first line names no known column";
    }

    private static ContentSample sample(UploadSource source, Set<String> columns) throws IOException {
        try (InputStream in = source.open()) {
            return new ContentSample(in.readNBytes(ContentSample.SIZE), columns);
        }
    }

    /** Of an upload that is too large no more is looked at than would be stored. */
    private static String sha256(UploadSource source, long most) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = source.open()) {
            long left = most;
            for (int count = in.read(buffer); count >= 0 && left > 0; count = in.read(buffer)) {
                digest.update(buffer, 0, (int) Math.min(count, left));
                left -= count;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The judge's events as the host's. */
    private record Ears(ValidationListener listener, long bytes) implements Judge.Listener {

        @Override
        public boolean wantsRecords() {
            return listener.wantsRecords();
        }

        @Override
        public void onRecord(long row, ReportedRecord reported) {
            listener.onRecord(row, reported);
        }

        @Override
        public void onProgress(long rowsRead, long bytesRead) {
            listener.onProgress(new Progress(rowsRead, bytesRead, bytes));
        }
    }
}
