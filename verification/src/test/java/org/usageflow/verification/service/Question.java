package org.usageflow.verification.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.usageflow.command.AcceptFile;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CloseFile;
import org.usageflow.command.ClosePart;
import org.usageflow.command.CloseRecord;
import org.usageflow.command.DeleteFile;
import org.usageflow.command.EditFile;
import org.usageflow.command.RegeneratePart;
import org.usageflow.command.RejectFile;
import org.usageflow.command.SubmitFile;
import org.usageflow.core.UploadRequest;
import org.usageflow.model.Actor;
import org.usageflow.model.PartFileId;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.query.RecordQuery;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.UsageFixtures;

/**
 * A call of a public method that names a file or a record.
 *
 * @param name the method's, with its service and the types of its parameters
 * @param subject what it names
 * @param call calls it
 */
record Question(String name, Subject subject, Call call) {

    /** What it names. */
    enum Subject {
        FILE,
        RECORD,
        PART,
        RECONCILIATION
    }

    /** What is asked about: a file, and what belongs to it. */
    record Target(UsageFileId file, UsageRecordId record, PartFileId part, ReconciliationFileId reconciliation) {

        /** A file and the first of what belongs to a file, whether it has one or not. */
        static Target of(UsageFileId file, int record) {
            return new Target(
                    file, UsageRecordId.of(file, record), PartFileId.of(file, 1), ReconciliationFileId.of(file, 1));
        }

        /** The same words for all targets. */
        String anonymous(String words) {
            return words.replace(record.value(), "<record>")
                    .replace(part.value(), "<part>")
                    .replace(reconciliation.value(), "<reconciliation>")
                    .replace(file.value(), "<file>");
        }
    }

    @FunctionalInterface
    interface Call {
        Object ask(DeskWorld world, Target target, Actor actor) throws IOException;
    }

    /** Methods that take an actor and name neither a file nor a record. */
    static final Set<String> WITHOUT_IDS = Set.of(
            "FileService.create(CreateFile, Actor)",
            "FileService.list(FileQuery, Actor)",
            "RetentionService.eraseContentBefore(Instant, Actor)");

    /** All methods that do, by name. */
    static final Map<String, Question> ALL = all();

    // Nobody may open it: whoever does not see the file has not a byte read
    private static final UploadSource UNREADABLE = UploadSource.of(Path.of("there-is-no-such-file"));

    Object ask(DeskWorld world, Target target, Actor actor) throws IOException {
        return call.ask(world, target, actor);
    }

    private static Map<String, Question> all() {
        Map<String, Question> all = new TreeMap<>();
        file(
                all,
                "edit(EditFile, Actor)",
                (world, target, actor) -> world.files.edit(
                        new EditFile(target.file(), null, "Other", null, null, UsageFixtures.PERIOD_JULY, null),
                        actor));
        file(
                all,
                "append(AppendRecords, Actor)",
                (world, target, actor) -> world.files.append(
                        new AppendRecords(target.file(), null, List.of(world.rows.good("Q"))), actor));
        file(
                all,
                "receive(UsageFileId, UploadRequest, Actor)",
                (world, target, actor) -> world.files.receive(target.file(), UploadRequest.of(UNREADABLE), actor));
        file(
                all,
                "upload(UsageFileId, UploadSource, Actor)",
                (world, target, actor) -> world.files.upload(target.file(), UNREADABLE, actor));
        file(
                all,
                "upload(UsageFileId, UploadRequest, Actor)",
                (world, target, actor) -> world.files.upload(target.file(), UploadRequest.of(UNREADABLE), actor));
        file(
                all,
                "process(UsageFileId, ProgressListener, Actor)",
                (world, target, actor) -> world.files.process(target.file(), ProgressListener.NONE, actor));
        file(
                all,
                "abort(UsageFileId, String, Actor)",
                (world, target, actor) -> world.files.abort(target.file(), "lost", actor));
        decisions(all);
        reading(all);
        records(all);
        parts(all);
        reconciliations(all);
        retention(all);
        return Map.copyOf(all);
    }

