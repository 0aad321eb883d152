package org.usageflow.core;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.AcceptFile;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CloseFile;
import org.usageflow.command.CreateFile;
import org.usageflow.command.DeleteFile;
import org.usageflow.command.EditFile;
import org.usageflow.command.RejectFile;
import org.usageflow.command.SubmitFile;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.ExternalIdConflictException;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.PrerequisitesException;
import org.usageflow.error.RefusedException;
import org.usageflow.error.SourceException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.model.Actor;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.problem.Problem;
import org.usageflow.query.FileQuery;
import org.usageflow.query.Page;
import org.usageflow.query.PageKey;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.event.ProgressListener.Progress;
import org.usageflow.spi.format.UploadSource;

/**
 * Usage files, from draft to closed.
 *
 * <p>Each call takes the actor, who sees and does what rules §4.1 and §5 grant. What an actor may not see does not exist for it: every method throws the same {@link NotFoundException} for
 * both, after the same work. Every method that changes a file throws {@link ActionRefusedException} where the file's status or the actor's capacity does not allow it, {@link StaleVersionException} where the file was
 * changed meanwhile or the command names another version, and {@link InvalidCommandException} with every constraint that a command violates.
 *
 * <p>Thread-safe. Runs in the caller's thread. Each call is a transaction of its own, after which its events are delivered; uploading and processing take several.
 *
 * <p>Source: rules §2, §4, §5, §8, §10.
 */
public final class FileService {

    private final Desk desk;
    private final CommandCheck check;
    private final Drafts drafts;
    private final Intakes intakes;
    private final Decisions decisions;
    private final FileReading reading;
    private final StoredProcessed processed;

    FileService(Wiring wiring, Keeping keeping, Desk desk, Intakes intakes) {
        this.desk = desk;
        this.check = new CommandCheck(keeping.validator());
        this.drafts = new Drafts(wiring, keeping, desk);
        this.intakes = intakes;
        this.decisions = new Decisions(wiring, keeping, desk);
        this.reading = new FileReading(wiring, desk);
        this.processed = new StoredProcessed(wiring, keeping, desk);
    }

    /**
     * Creates a draft. With an external id the same request again gives the first result, however much later.
     *
     * @throws NotFoundException if product, contract or marketplace do not exist, or are not the vendor's
     * @throws PrerequisitesException if the vendor may not report; it has every reason
     * @throws ExternalIdConflictException if a different request used the external id
     * @throws RefusedException if the currency contradicts the marketplace's (CURRENCY_CONTRADICTS_MARKETPLACE), or an estimate is of a period that is over (ESTIMATE_PERIOD_OVER)
     */
    public UsageFile create(CreateFile command, Actor actor) {
        return drafts.create(check.checked(command), actor);
    }

    /**
     * Changes the details of a draft.
     *
     * @throws RefusedException as {@link #create} does
     */
    public UsageFile edit(EditFile command, Actor actor) {
        return drafts.edit(check.checked(command), actor);
    }

    /** Appends typed records to a draft, without a file. They are judged when the vendor has the draft processed, which ends the appending. */
    public UsageFile append(AppendRecords command, Actor actor) {
        return drafts.append(check.checked(command), actor);
    }

    /**
     * Stores the bytes of an upload, and leaves the file uploading, for {@link #process} on any worker. The same bytes again change nothing while the file is uploading, processing or ready.
     *
     * @return the file as it is now
     * @throws SourceException if the upload cannot be read or stored; the file is then invalid, and can be uploaded again
     */
    public UsageFile receive(UsageFileId id, UploadRequest request, Actor actor) {
        return intakes.receive(id, request, actor).file();
    }

    /**
     * Judges what was received, once: of several callers one does it, and the others are refused. Asked for by the system; by the vendor it ends the appending of records to its draft.
     *
     * @param progress hears how far it has come, as does {@link #progress}
     * @throws SourceException if the upload or a temporary file cannot be read or written; as with every other failure the file is then invalid, without records, and can be uploaded again
     */
    public Intake process(UsageFileId id, ProgressListener progress, Actor actor) {
        return intakes.process(id, progress, actor);
    }

    /** Receives and processes in one call; see {@link #upload(UsageFileId, UploadRequest, Actor)}. */
    public Intake upload(UsageFileId id, UploadSource upload, Actor actor) {
        return upload(id, UploadRequest.of(upload), actor);
    }

    /**
     * Receives and processes in one call. The same bytes again give the first outcome while the file is uploading, processing or ready, and are judged anew where it is invalid or rejected.
     *
     * @throws SourceException if the upload cannot be read or stored, or a temporary file fails; the file is then invalid, without records, and can be uploaded again
     */
    public Intake upload(UsageFileId id, UploadRequest request, Actor actor) {
        Intakes.Received received = intakes.receive(id, request, actor);
        return received.repeated()
                ? new Intake(received.file(), reading.report(received.file()), true)
                : intakes.process(id, request.progress(), Desk.LIBRARY);
    }

