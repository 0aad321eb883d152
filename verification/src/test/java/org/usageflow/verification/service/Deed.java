package org.usageflow.verification.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CloseRecord;
import org.usageflow.command.EditFile;
import org.usageflow.core.UploadRequest;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.Subscription;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.testkit.UsageFixtures;

/** Every way in which the services change a file. */
enum Deed {
    UPLOAD(UsageFileAction.UPLOAD, UsageFileStatus.READY) {
        @Override
        void perform(DeskWorld world, UsageFileId file, UsageRecordId record, Actor actor) {
            world.files.upload(file, world.rows.upload(row(world, file)), actor);
        }
    },
    RECEIVE(UsageFileAction.UPLOAD, UsageFileStatus.UPLOADING) {
        @Override
        void perform(DeskWorld world, UsageFileId file, UsageRecordId record, Actor actor) {
            world.files.receive(file, UploadRequest.of(world.rows.upload(row(world, file))), actor);
        }
    },
    PROCESS(UsageFileAction.PROCESS, UsageFileStatus.READY) {
        @Override
        void perform(DeskWorld world, UsageFileId file, UsageRecordId record, Actor actor) {
            world.files.process(file, ProgressListener.NONE, actor);
        }
    },
    SUBMIT(UsageFileAction.SUBMIT, UsageFileStatus.PENDING) {
        @Override
        void perform(DeskWorld world, UsageFileId file, UsageRecordId record, Actor actor) {
            world.files.submit(file, actor);
        }
    },
    ACCEPT(UsageFileAction.ACCEPT, UsageFileStatus.ACCEPTED) {
        @Override
        void perform(DeskWorld world, UsageFileId file, UsageRecordId record, Actor actor) {
            world.files.accept(file, "as agreed", actor);
        }
    },
    REJECT(UsageFileAction.REJECT, UsageFileStatus.REJECTED) {
        @Override
        void perform(DeskWorld world, UsageFileId file, UsageRecordId record, Actor actor) {
            world.files.reject(file, "not agreed", actor);
        }
    },
    DELETE(UsageFileAction.DELETE, UsageFileStatus.DELETED) {
        @Override
        void perform(DeskWorld world, UsageFileId file, UsageRecordId record, Actor actor) {
            world.files.delete(file, actor);
        }
    },
    CLOSE(UsageFileAction.CLOSE, UsageFileStatus.CLOSED) {
        @Override
        void perform(DeskWorld world, UsageFileId file, UsageRecordId record, Actor actor) {
            world.files.close(file, "INV-DEED", actor);
        }
    },
    ABORT(UsageFileAction.ABORT, UsageFileStatus.INVALID) {
        @Override
        void perform(DeskWorld world, UsageFileId file, UsageRecordId record, Actor actor) {
            world.files.abort(file, "lost", actor);
        }
    },
    CLOSE_RECORD(null, null) {
        @Override
        void perform(DeskWorld world, UsageFileId file, UsageRecordId record, Actor actor) {
            world.records.close(CloseRecord.of(record, "INV-DEED"), actor);
        }
    },
    EDIT(null, UsageFileStatus.DRAFT) {
        @Override
        void perform(DeskWorld world, UsageFileId file, UsageRecordId record, Actor actor) {
            world.files.edit(new EditFile(file, null, "Edited", null, null, UsageFixtures.PERIOD_JULY, null), actor);
        }
    },
    APPEND(null, UsageFileStatus.DRAFT) {
        @Override
        void perform(DeskWorld world, UsageFileId file, UsageRecordId record, Actor actor) {
            world.files.append(new AppendRecords(file, null, List.of(row(world, file))), actor);
        }
    };

    /** The action of the life cycle; null for what is not in its table. */
    final @Nullable UsageFileAction action;

    /** Where it leads; null where that depends. */
    final @Nullable UsageFileStatus leadsTo;

    Deed(@Nullable UsageFileAction action, @Nullable UsageFileStatus leadsTo) {
        this.action = action;
        this.leadsTo = leadsTo;
    }

    abstract void perform(DeskWorld world, UsageFileId file, UsageRecordId record, Actor actor);

    private static ReportedRecord row(DeskWorld world, UsageFileId file) {
        Subscription subscription =
                world.file(file).contract().equals(Parties.RESALE) ? Parties.RESOLD : UsageFixtures.SUBSCRIPTION;
        return world.rows.of("DEED-" + file, subscription.id().value());
    }

    /** As a refusal names it. */
    String word() {
        return action == null ? name() : action.name();
    }
}
