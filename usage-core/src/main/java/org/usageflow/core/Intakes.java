package org.usageflow.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.error.SourceException;
import org.usageflow.lifecycle.Capacity;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.FileNotes;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.event.ProgressListener.Progress;
import org.usageflow.spi.format.UploadSource;

/**
 * Uploads: receiving their bytes, processing them once, and what becomes of a file whose upload came to nothing.
 *
 * <p>Source: rules §4.1 (rows 2 to 7, 10, 14), §10.
 */
final class Intakes {

    private static final Logger LOG = LoggerFactory.getLogger(Intakes.class);

    private final Wiring wiring;
    private final Keeping keeping;
    private final Desk desk;
    private final Judging judging;
    private final Processing processing;
    private final ConcurrentHashMap<UsageFileId, Progress> running = new ConcurrentHashMap<>();

    Intakes(Wiring wiring, Keeping keeping, Desk desk) {
        this.wiring = wiring;
        this.keeping = keeping;
        this.desk = desk;
        this.judging = new Judging(wiring);
        this.processing = new Processing(wiring, keeping, desk, judging);
    }

    /** What was received: the file as it is now, and whether the same bytes were there before. */
    record Received(UsageFile file, boolean repeated) {}

    Received receive(UsageFileId id, UploadRequest request, Actor actor) {
        // The state is looked at first: where nothing may be uploaded, whatever the bytes, none are read.
        UsageFile now = desk.read(session -> desk.found(session, id, actor));
        Standing standing = Standing.of(now, actor);
        boolean mayRepeat = standing.is(Capacity.VENDOR) && isOnItsWay(now.status());
        if (!mayRepeat) {
            standing.fire(UsageFileAction.UPLOAD);
        }
        Upload announced = announced(request);
        Leases.Tenure tenure = keeping.leases().tenure(id.value());
        Received begun = desk.unit(unit -> {
            Received received = begin(unit, id, announced, actor);
            if (!received.repeated()) {
                tenure.seize(unit.session());
            }
            return received;
        });
        return begun.repeated() ? begun : new Received(store(begun.file(), request, tenure), false);
    }

    /** Where the same bytes change nothing. */
    private static boolean isOnItsWay(UsageFileStatus status) {
        return status == UsageFileStatus.UPLOADING
                || status == UsageFileStatus.PROCESSING
                || status == UsageFileStatus.READY;
    }

    private Upload announced(UploadRequest request) {
        try {
            UploadSource categories = request.categories();
            return Upload.announced(
                    judging.sha256(request.upload()),
                    request.upload().size(),
                    categories == null ? null : judging.sha256(categories));
        } catch (IOException e) {
            throw new SourceException("the upload could not be read: " + e.getMessage(), e);
        }
    }

    private static Received begin(Desk.Unit unit, UsageFileId id, Upload announced, Actor actor) {
        Standing standing = unit.standing(id, actor, null);
        UsageFile file = standing.file();
        Upload former = file.upload();
        boolean repeated = former != null
                && standing.is(Capacity.VENDOR)
                && isOnItsWay(file.status())
                && Objects.equals(former.sha256(), announced.sha256())
                && Objects.equals(former.categories(), announced.categories());
        if (repeated) {
            return new Received(file, true);
        }
        UsageFileStatus to = standing.fire(UsageFileAction.UPLOAD);
        retire(unit, file);
        UsageFile changed = file.change()
                .status(to)
                .counts(RecordCounts.NONE)
                .upload(announced)
                .notes(file.notes().withError(null))
                .build();
        return new Received(unit.keep(file, changed, EventAction.UPLOAD, actor, null), false);
    }

    private static void retire(Desk.Unit unit, UsageFile file) {
        unit.session().records().releaseKeys(file.id());
        unit.session().records().retire(file.id());
        unit.session().problems().clear(file.id());
    }

