package org.usageflow.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.usageflow.core.internal.judge.JudgeContext;
import org.usageflow.core.internal.processed.ProcessedFile;
import org.usageflow.core.internal.processed.ProcessedFile.Source;
import org.usageflow.core.internal.processed.StoredOutcomes;
import org.usageflow.core.internal.spill.SpillException;
import org.usageflow.error.RefusedException;
import org.usageflow.error.SourceException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/**
 * Writes the processed files of usage files: the upload that is kept, merged with what is kept of its rows.
 *
 * <p>Source: rules §3.4.
 */
final class StoredProcessed {

    private static final int BATCH = 1_000;

    private final Wiring wiring;
    private final Keeping keeping;
    private final Desk desk;
    private final Judging judging;

    StoredProcessed(Wiring wiring, Keeping keeping, Desk desk) {
        this.wiring = wiring;
        this.keeping = keeping;
        this.desk = desk;
        this.judging = new Judging(wiring);
    }

    void write(UsageFileId id, OutputStream target, Actor actor) throws IOException {
        UsageFile file = desk.read(session -> desk.found(session, id, actor));
        boolean judged = file.status() != UsageFileStatus.UPLOADING
                && file.status() != UsageFileStatus.PROCESSING
                && file.status() != UsageFileStatus.DELETED;
        Upload upload = file.upload();
        if (upload == null || !judged || !desk.scope(actor).seesWhole(file)) {
            throw unavailable(file, "nothing of it is judged");
        }
        try {
            if (upload.isAppended()) {
                writeAppended(file, target);
            } else {
                writeUploaded(file, upload, target);
            }
        } catch (SpillException e) {
            throw new SourceException("a temporary file failed: " + e.getMessage(), e.failure());
        }
        UsageFile now = desk.read(session -> desk.found(session, id, actor));
        if (!Objects.equals(now.upload(), upload)) {
            throw new StaleVersionException(id.value(), file.version(), now.version());
        }
    }

    private static RefusedException unavailable(UsageFile file, String why) {
        return new RefusedException(
                ProcessedFile.UNAVAILABLE, "there is no processed file of " + file.id() + ": " + why);
    }

    private void writeUploaded(UsageFile file, Upload upload, OutputStream target) throws IOException {
        try (UploadSource source = keeping.content().open(file.id(), Intakes.sha(upload.sha256()))) {
            if (source.size() > wiring.limits().bytes()) {
                throw unavailable(file, "its upload was too large to be looked into");
            }
            JudgeContext context = context(file).judgeContext();
            UsageFormat format = judging.format(source, ReportContext.knownColumns(context))
                    .orElseThrow(() -> unavailable(file, "its upload is no file of a known format"));
            write(file, new Source(format, source, judging.options(), context.columns(), anyClosed(file)), target);
        }
    }

    /** Records that were appended without a file are written as an upload first, in the first format that is wired. */
    private void writeAppended(UsageFile file, OutputStream target) throws IOException {
        JudgeContext context = context(file).judgeContext();
        UsageFormat format = wiring.formats().get(0);
        Path directory = wiring.temporary();
        Path written = directory == null
                ? Files.createTempFile("usageflow-", ".upload")
                : Files.createTempFile(directory, "usageflow-", ".upload");
        try {
            try (OutputStream out = Files.newOutputStream(written);
                    RowWriter rows = format.write(out, WriteOptions.DEFAULTS)) {
                new AppendedRows(slices(file), context.columns()).write(rows);
                rows.finish();
            }
            try (UploadSource source = UploadSource.of(written)) {
                write(file, new Source(format, source, judging.options(), context.columns(), anyClosed(file)), target);
            }
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private LongFunction<List<UsageRecord>> slices(UsageFile file) {
        return after -> desk.read(session -> session.records().slice(file.id(), after, BATCH));
    }

    private static boolean anyClosed(UsageFile file) {
        return file.counts().of(RecordStatus.CLOSED) > 0;
    }

    private ReportContext context(UsageFile file) {
        return ReportContext.of(wiring, Processing.report(file));
    }

    private void write(UsageFile file, Source source, OutputStream target) throws IOException {
        ReportContext context = context(file);
        var outcomes = new StoredOutcomes(
                slices(file)::apply,
                after -> desk.read(session -> session.problems().list(file.id(), after, BATCH)),
                wiring.messages(),
                context.schema().fileRule().key());
        new ProcessedFile(source).write(ProcessedGeneral.of(context, file), outcomes, target);
    }
}