    /** With and without a version, which is not looked at before the file is seen. */
    private static void decisions(Map<String, Question> all) {
        var version = new Version(77);
        file(all, "submit(UsageFileId, Actor)", (world, target, actor) -> world.files.submit(target.file(), actor));
        file(
                all,
                "submit(SubmitFile, Actor)",
                (world, target, actor) -> world.files.submit(new SubmitFile(target.file(), version), actor));
        file(
                all,
                "accept(UsageFileId, String, Actor)",
                (world, target, actor) -> world.files.accept(target.file(), null, actor));
        file(
                all,
                "accept(AcceptFile, Actor)",
                (world, target, actor) -> world.files.accept(new AcceptFile(target.file(), version, null), actor));
        file(
                all,
                "reject(UsageFileId, String, Actor)",
                (world, target, actor) -> world.files.reject(target.file(), "no", actor));
        file(
                all,
                "reject(RejectFile, Actor)",
                (world, target, actor) -> world.files.reject(new RejectFile(target.file(), version, "no"), actor));
        file(all, "delete(UsageFileId, Actor)", (world, target, actor) -> world.files.delete(target.file(), actor));
        file(
                all,
                "delete(DeleteFile, Actor)",
                (world, target, actor) -> world.files.delete(new DeleteFile(target.file(), version), actor));
        file(
                all,
                "close(UsageFileId, String, Actor)",
                (world, target, actor) -> world.files.close(target.file(), "INV", actor));
        file(
                all,
                "close(CloseFile, Actor)",
                (world, target, actor) -> world.files.close(new CloseFile(target.file(), version, "INV", null), actor));
    }

    private static void reading(Map<String, Question> all) {
        file(all, "file(UsageFileId, Actor)", (world, target, actor) -> world.files.file(target.file(), actor));
        file(all, "history(UsageFileId, Actor)", (world, target, actor) -> world.files.history(target.file(), actor));
        file(all, "report(UsageFileId, Actor)", (world, target, actor) -> world.files.report(target.file(), actor));
        file(
                all,
                "problems(UsageFileId, PageKey, int, Actor)",
                (world, target, actor) -> world.files.problems(target.file(), null, 10, actor));
        file(
                all,
                "allowedActions(UsageFileId, Actor)",
                (world, target, actor) -> world.files.allowedActions(target.file(), actor));
        file(all, "writeProcessed(UsageFileId, OutputStream, Actor)", (world, target, actor) -> {
            world.files.writeProcessed(target.file(), OutputStream.nullOutputStream(), actor);
            return "written";
        });
        file(all, "progress(UsageFileId, Actor)", (world, target, actor) -> world.files.progress(target.file(), actor));
    }

    private static void records(Map<String, Question> all) {
        record(
                all,
                "RecordService.record(UsageRecordId, Actor)",
                Subject.RECORD,
                (world, target, actor) -> world.records.record(target.record(), actor));
        record(
                all,
                "RecordService.list(RecordQuery, Actor)",
                Subject.FILE,
                (world, target, actor) ->
                        world.records.list(RecordQuery.of(target.file()).withCount(), actor));
        record(
                all,
                "RecordService.close(CloseRecord, Actor)",
                Subject.RECORD,
                (world, target, actor) ->
                        world.records.close(new CloseRecord(target.record(), new Version(77), "INV", null), actor));
        record(
                all,
                "RecordService.closeAll(List, Actor)",
                Subject.RECORD,
                (world, target, actor) ->
                        world.records.closeAll(List.of(CloseRecord.of(target.record(), "INV")), actor));
    }

