package org.usageflow.core;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.SourceException;
import org.usageflow.lifecycle.Capacity;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.Party;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.query.FileQuery;
import org.usageflow.query.PageKey;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.spi.store.StoreSession;

/**
 * Erases what need not, or must not, be kept any longer: the bytes of uploads, and the personal data of records.
 *
 * <p>What is erased is told by the file's history first, so that it never says less than was done; where a process is lost in between, or the content store fails, the same call again erases what is left. Of an upload whose bytes
 * are erased hash, counts, problems and records stay; its processed file is asked for in vain ({@link org.usageflow.error.ContentException}), and it can be uploaded again where its status allows an upload.
 *
 * <p>Thread-safe. Source: rules §8 (retention).
 */
public final class RetentionService {

    private static final int PAGE = 100;
    private static final int SLICE = 1_000;

    private final Keeping keeping;
    private final Desk desk;

    RetentionService(Keeping keeping, Desk desk) {
        this.keeping = keeping;
        this.desk = desk;
    }

    /**
     * Erases the bytes of a file's uploads: the last one, those before it, the files that defined their categories, and what uploads that broke off left behind. By the file's vendor or the system; the system's call
     * erases the bytes of its reconciliation files too, which are the buyer's own.
     *
     * @return whether there was anything to erase; only then the history tells of it
     * @throws NotFoundException if there is no such file, or the actor does not see it
     * @throws ActionRefusedException if the actor is neither, or the file is uploading or processing
     * @throws SourceException if the content store fails
     */
    public boolean eraseContent(UsageFileId file, Actor actor) {
        boolean system = actor.role() == Party.SYSTEM;
        return erase(file, actor, each -> system);
    }

    /**
     * Erases the bytes of all uploads that were received before a time, and those of reconciliation files uploaded before it; of a file without an upload, whose try came to nothing, its creation counts. Files that are uploading or
     * processing are passed over. By the system alone.
     *
     * @return of how many files anything was erased
     * @throws ActionRefusedException if the actor is another
     * @throws SourceException if the content store fails; what was erased before stays so
     */
    public long eraseContentBefore(Instant time, Actor actor) {
        Objects.requireNonNull(time, "time");
        if (actor.role() != Party.SYSTEM) {
            throw new ActionRefusedException(
                    "the content of uploads before " + time,
                    null,
                    EventAction.ERASE_CONTENT.name(),
                    RefusalReason.NOT_ALLOWED_TO_ACTOR,
                    Set.of());
        }
        long erased = 0;
        FileQuery all = FileQuery.ALL.limit(PAGE);
        List<UsageFile> page = page(all, null);
        while (!page.isEmpty()) {
            for (UsageFile file : page) {
                erased += isOlder(file, time) && erasedNow(file.id(), time, actor) ? 1 : 0;
            }
            page = page(all, all.sort().keyOf(page.get(page.size() - 1)));
        }
        return erased;
    }

    private List<UsageFile> page(FileQuery query, @Nullable PageKey after) {
        return desk.read(session -> session.files().list(query.after(after), desk.scope(Desk.LIBRARY)));
    }

    private static boolean isOlder(UsageFile file, Instant time) {
        Upload upload = file.upload();
        Instant received = upload == null ? null : upload.receivedAt();
        return !isAtWork(file) && (received == null ? file.createdAt() : received).isBefore(time);
    }

    private boolean erasedNow(UsageFileId file, Instant time, Actor actor) {
        try {
            return erase(file, actor, each -> each.uploadedAt().isBefore(time));
        } catch (ActionRefusedException e) {
            // Uploaded anew since it was looked at
            return false;
        }
    }

    private static boolean isAtWork(UsageFile file) {
        return file.status() == UsageFileStatus.UPLOADING || file.status() == UsageFileStatus.PROCESSING;
    }

    /** What is kept of a file, and is to be erased. */
    private record Found(Set<String> uploads, Set<String> reconciliations) {}

    private boolean erase(UsageFileId id, Actor actor, Predicate<ReconciliationFile> which) {
        Standing standing = desk.read(session -> erasable(session, id, actor, EventAction.ERASE_CONTENT));
        Found found = found(standing.file(), which);
        if (found.uploads().isEmpty() && found.reconciliations().isEmpty()) {
            return false;
        }
        Insisting.on(() -> desk.unit(unit -> {
            UsageFile file = erasable(unit.session(), id, actor, EventAction.ERASE_CONTENT)
                    .file();
            if (!found.uploads().isEmpty()) {
                unit.tell(file, file, EventAction.ERASE_CONTENT, actor, null, null);
            }
            if (!found.reconciliations().isEmpty()) {
                unit.tell(file, file, EventAction.ERASE_RECONCILIATIONS, actor, null, null);
            }
            return file;
        }));
        erase(id, found.uploads());
        erase(id, found.reconciliations());
        return true;
    }

