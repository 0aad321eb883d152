package org.usageflow.verification.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.usageflow.command.CreateFile;
import org.usageflow.core.Intake;
import org.usageflow.core.Usageflow;
import org.usageflow.csv.CsvFormat;
import org.usageflow.databases.TestDatabases;
import org.usageflow.jdbc.ConnectionSource;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcContentStore;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.JdbcUsageStore;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.PartFile;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.query.Page;
import org.usageflow.query.RecordQuery;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.MutableClock;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

/**
 * Takes one upload from draft to closed in a process of its own, over an empty PostgreSQL database that holds the upload too, and prints what came of each step, a word and its value a line.
 *
 * <p>Rows in error are suspended. Arguments: the URL of the database, the file, where the processed file goes, where the part goes, the directory for temporary files.
 */
public final class JdbcFlowMain {

    private final CatalogWorld world = ProofWorld.of("PR");
    private final Usageflow usage;
    private long started = System.nanoTime();

    private JdbcFlowMain(DataSource pool, Path temporary) {
        DatabaseSchema.migrate(pool, JdbcSettings.DEFAULT);
        ConnectionSource connections = ConnectionSource.owning(pool);
        usage = Usageflow.builder()
                .formats(new CsvFormat())
                .reference(world.reference())
                .policies(Policies.DEFAULTS.with(AcceptancePolicy.PARTIAL))
                .store(JdbcUsageStore.open(connections, JdbcSettings.DEFAULT))
                .content(JdbcContentStore.open(connections, JdbcSettings.DEFAULT))
                .clock(MutableClock.at("2021-08-01T00:00:00Z"))
                .temporary(temporary)
                .build();
    }

    public static void main(String[] arguments) throws IOException {
        try (var pool = TestDatabases.pool(TestDatabases.at(arguments[0]))) {
            var flow = new JdbcFlowMain(pool, Path.of(arguments[4]));
            flow.run(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
        }
    }

    private void run(Path file, Path processed, Path part) throws IOException {
        UsageFileId id = created();
        try (UploadSource upload = UploadSource.of(file)) {
            Intake intake = usage.files().upload(id, upload, UsageFixtures.vendor());
            print("read", intake.report().rows().read());
            step("upload", intake.file());
        }
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(processed), 1 << 16)) {
            usage.files().writeProcessed(id, target, UsageFixtures.vendor());
        }
        step("processed", usage.files().file(id, UsageFixtures.vendor()));
        step("submit", usage.files().submit(id, UsageFixtures.vendor()));
        step("accept", usage.files().accept(id, null, UsageFixtures.distributor()));
        writePart(id, part);
        step("part", usage.files().file(id, UsageFixtures.distributor()));
        step("close", usage.files().close(id, "INV-1", UsageFixtures.distributor()));
        print("listed", listed(id));
        step("list", usage.files().file(id, UsageFixtures.distributor()));
        print("digest", "done");
    }

    private UsageFileId created() {
        return usage.files()
                .create(
                        CreateFile.of(
                                "big",
                                world.product().id(),
                                world.contract().id(),
                                world.marketplace().id(),
                                world.period()),
                        UsageFixtures.vendor())
                .id();
    }

    private void writePart(UsageFileId id, Path target) throws IOException {
        List<PartFile> parts = usage.parts().list(id, UsageFixtures.distributor());
        print("parts", parts.size());
        PartFile part = parts.get(0);
        print("part.records", part.counts().total());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            usage.parts().write(part.id(), FormatId.CSV, out, UsageFixtures.distributor());
        }
    }

    private long listed(UsageFileId id) {
        RecordQuery query = RecordQuery.of(id).in(RecordStatus.CLOSED);
        Page<UsageRecord> page = usage.records().list(query, UsageFixtures.distributor());
        long listed = page.items().size();
        while (page.next() != null) {
            page = usage.records().list(query.after(page.next()), UsageFixtures.distributor());
            listed += page.items().size();
        }
        return listed;
    }

    private void step(String name, UsageFile file) {
        print(name + ".millis", (System.nanoTime() - started) / 1_000_000);
        print(name + ".status", file.status());
        for (RecordStatus each : RecordStatus.values()) {
            long count = file.counts().of(each);
            if (count > 0) {
                print(name + "." + each.name().toLowerCase(Locale.ROOT), count);
            }
        }
        started = System.nanoTime();
    }

    private static void print(String word, Object value) {
        System.out.println(word + "=" + value);
    }
}
