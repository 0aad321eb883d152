package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.usageflow.command.CreateFile;
import org.usageflow.core.UploadRequest;
import org.usageflow.error.StoreException;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.Environment;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.testkit.UsageFixtures;

/** Brings files to a status, through the services alone, by those who may. */
final class Ladder {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final DeskWorld world;
    private CreateFile command = july("July");
    private Actor buyer = Parties.BUYER;
    private List<ReportedRecord> rows;

    Ladder(DeskWorld world) {
        this.world = world;
        // Ids of their own, so that files of one world do not get into each other's way
        int number = NUMBER.incrementAndGet();
        this.rows = world.rows.all("R-" + number + "-1", "R-" + number + "-2");
    }

    static CreateFile july(String name) {
        return CreateFile.of(
                name,
                UsageFixtures.PRODUCT,
                UsageFixtures.CONTRACT,
                UsageFixtures.MARKETPLACE,
                UsageFixtures.PERIOD_JULY);
    }

    Ladder command(CreateFile other) {
        this.command = other;
        return this;
    }

    Ladder buyer(Actor other) {
        this.buyer = other;
        return this;
    }

    Ladder rows(ReportedRecord... others) {
        this.rows = List.of(others);
        return this;
    }

    Ladder rows(List<ReportedRecord> others) {
        this.rows = List.copyOf(others);
        return this;
    }

    /** A new file in a status; deleted ones were ready, closed ones were closed as a whole. Previews are rehearsed by their vendor, and neither they nor estimates are closed. */
    UsageFile at(UsageFileStatus status) {
        return switch (status) {
            case DRAFT -> world.files.create(command, Parties.OWNER);
            case UPLOADING ->
                world.files.receive(
                        id(UsageFileStatus.DRAFT), UploadRequest.of(world.rows.upload(rows)), Parties.OWNER);
            case PROCESSING -> lostInProcessing();
            case INVALID -> uploaded(world.rows.wrong("W-" + NUMBER.incrementAndGet()), status);
            case READY -> uploaded(null, status);
            case PENDING -> world.files.submit(id(UsageFileStatus.READY), Parties.OWNER);
            case REJECTED -> world.files.reject(id(UsageFileStatus.PENDING), "too much", buyer());
            case ACCEPTED -> world.files.accept(id(UsageFileStatus.PENDING), null, buyer());
            case CLOSED -> world.files.close(id(UsageFileStatus.ACCEPTED), "INV-1", buyer());
            case DELETED -> world.files.delete(id(UsageFileStatus.READY), Parties.OWNER);
        };
    }

    UsageFileId id(UsageFileStatus status) {
        return at(status).id();
    }

    private Actor buyer() {
        return command.environment() == Environment.PREVIEW ? Parties.OWNER : buyer;
    }

    private UsageFile uploaded(ReportedRecord wrong, UsageFileStatus expected) {
        UsageFileId id = id(UsageFileStatus.DRAFT);
        var upload = wrong == null ? world.rows.upload(rows) : world.rows.upload(wrong);
        UsageFile file = world.files.upload(id, upload, Parties.OWNER).file();
        assertThat(file.status()).isEqualTo(expected);
        return file;
    }

    /** The process is lost once the file was taken for processing: nothing reaches the store any more. */
    private UsageFile lostInProcessing() {
        UsageFileId id = id(UsageFileStatus.UPLOADING);
        world.watch.on("reference.findProduct", lost());
        assertThatThrownBy(() -> world.files.process(id, ProgressListener.NONE, Parties.SYSTEM))
                .isInstanceOf(StoreException.class);
        world.watch.off("reference.findProduct");
        world.watch.off("transaction");
        return world.file(id);
    }

    /** The process is lost before the bytes are whole. */
    UsageFile lostInUploading() {
        UsageFileId id = id(UsageFileStatus.DRAFT);
        world.watch.on("content.put", lost());
        assertThatThrownBy(() -> world.files.receive(id, UploadRequest.of(world.rows.upload(rows)), Parties.OWNER))
                .isInstanceOf(StoreException.class);
        world.watch.off("content.put");
        world.watch.off("transaction");
        return world.file(id);
    }

    private Watch.Trap lost() {
        return () -> {
            Watch.Trap down = () -> {
                throw new StoreException("the process is lost", null);
            };
            world.watch.on("transaction", down);
            down.spring();
        };
    }
}
