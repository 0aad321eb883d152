package org.usageflow.core;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.ValidateUpload;
import org.usageflow.core.internal.judge.JudgeContext;
import org.usageflow.core.internal.processed.JudgedOutcomes;
import org.usageflow.core.internal.processed.ProcessedFile;
import org.usageflow.core.internal.processed.ProcessedFile.Source;
import org.usageflow.core.internal.spill.SpillException;
import org.usageflow.error.RefusedException;
import org.usageflow.error.SourceException;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;

/**
 * An upload that was judged without a store, and can be written again with its faults marked.
 *
 * <p>Made by {@link ValidationService#process}. Holds temporary files until it is closed. Memory is that of a batch. Not thread-safe.
 *
 * <p>Source: rules §3.4.
 */
public final class ProcessedUpload implements Closeable {

    private final Wiring wiring;
    private final ReportContext context;
    private final ValidateUpload command;
    private final UploadSource upload;
    private final ValidationReport report;
    private final JudgedOutcomes outcomes;
    private boolean written;

    ProcessedUpload(
            Wiring wiring,
            ReportContext context,
            ValidateUpload command,
            UploadSource upload,
            ValidationReport report,
            JudgedOutcomes outcomes) {
        this.wiring = wiring;
        this.context = context;
        this.command = command;
        this.upload = upload;
        this.report = report;
        this.outcomes = outcomes;
    }

    /** What came of judging it. */
    public ValidationReport report() {
        return report;
    }

    /**
     * Writes the processed file, in the upload's own format. There are no system ids in it, since nothing is stored. Once.
     *
     * @param target stays open
     * @throws RefusedException if there is none (PROCESSED_FILE_UNAVAILABLE): the upload was not looked into, cannot be read, or has more columns than are read; then nothing
     *     is written
     * @throws IllegalStateException if it was written before
     * @throws SourceException if the upload or a temporary file cannot be read
     * @throws IOException if the target cannot be written
     */
    public void write(OutputStream target) throws IOException {
        Objects.requireNonNull(target, "target");
        if (written) {
            throw new IllegalStateException("the processed file was written before");
        }
        written = true;
        if (!context.prerequisites().isEmpty()) {
            throw unavailable("the vendor may not report, and it was not looked into");
        }
        JudgeContext against = context.judgeContext();
        UsageFormat format = format(against).orElseThrow(() -> unavailable("it is no file of a known format"));
        if (report.isValid()) {
            outcomes.suspend();
        }
        try {
            var source = new Source(format, upload, new Judging(wiring).options(), against.columns(), false);
            new ProcessedFile(source).write(ProcessedGeneral.of(context, command, report), outcomes, target);
        } catch (SpillException e) {
            throw new SourceException("a temporary file failed: " + e.getMessage(), e.failure());
        }
    }

    private Optional<UsageFormat> format(JudgeContext against) throws IOException {
        return upload.size() > wiring.limits().bytes()
                ? Optional.empty()
                : new Judging(wiring).format(upload, ReportContext.knownColumns(against));
    }

    private static RefusedException unavailable(@Nullable String why) {
        return new RefusedException(ProcessedFile.UNAVAILABLE, "there is no processed file of this upload: " + why);
    }

    /** Removes the temporary files. */
    @Override
    public void close() throws IOException {
        outcomes.close();
    }
}