    /** How an actor stands to a file of which it may erase something. */
    private Standing erasable(StoreSession session, UsageFileId id, Actor actor, EventAction action) {
        Standing standing = Standing.of(desk.found(session, id, actor), actor);
        if (!standing.is(Capacity.VENDOR) && !standing.is(Capacity.SYSTEM)) {
            throw standing.refused(action.name(), RefusalReason.NOT_ALLOWED_TO_ACTOR);
        }
        if (isAtWork(standing.file())) {
            throw standing.refused(action.name(), RefusalReason.NOT_IN_STATUS);
        }
        return standing;
    }

    /** The uploads that are kept, and of the reconciliation files those that are meant. */
    private Found found(UsageFile file, Predicate<ReconciliationFile> which) {
        Set<String> kept = kept(file.id());
        Upload upload = file.upload();
        Set<String> reconciliations = new HashSet<>();
        Set<String> meant = new HashSet<>();
        for (ReconciliationFile each : reconciliations(file.id())) {
            reconciliations.add(each.sha256());
            if (which.test(each)) {
                meant.add(each.sha256());
            }
        }
        if (upload != null) {
            // The same bytes may be both
            reconciliations.remove(String.valueOf(upload.sha256()));
            reconciliations.remove(String.valueOf(upload.categories()));
        }
        Set<String> uploads = new HashSet<>(kept);
        uploads.removeAll(reconciliations);
        meant.retainAll(kept);
        meant.removeAll(uploads);
        return new Found(uploads, meant);
    }

    private List<ReconciliationFile> reconciliations(UsageFileId file) {
        return desk.read(session -> session.reconciliations().list(file, desk.scope(Desk.LIBRARY)));
    }

    private Set<String> kept(UsageFileId file) {
        try {
            return keeping.content().list(file);
        } catch (IOException e) {
            throw new SourceException("what is kept of " + file + " cannot be seen: " + e.getMessage(), e);
        }
    }

    private void erase(UsageFileId file, Set<String> hashes) {
        try {
            for (String sha256 : hashes) {
                keeping.content().erase(file, sha256);
            }
        } catch (IOException e) {
            throw new SourceException("the uploads of " + file + " cannot be erased: " + e.getMessage(), e);
        }
    }

    /**
     * Erases the personal data of a record: its note, the vendor's own parameters, the name of its customer (which is empty then), the note of its closing, and the raw values that problems of its row quote. Ids stay,
     * amounts and quantities too. All bytes that are kept of its file hold the same data and are erased with it, its reconciliation files' and the values in their problems included. By the file's vendor or the system,
     * in whatever status the record is, that of a deleted file or a retired one too. The history tells of every call.
     *
     * @return the record as it is now, one version on if it had any such data
     * @throws NotFoundException if there is no such record, or the actor does not see it
     * @throws ActionRefusedException if the actor is neither, or the file is uploading or processing
     * @throws SourceException if the content store fails; the record is without the data then
     */
    public UsageRecord erasePersonalData(UsageRecordId id, Actor actor) {
        UsageRecord erased = Insisting.on(() -> desk.unit(unit -> erasePersonalData(unit, id, actor)));
        erase(id.file(), kept(id.file()));
        return erased;
    }

    private UsageRecord erasePersonalData(Desk.Unit unit, UsageRecordId id, Actor actor) {
        StoreSession session = unit.session();
        // The file comes first: its version tells whether another transaction changed the record since
        UsageFile seen = session.files().find(id.file(), desk.scope(actor)).orElseThrow(() -> missing(id));
        UsageRecord record = record(session, seen, id, actor);
        UsageFile file = erasable(session, id.file(), actor, EventAction.ERASE_PERSONAL_DATA)
                .file();
        UsageRecord erased = record.hasPersonalData() ? record.withoutPersonalData() : record;
        UsageFile changed = file.change().build();
        session.files().update(changed);
        if (record.hasPersonalData()) {
            session.records().erase(erased);
            Parts.overtake(unit, file.id(), part -> Objects.equals(part.hub(), Parts.hubOf(record)));
        }
        session.problems().eraseValues(file.id(), record.position());
        for (ReconciliationFile each : session.reconciliations().list(file.id(), desk.scope(Desk.LIBRARY))) {
            session.reconciliations().eraseValues(each.id());
        }
        unit.tell(file, changed, EventAction.ERASE_PERSONAL_DATA, actor, null, id);
        return erased;
    }

    private UsageRecord record(StoreSession session, UsageFile file, UsageRecordId id, Actor actor) {
        ReadScope reader = desk.scope(actor);
        return file.status() == UsageFileStatus.DELETED && reader.seesWhole(file)
                ? ofDeleted(session, id)
                : session.records().find(id, reader).orElseThrow(() -> missing(id));
    }

    /** The records of a deleted file leave every query, and are kept all the same. */
    private static UsageRecord ofDeleted(StoreSession session, UsageRecordId id) {
        List<UsageRecord> slice = session.records().slice(id.file(), -1, SLICE);
        while (!slice.isEmpty()) {
            for (UsageRecord each : slice) {
                if (each.id().equals(id)) {
                    return each;
                }
            }
            slice = session.records()
                    .slice(id.file(), slice.get(slice.size() - 1).position(), SLICE);
        }
        throw missing(id);
    }

    private static NotFoundException missing(UsageRecordId id) {
        return new NotFoundException("there is no usage record " + id);
    }
}
