package org.usageflow.verification.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CloseRecord;
import org.usageflow.command.CreateFile;
import org.usageflow.core.UploadRequest;
import org.usageflow.databases.TestDatabases;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.query.FileQuery;
import org.usageflow.query.RecordQuery;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.MutableClock;
import org.usageflow.testkit.UsageFixtures;

/**
 * Takes files from draft to closed, one after the other, until it is killed, and writes down what the library said was done.
 *
 * <p>Arguments: the database's URL, the journal, the directory for temporary files, which life this is, the seed.
 */
public final class KillMain {

    static final int ROWS = 400;
    private static final Instant BEGIN = Instant.parse("2021-08-01T00:00:00Z");
    private static final int OPEN_FILES = 2;

    private final Journal journal;
    private final Random random;
    private final MutableClock clock;
    private final DatabaseSite site;
    private final int life;
    private int created;

    private KillMain(String url, Path journal, Path temporary, int life, long seed) {
        this.journal = new Journal(journal);
        this.random = new Random(seed * 1_000 + life);
        this.clock = MutableClock.at(begin(life).toString());
        this.life = life;
        this.site = DatabaseSite.open(
                TestDatabases.at(url).dataSource(),
                clock,
                temporary,
                event -> this.journal.write(Journal.HEARD, event.file(), event.number(), event.to()));
    }

    /** When a life begins: long after what the one before held was given up. */
    static Instant begin(int life) {
        return BEGIN.plus(Duration.ofHours(2L * life));
    }

    public static void main(String[] arguments) {
        try {
            new KillMain(
                            arguments[0],
                            Path.of(arguments[1]),
                            Path.of(arguments[2]),
                            Integer.parseInt(arguments[3]),
                            Long.parseLong(arguments[4]))
                    .live();
        } catch (Throwable e) {
            e.printStackTrace(System.out);
            Runtime.getRuntime().halt(3);
        }
    }

    private void live() {
        site.usage.recovery().recover();
        journal.write("READY", life);
        while (true) {
            clock.advance(Duration.ofSeconds(1));
            List<UsageFile> open = open();
            if (open.size() < OPEN_FILES) {
                create();
            } else {
                goOn(open.get(random.nextInt(open.size())));
            }
        }
    }

    private List<UsageFile> open() {
        FileQuery query = FileQuery.ALL
                .in(
                        UsageFileStatus.DRAFT,
                        UsageFileStatus.UPLOADING,
                        UsageFileStatus.INVALID,
                        UsageFileStatus.READY,
                        UsageFileStatus.PENDING,
                        UsageFileStatus.REJECTED,
                        UsageFileStatus.ACCEPTED)
                .limit(100);
        return site.usage.files().list(query, Who.SYSTEM).items();
    }

    private void create() {
        String external = "life-" + life + "-" + ++created;
        CreateFile command = CreateFile.of(
                        external,
                        site.world.product().id(),
                        site.world.contract().id(),
                        site.world.marketplace().id(),
                        site.world.period())
                .withExternalId(external);
        journal.write(Journal.TRY, "create", external);
        done("create", site.usage.files().create(command, UsageFixtures.vendor()));
    }

    private void goOn(UsageFile file) {
        var files = site.usage.files();
        boolean other = random.nextInt(6) == 0;
        switch (file.status()) {
            case DRAFT -> {
                if (other) {
                    journal.write(Journal.TRY, "append", file.id());
                    files.append(new AppendRecords(file.id(), null, rows(file, 3)), UsageFixtures.vendor());
                    done("append", files.file(file.id(), Who.SYSTEM));
                } else {
                    upload(file);
                }
            }
            case UPLOADING -> {
                journal.write(Journal.TRY, "process", file.id());
                done(
                        "process",
                        files.process(file.id(), ProgressListener.NONE, Who.SYSTEM)
                                .file());
            }
            case INVALID, REJECTED -> upload(file);
            case READY -> {
                journal.write(Journal.TRY, "submit", file.id());
                done("submit", files.submit(file.id(), UsageFixtures.vendor()));
            }
            case PENDING -> {
                journal.write(Journal.TRY, other ? "reject" : "accept", file.id());
                done(
                        other ? "reject" : "accept",
                        other
                                ? files.reject(file.id(), "no", UsageFixtures.distributor())
                                : files.accept(file.id(), null, UsageFixtures.distributor()));
            }
            case ACCEPTED -> close(file, random.nextInt(3) == 0);
            case PROCESSING, CLOSED, DELETED -> throw new IllegalStateException("not open: " + file);
        }
    }

    private void upload(UsageFile file) {
        var files = site.usage.files();
        try (UploadSource upload = site.upload(rows(file, ROWS))) {
            journal.write(Journal.TRY, "receive", file.id());
            UsageFile received = files.receive(file.id(), UploadRequest.of(upload), UsageFixtures.vendor());
            done("receive", received);
            if (random.nextBoolean() && received.status() == UsageFileStatus.UPLOADING) {
                journal.write(Journal.TRY, "process", file.id());
                done(
                        "process",
                        files.process(file.id(), ProgressListener.NONE, Who.SYSTEM)
                                .file());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of quantity 1, whose ids are those of this file alone. */
    private static List<ReportedRecord> rows(UsageFile file, int count) {
        var rows = new ArrayList<ReportedRecord>(count);
        for (int i = 0; i < count; i++) {
            rows.add(UsageFixtures.record(file.id() + "-" + file.version().number() + "-" + i)
                    .build());
        }
        return rows;
    }

    private void close(UsageFile file, boolean all) {
        var usage = site.usage;
        if (all) {
            journal.write(Journal.TRY, "close", file.id());
            done("close", usage.files().close(file.id(), "INV-" + file.id(), UsageFixtures.distributor()));
            return;
        }
        UsageRecord record = usage.records()
                .list(RecordQuery.of(file.id()).in(RecordStatus.ACCEPTED).limit(1), UsageFixtures.distributor())
                .items()
                .get(0);
        journal.write(Journal.TRY, "close_record", record.id());
        usage.records().close(CloseRecord.of(record.id(), "INV-" + life), UsageFixtures.distributor());
        journal.write(Journal.DONE, "close_record", record.id(), "INV-" + life);
    }

    private void done(String deed, UsageFile file) {
        journal.write(Journal.DONE, deed, file.id(), file.version().number(), file.status());
    }
}