    /**
     * Settles a file whose upload or processing lost its process: it becomes invalid, without records, and can be uploaded again. By the system alone.
     *
     * @param detail why, for the vendor
     */
    public UsageFile abort(UsageFileId id, String detail, Actor actor) {
        Objects.requireNonNull(detail, "detail");
        return intakes.abort(id, detail, actor);
    }

    /** Hands a ready file to its buyer; see {@link #submit(SubmitFile, Actor)}. */
    public UsageFile submit(UsageFileId id, Actor actor) {
        return submit(new SubmitFile(id, null), actor);
    }

    /** Hands a ready file to its buyer. */
    public UsageFile submit(SubmitFile command, Actor actor) {
        return decisions.submit(check.checked(command), actor);
    }

    /** Accepts a pending file; see {@link #accept(AcceptFile, Actor)}. */
    public UsageFile accept(UsageFileId id, @Nullable String note, Actor actor) {
        return accept(new AcceptFile(id, null, note), actor);
    }

    /**
     * Accepts a pending file. Items that it describes are registered with the product through the host's registry, suspended rows of earlier files that it reports anew are recycled, and estimates of the same product,
     * contract and period are superseded.
     *
     * @throws RefusedException if it describes items and no registry is wired (NO_ITEM_REGISTRY), or its records are billed by more than 999 hubs (TOO_MANY_HUBS)
     */
    public UsageFile accept(AcceptFile command, Actor actor) {
        return decisions.accept(check.checked(command), actor);
    }

    /** Rejects a pending file; see {@link #reject(RejectFile, Actor)}. */
    public UsageFile reject(UsageFileId id, String note, Actor actor) {
        return reject(new RejectFile(id, null, note), actor);
    }

    /** Rejects a pending file, with a note. Its record ids may be reported again. */
    public UsageFile reject(RejectFile command, Actor actor) {
        return decisions.reject(check.checked(command), actor);
    }

    /** Deletes a file; see {@link #delete(DeleteFile, Actor)}. */
    public UsageFile delete(UsageFileId id, Actor actor) {
        return delete(new DeleteFile(id, null), actor);
    }

    /** Deletes a file that its buyer has not taken. It stays for its vendor to see; its records leave every query. */
    public UsageFile delete(DeleteFile command, Actor actor) {
        return decisions.delete(check.checked(command), actor);
    }

    /** Closes an accepted file; see {@link #close(CloseFile, Actor)}. */
    public UsageFile close(UsageFileId id, String billingId, Actor actor) {
        return close(new CloseFile(id, null, billingId, null), actor);
    }

    /** Closes an accepted file: all its open records, with one billing id. */
    public UsageFile close(CloseFile command, Actor actor) {
        return decisions.close(check.checked(command), actor);
    }

    /** A file, as the actor may see it. */
    public UsageFile file(UsageFileId id, Actor actor) {
        return desk.read(session -> desk.found(session, id, actor));
    }

    /** A page of the files that the actor may see. */
    public Page<UsageFile> list(FileQuery query, Actor actor) {
        return reading.list(query, actor);
    }

    /** What happened to a file while the actor could see it, in order: all of it for the vendor, from each submission on for the buyer, acceptance and closing for resellers down the chain. */
    public List<UsageEvent> history(UsageFileId id, Actor actor) {
        return reading.history(id, actor);
    }

    /** What judging the last upload found, listed as far as reports list problems; nothing where it is not judged, or for resellers down the chain. */
    public ValidationReport report(UsageFileId id, Actor actor) {
        return reading.report(file(id, actor));
    }

    /**
     * A page of the problems of the last upload, by row, then column: every one of them, whatever a report lists. Resellers down the chain see none.
     *
     * @param after the key of the page before; null for the first
     * @param limit how many at the most, 1 or more
     */
    public Page<Problem> problems(UsageFileId id, @Nullable PageKey after, int limit, Actor actor) {
        return reading.problems(id, after, limit, actor);
    }

    /**
     * Writes the processed file: the last upload with what came of each row, its faults marked, in the upload's own format; of records that were appended, in the first format that is wired. One streaming pass.
     *
     * @param target stays open
     * @throws RefusedException if there is none (PROCESSED_FILE_UNAVAILABLE): nothing is judged, or the upload could not be looked into. Nothing is written then
     * @throws StaleVersionException if the file was uploaded anew while it was written; what was written is of no use
     * @throws SourceException if the upload or a temporary file cannot be read
     * @throws IOException if the target cannot be written
     */
    public void writeProcessed(UsageFileId id, OutputStream target, Actor actor) throws IOException {
        processed.write(id, Objects.requireNonNull(target, "target"), actor);
    }

    /** What the actor may do with the file now, for a portal's buttons: actions of the life cycle whose conditions are met. */
    public Set<UsageFileAction> allowedActions(UsageFileId id, Actor actor) {
        return Standing.of(file(id, actor), actor).allowed();
    }

    /** How far the processing of the file has come; empty where it is not processed now, by this instance. */
    public Optional<Progress> progress(UsageFileId id, Actor actor) {
        return intakes.progress(file(id, actor).id());
    }
}