    /** Stores the bytes of a file that is uploading. What goes wrong leaves it invalid, to be uploaded again. */
    private UsageFile store(UsageFile uploading, UploadRequest request, Leases.Tenure tenure) {
        Upload upload = Objects.requireNonNull(uploading.upload(), "an upload that was announced");
        try {
            put(uploading.id(), sha(upload.sha256()), request.upload().watched(tenure::beat));
            UploadSource categories = request.categories();
            if (categories != null) {
                put(uploading.id(), sha(upload.categories()), categories.watched(tenure::beat));
            }
            UsageFile received = uploading
                    .change()
                    .upload(upload.received(keeping.clock().instant()))
                    .build();
            return desk.unit(unit -> {
                // Stale where the upload was given up meanwhile
                unit.session().files().update(received);
                tenure.release(unit.session());
                return received;
            });
        } catch (IOException e) {
            giveUp(uploading, tenure, "the upload broke off", e);
            throw new SourceException("the upload could not be stored: " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            giveUp(uploading, tenure, "the upload broke off", e);
            throw e;
        }
    }

    /** Of what is too large as much is stored as shows that it is. */
    void put(UsageFileId id, String sha256, UploadSource source) throws IOException {
        if (source.size() <= wiring.limits().bytes()) {
            keeping.content().put(id, sha256, source);
            return;
        }
        try (InputStream in = source.open();
                UploadSource beginning = UploadSource.spool(in, wiring.limits(), wiring.temporary())) {
            keeping.content().put(id, sha256, beginning);
        }
    }

    static String sha(@Nullable String sha256) {
        return Objects.requireNonNull(sha256, "the SHA-256 of an upload");
    }

    Intake process(UsageFileId id, ProgressListener progress, Actor actor) {
        Leases.Tenure tenure = keeping.leases().tenure(id.value());
        UsageFile begun = desk.unit(unit -> {
            UsageFile taken = beginProcessing(unit, id, actor);
            tenure.seize(unit.session());
            return taken;
        });
        ProgressListener both = now -> {
            // Judging may begin anew; what is told never falls
            Progress furthest = running.merge(id, now, (told, next) -> next.rows() < told.rows() ? told : next);
            if (now.equals(furthest)) {
                progress.onProgress(now);
            }
        };
        running.put(
                id, new Progress(0, 0, Objects.requireNonNull(begun.upload()).bytes()));
        try {
            Intake done = processing.judge(begun, both, tenure);
            LOG.debug(
                    "judged {}: {} rows, {} invalid, {} problems",
                    id,
                    done.report().rows().read(),
                    done.report().rows().invalid(),
                    done.report().problemCount());
            return done;
        } catch (RuntimeException | Error e) {
            giveUp(begun, tenure, "processing failed", e);
            throw e;
        } finally {
            running.remove(id);
        }
    }

    /** Takes a file for processing, once. A vendor that asks ends the appending to its draft. */
    private UsageFile beginProcessing(Desk.Unit unit, UsageFileId id, Actor actor) {
        Standing standing = unit.standing(id, actor, null);
        UsageFile file = standing.file();
        boolean appended = file.status() == UsageFileStatus.DRAFT
                && standing.is(Capacity.VENDOR)
                && file.counts().of(RecordStatus.UPLOADED) > 0;
        if (!appended) {
            UsageFile changed =
                    file.change().status(standing.fire(UsageFileAction.PROCESS)).build();
            return unit.keep(file, changed, EventAction.PROCESS, actor, null);
        }
        UsageFile uploading = file.change()
                .status(standing.fire(UsageFileAction.UPLOAD))
                .upload(Upload.appended(keeping.clock().instant()))
                .build();
        unit.keep(file, uploading, EventAction.UPLOAD, actor, null);
        UsageFile changed = uploading
                .change()
                .status(Standing.of(uploading, Desk.LIBRARY).fire(UsageFileAction.PROCESS))
                .build();
        return unit.keep(uploading, changed, EventAction.PROCESS, Desk.LIBRARY, null);
    }

    /** Settles a file whose upload or processing came to nothing, unless somebody else did. The failure itself is the caller's to hear of. */
    private void giveUp(UsageFile begun, Leases.Tenure tenure, String detail, Throwable failure) {
        try {
            desk.unit(unit -> {
                tenure.release(unit.session());
                UsageFile file = desk.found(unit.session(), begun.id(), Desk.LIBRARY);
                return file.version().equals(begun.version()) ? abort(unit, file, detail, Desk.LIBRARY) : file;
            });
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    UsageFile abort(UsageFileId id, String detail, Actor actor) {
        return desk.unit(unit -> {
            Standing standing = unit.standing(id, actor, null);
            standing.fire(UsageFileAction.ABORT);
            return abort(unit, standing.file(), detail, actor);
        });
    }

    /** Settles a file whose process was lost: its lease has run out, or there is none. Gives whether it did. */
    boolean recover(UsageFileId id) {
        return Boolean.TRUE.equals(desk.unit(unit -> {
            UsageFile file = desk.found(unit.session(), id, Desk.LIBRARY);
            String lost = lost(file);
            if (lost == null || !keeping.leases().isFree(unit.session(), id.value())) {
                return false;
            }
            abort(unit, file, lost, Desk.LIBRARY);
            return true;
        }));
    }

    /** What somebody should be doing with a file, if it is not done any more; null where nobody should. */
    private static @Nullable String lost(UsageFile file) {
        Upload upload = file.upload();
        return switch (file.status()) {
            case UPLOADING ->
                upload == null || !upload.isReceived()
                        ? "the process that stored the upload was lost before it was complete"
                        : null;
            case PROCESSING -> "the process that judged the upload was lost before it was done";
            default -> null;
        };
    }

    private static UsageFile abort(Desk.Unit unit, UsageFile file, String detail, Actor actor) {
        UsageFileStatus to = Standing.of(file, Desk.LIBRARY).fire(UsageFileAction.ABORT);
        retire(unit, file);
        Leases.clear(unit.session(), file.id().value());
        FileNotes notes = file.notes().withError(detail);
        UsageFile changed = file.change()
                .status(to)
                .counts(RecordCounts.NONE)
                .upload(null)
                .notes(notes)
                .build();
        return unit.keep(file, changed, EventAction.ABORT, actor, detail);
    }

    Optional<Progress> progress(UsageFileId id) {
        return Optional.ofNullable(running.get(id));
    }
}
