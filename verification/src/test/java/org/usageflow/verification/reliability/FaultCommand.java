package org.usageflow.verification.reliability;

import static org.usageflow.verification.reliability.FaultSite.BUYER;
import static org.usageflow.verification.reliability.FaultSite.VENDOR;
import static org.usageflow.verification.reliability.FaultSite.first;
import static org.usageflow.verification.reliability.FaultSite.july;
import static org.usageflow.verification.reliability.FaultSite.north;
import static org.usageflow.verification.reliability.FaultSite.part;
import static org.usageflow.verification.reliability.FaultSite.reconciliation;
import static org.usageflow.verification.reliability.FaultSite.record;
import static org.usageflow.verification.reliability.FaultSite.rows;
import static org.usageflow.verification.reliability.FaultSite.south;
import static org.usageflow.verification.reliability.FaultSite.with;
import static org.usageflow.verification.reliability.FaultSite.wrong;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CloseRecord;
import org.usageflow.command.CreateFile;
import org.usageflow.command.EditFile;
import org.usageflow.model.FileKind;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.testkit.UsageFixtures;

/** What is asked of the library while its database fails: each command with the states that it goes through, commit by commit, as the rules name them. */
enum FaultCommand {
    CREATE("nothing > DRAFT", bench -> {}, site -> site.usage.files().create(july("July"), VENDOR)),
    CREATE_BY_EXTERNAL_ID(
            "nothing > DRAFT",
            bench -> {},
            site -> site.usage.files().create(july("July").withExternalId("EXT-1"), VENDOR)),
    EDIT(
            "DRAFT > DRAFT",
            bench -> bench.site().draft(),
            site -> site.usage
                    .files()
                    .edit(
                            new EditFile(first(), null, "August", "edited", null, UsageFixtures.PERIOD_JULY, null),
                            VENDOR)),
    APPEND(
            "DRAFT > DRAFT",
            bench -> bench.site().draft(),
            site -> site.usage.files().append(new AppendRecords(first(), null, List.of(rows())), VENDOR)),
    RECEIVE(
            "DRAFT > UPLOADING > UPLOADING > UPLOADING received",
            bench -> bench.site().draft(),
            site -> with(site.upload(rows()), upload -> site.usage.files().receive(first(), upload, VENDOR))),
    PROCESS(
            "UPLOADING received > PROCESSING > READY",
            bench -> bench.site().received(rows()),
            site -> site.usage.files().process(first(), ProgressListener.NONE, Who.SYSTEM)),
    PROCESS_APPENDED(
            "DRAFT > PROCESSING > READY",
            bench -> {
                bench.site().draft();
                bench.site().usage.files().append(new AppendRecords(first(), null, List.of(rows())), VENDOR);
            },
            site -> site.usage.files().process(first(), ProgressListener.NONE, VENDOR)),
    UPLOAD(
            "DRAFT > UPLOADING > UPLOADING > UPLOADING received > PROCESSING > READY",
            bench -> bench.site().draft(),
            site -> with(site.upload(rows()), upload -> site.usage.files().upload(first(), upload, VENDOR))),
    /** Its second row is in error, and the third names an id that another file holds. */
    UPLOAD_IN_ERROR(
            "DRAFT + READY > UPLOADING + READY > UPLOADING + READY > UPLOADING received + READY > PROCESSING + READY > READY + READY",
            bench -> {
                bench.site().draft();
                bench.site().ready(north("K3"));
            },
            site -> with(
                    site.upload(north("K1"), wrong("K2"), north("K3")),
                    upload -> site.usage.files().upload(first(), upload, VENDOR))),
    /** Replaces rows that were judged before, with their problems. */
    UPLOAD_ANEW(
            "READY > UPLOADING > UPLOADING > UPLOADING received > PROCESSING > READY",
            bench -> bench.site().ready(wrong("K1"), north("K2")),
            site -> with(site.upload(rows()), upload -> site.usage.files().upload(first(), upload, VENDOR))),
    UPLOAD_UNREADABLE(
            "DRAFT > UPLOADING > UPLOADING > UPLOADING received > PROCESSING > INVALID",
            bench -> bench.site().draft(),
            site -> with(
                    site.bytes("record_id,what\nK1,that\n".getBytes(StandardCharsets.UTF_8)),
                    upload -> site.usage.files().upload(first(), upload, VENDOR))),
    ABORT(
            "PROCESSING > INVALID",
            FaultBench::lostInProcessing,
            site -> site.usage.files().abort(first(), "lost", Who.SYSTEM)),
    SUBMIT(
            "READY > PENDING",
            bench -> bench.site().ready(rows()),
            site -> site.usage.files().submit(first(), VENDOR)),
    /** With a listener, who hears each event at least once and in order. */
    SUBMIT_HEARD(
            "READY > PENDING",
            bench -> bench.site().ready(rows()),
            site -> site.usage.files().submit(first(), VENDOR)) {
        @Override
        boolean isHeard() {
            return true;
        }
    },
    /** With an item that the file describes, and two parts. */
    ACCEPT(
            "PENDING > ACCEPTED [DRAFT, DRAFT] > ACCEPTED [READY, DRAFT] > ACCEPTED [READY, READY]",
            bench -> bench.site().pending(rows()),
            site -> site.usage.files().accept(first(), "fine", BUYER)),
    /** Recycles a suspended row of the second file, and supersedes an estimate, the third. */
    ACCEPT_RECYCLING(
            "PENDING + ACCEPTED [READY] + ACCEPTED > ACCEPTED [DRAFT] + ACCEPTED [READY] + ACCEPTED"
                    + " > ACCEPTED [READY] + ACCEPTED [READY] + ACCEPTED",
            bench -> {
                FaultSite site = bench.site();
                UsageFileId id = site.draft();
                site.accepted(north("K1"), wrong("K2"));
                estimate(site);
                with(site.upload(north("K2")), upload -> site.usage.files().upload(id, upload, VENDOR));
                site.usage.files().submit(id, VENDOR);
            },
            site -> site.usage.files().accept(first(), null, BUYER)),
    REJECT(
            "PENDING > REJECTED",
            bench -> bench.site().pending(rows()),
            site -> site.usage.files().reject(first(), "too much", BUYER)),
    DELETE(
            "READY > DELETED",
            bench -> bench.site().ready(rows()),
            site -> site.usage.files().delete(first(), VENDOR)),
    CLOSE_RECORD(
            "ACCEPTED [READY, READY] > ACCEPTED 1 closed [READY outdated, READY]",
            bench -> bench.site().accepted(rows()),
            site -> site.usage.records().close(CloseRecord.of(record(1), "INV-1"), BUYER)),
    /** The last open record of its file, which closes with it. */
    CLOSE_LAST_RECORD(
            "ACCEPTED [READY] > CLOSED 1 closed [READY outdated]",
            bench -> bench.site().accepted(north("K1")),
            site -> site.usage.records().close(CloseRecord.of(record(1), "INV-1"), BUYER)),
    CORRECT_BILLING(
            "ACCEPTED 1 closed [READY outdated, READY] > ACCEPTED 1 closed [READY outdated, READY]",
            bench -> {
                bench.site().accepted(rows());
                bench.site().usage.records().close(CloseRecord.of(record(1), "INV-1"), BUYER);
            },
            site -> site.usage.records().close(CloseRecord.of(record(1), "INV-2"), BUYER)),
    /** Two that are accepted, and one that there is not. */
    CLOSE_MANY(
            "ACCEPTED [READY, READY] > ACCEPTED 2 closed [READY outdated, READY outdated]",
            bench -> bench.site().accepted(rows()),
            site -> site.usage
                    .records()
                    .closeAll(
                            List.of(
                                    CloseRecord.of(record(1), "INV-1"),
                                    CloseRecord.of(UsageRecordId.of(first(), 9), "INV-1"),
                                    CloseRecord.of(record(2), "INV-2")),
                            BUYER)),
    CLOSE_PART(
            "ACCEPTED [READY, READY] > ACCEPTED 2 closed [CLOSED, READY]",
            bench -> bench.site().accepted(rows()),
            site -> site.usage.parts().close(part(1), "INV-1", BUYER)),
    CLOSE_FILE(
            "ACCEPTED [READY, READY] > CLOSED 3 closed [READY outdated, READY outdated]",
            bench -> bench.site().accepted(rows()),
            site -> site.usage.files().close(first(), "INV-1", BUYER)),
    REGENERATE_PART(
            "ACCEPTED 1 closed [READY outdated, READY] > ACCEPTED 1 closed [DRAFT, READY] > ACCEPTED 1 closed [READY, READY]",
            bench -> {
                bench.site().accepted(rows());
                bench.site().usage.records().close(CloseRecord.of(record(1), "INV-1"), BUYER);
            },
            site -> site.usage.parts().regenerate(part(1), BUYER)),
    /** Closes two records; a third row names none. */
    RECONCILE(
            "ACCEPTED [READY, READY] > ACCEPTED [READY, READY] > ACCEPTED [READY, READY] [UPLOADED] > ACCEPTED [READY, READY] [PROCESSING]"
                    + " > ACCEPTED 2 closed [READY outdated, READY outdated] [PROCESSING]"
                    + " > ACCEPTED 2 closed [READY outdated, READY outdated] [PROCESSING]"
                    + " > ACCEPTED 2 closed [READY outdated, READY outdated] [PROCESSED]",
            bench -> bench.site().accepted(rows()),
            site -> with(
                    site.bytes("record_id,external_billing_id\nK1,INV-1\nK2,INV-2\nK9,INV-9\n"
                            .getBytes(StandardCharsets.UTF_8)),
                    upload -> site.usage.reconciliations().apply(first(), upload.upload(), BUYER))),
    FAIL_RECONCILIATION(
            "ACCEPTED [READY] [PROCESSING] > ACCEPTED [READY] [FAILED]",
            FaultBench::lostInReconciliation,
            site -> site.usage.reconciliations().fail(reconciliation(1), "lost", Who.SYSTEM)),
    ERASE_CONTENT(
            "READY > READY > READY",
            bench -> bench.site().ready(rows()),
            site -> site.usage.retention().eraseContent(first(), VENDOR)),
    /** And the uploads, which hold it too. */
    ERASE_PERSONAL_DATA(
            "ACCEPTED [READY, READY] > ACCEPTED [READY outdated, READY] > ACCEPTED [READY outdated, READY]",
            bench -> bench.site().accepted(rows()),
            site -> site.usage.retention().erasePersonalData(record(1), VENDOR)),
    /** Of a process that was lost while it judged. */
    RECOVER(
            "PROCESSING > INVALID",
            bench -> {
                bench.lostInProcessing();
                bench.scene().passLeases();
            },
            site -> site.usage.recovery().recover()),
    /** Of a process that was lost while it completed parts. */
    RECOVER_PARTS(
            "ACCEPTED [DRAFT, DRAFT] > ACCEPTED [READY, DRAFT] > ACCEPTED [READY, READY]",
            bench -> {
                bench.lostInParts();
                bench.scene().passLeases();
            },
            site -> site.usage.recovery().recover()),
    /** Of a process that was lost while it reconciled. */
    RECOVER_RECONCILIATION(
            "ACCEPTED [READY] [PROCESSING] > ACCEPTED [READY] [FAILED]",
            bench -> {
                bench.lostInReconciliation();
                bench.scene().passLeases();
            },
            site -> site.usage.recovery().recover()),
    /** Of the events of two files that nobody heard. */
    DRAIN(
            "READY + DRAFT",
            bench -> {
                bench.site().ready(north("K1"));
                bench.site().draft();
            },
            site -> site.usage.events().drain(site.scene::hear)) {
        @Override
        boolean isHeard() {
            return true;
        }
    };