    private static void parts(Map<String, Question> all) {
        record(
                all,
                "PartService.list(UsageFileId, Actor)",
                Subject.FILE,
                (world, target, actor) -> world.usage.parts().list(target.file(), actor));
        part(
                all,
                "part(PartFileId, Actor)",
                (world, target, actor) -> world.usage.parts().part(target.part(), actor));
        part(
                all,
                "allowedActions(PartFileId, Actor)",
                (world, target, actor) -> world.usage.parts().allowedActions(target.part(), actor));
        part(all, "write(PartFileId, FormatId, OutputStream, Actor)", (world, target, actor) -> {
            world.usage.parts().write(target.part(), FormatId.CSV, OutputStream.nullOutputStream(), actor);
            return "written";
        });
        part(
                all,
                "complete(PartFileId, Actor)",
                (world, target, actor) -> world.usage.parts().complete(target.part(), actor));
        part(
                all,
                "regenerate(PartFileId, Actor)",
                (world, target, actor) -> world.usage.parts().regenerate(target.part(), actor));
        part(
                all,
                "regenerate(RegeneratePart, Actor)",
                (world, target, actor) ->
                        world.usage.parts().regenerate(new RegeneratePart(target.part(), new Version(77)), actor));
        part(
                all,
                "close(PartFileId, String, Actor)",
                (world, target, actor) -> world.usage.parts().close(target.part(), "INV", actor));
        part(
                all,
                "close(ClosePart, Actor)",
                (world, target, actor) ->
                        world.usage.parts().close(new ClosePart(target.part(), new Version(77), "INV", null), actor));
    }

    private static void reconciliations(Map<String, Question> all) {
        record(
                all,
                "ReconciliationService.list(UsageFileId, Actor)",
                Subject.FILE,
                (world, target, actor) -> world.usage.reconciliations().list(target.file(), actor));
        record(
                all,
                "ReconciliationService.upload(UsageFileId, UploadSource, Actor)",
                Subject.FILE,
                (world, target, actor) -> world.usage.reconciliations().upload(target.file(), UNREADABLE, actor));
        record(
                all,
                "ReconciliationService.apply(UsageFileId, UploadSource, Actor)",
                Subject.FILE,
                (world, target, actor) -> world.usage.reconciliations().apply(target.file(), UNREADABLE, actor));
        reconciliation(
                all,
                "file(ReconciliationFileId, Actor)",
                (world, target, actor) -> world.usage.reconciliations().file(target.reconciliation(), actor));
        reconciliation(
                all,
                "process(ReconciliationFileId, Actor)",
                (world, target, actor) -> world.usage.reconciliations().process(target.reconciliation(), actor));
        reconciliation(
                all,
                "fail(ReconciliationFileId, String, Actor)",
                (world, target, actor) -> world.usage.reconciliations().fail(target.reconciliation(), "lost", actor));
        reconciliation(
                all,
                "problems(ReconciliationFileId, PageKey, int, Actor)",
                (world, target, actor) ->
                        world.usage.reconciliations().problems(target.reconciliation(), null, 10, actor));
    }

    private static void retention(Map<String, Question> all) {
        record(
                all,
                "RetentionService.eraseContent(UsageFileId, Actor)",
                Subject.FILE,
                (world, target, actor) -> world.usage.retention().eraseContent(target.file(), actor));
        record(
                all,
                "RetentionService.erasePersonalData(UsageRecordId, Actor)",
                Subject.RECORD,
                (world, target, actor) -> world.usage.retention().erasePersonalData(target.record(), actor));
    }

    private static void file(Map<String, Question> all, String method, Call call) {
        record(all, "FileService." + method, Subject.FILE, call);
    }

    private static void part(Map<String, Question> all, String method, Call call) {
        record(all, "PartService." + method, Subject.PART, call);
    }

    private static void reconciliation(Map<String, Question> all, String method, Call call) {
        record(all, "ReconciliationService." + method, Subject.RECONCILIATION, call);
    }

    private static void record(Map<String, Question> all, String name, Subject subject, Call call) {
        all.put(name, new Question(name, subject, call));
    }
}