    private final String steps;
    private final Consumer<FaultBench> preparation;
    private final Function<FaultSite, Object> work;

    FaultCommand(String steps, Consumer<FaultBench> preparation, Function<FaultSite, Object> work) {
        this.steps = steps;
        this.preparation = preparation;
        this.work = work;
    }

    private static void estimate(FaultSite site) {
        CreateFile command = july("Estimate").as(FileKind.ESTIMATE);
        UsageFileId id = site.usage.files().create(command, VENDOR).id();
        with(site.upload(south("E1")), upload -> site.usage.files().upload(id, upload, VENDOR));
        site.usage.files().submit(id, VENDOR);
        site.usage.files().accept(id, null, BUYER);
    }

    /** The states that it goes through, commit by commit. */
    String steps() {
        return steps;
    }

    /** Whether a listener hears its events. */
    boolean isHeard() {
        return false;
    }

    /** Whether it settles what others left: a recovery that failed may have left it under a lease. */
    boolean isRecovery() {
        return name().startsWith("RECOVER");
    }

    /** Whether a host gives it within its transaction: events are told after that, and what was lost is settled by itself. */
    boolean isForHosts() {
        return !isHeard() && !isRecovery();
    }

    /** Whether it leaves nothing of the uploads. */
    boolean isErasure() {
        return this == ERASE_CONTENT || this == ERASE_PERSONAL_DATA;
    }

    /** Brings the files to where the command begins. */
    void prepare(FaultBench bench) {
        preparation.accept(bench);
    }

    /** Does it; gives what it returns. */
    Object run(FaultSite site) {
        return work.apply(site);
    }
}
