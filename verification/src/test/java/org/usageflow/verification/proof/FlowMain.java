package org.usageflow.verification.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.usageflow.command.CreateFile;
import org.usageflow.core.Intake;
import org.usageflow.core.Usageflow;
import org.usageflow.core.store.DirectoryContentStore;
import org.usageflow.core.store.InMemoryUsageStore;
import org.usageflow.csv.CsvFormat;
import org.usageflow.json.JsonFormat;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.poi.XlsxFormat;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.query.Page;
import org.usageflow.query.RecordQuery;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.MutableClock;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

/**
 * Takes one upload from draft to closed in a process of its own, over the in-memory store, and prints what came of each step, a word and its value a line.
 *
 * <p>Rows in error are suspended. Arguments: the schema, the file, the directory for content, where the processed file goes, the directory for temporary files.
 */
public final class FlowMain {

    private final CatalogWorld world;
    private final Usageflow usage;
    private long started = System.nanoTime();

    private FlowMain(String schema, Path content, Path temporary) throws IOException {
        world = ProofWorld.of(schema);
        usage = Usageflow.builder()
                .formats(new XlsxFormat(), new CsvFormat(), JsonFormat.array(), JsonFormat.lines())
                .reference(world.reference())
                .policies(Policies.DEFAULTS.with(AcceptancePolicy.PARTIAL))
                .store(new InMemoryUsageStore())
                .content(DirectoryContentStore.at(content))
                .clock(MutableClock.at("2021-08-01T00:00:00Z"))
                .temporary(temporary)
                .build();
    }

    public static void main(String[] arguments) throws IOException {
        var flow = new FlowMain(arguments[0], Path.of(arguments[2]), Path.of(arguments[4]));
        flow.run(Path.of(arguments[1]), Path.of(arguments[3]));
    }

    private void run(Path file, Path processed) throws IOException {
        UsageFileId id = usage.files()
                .create(
                        CreateFile.of(
                                "big",
                                world.product().id(),
                                world.contract().id(),
                                world.marketplace().id(),
                                world.period()),
                        UsageFixtures.vendor())
                .id();
        try (UploadSource upload = UploadSource.of(file)) {
            Intake intake = usage.files().upload(id, upload, UsageFixtures.vendor());
            print("read", intake.report().rows().read());
            step("upload", intake.file());
        }
        try (OutputStream target = Files.newOutputStream(processed)) {
            usage.files().writeProcessed(id, target, UsageFixtures.vendor());
        }
        step("processed", usage.files().file(id, UsageFixtures.vendor()));
        step("submit", usage.files().submit(id, UsageFixtures.vendor()));
        step("accept", usage.files().accept(id, null, UsageFixtures.distributor()));
        step("close", usage.files().close(id, "INV-1", UsageFixtures.distributor()));
        print("listed", listed(id));
        print("digest", "done");
    }

    private long listed(UsageFileId id) {
        long listed = 0;
        RecordQuery query = RecordQuery.of(id).in(RecordStatus.CLOSED);
        Page<UsageRecord> page = usage.records().list(query, UsageFixtures.distributor());
        listed += page.items().size();
        while (page.next() != null) {
            page = usage.records().list(query.after(page.next()), UsageFixtures.distributor());
            listed += page.items().size();
        }
        return listed;
    }

    private void step(String name, UsageFile file) {
        long millis = (System.nanoTime() - started) / 1_000_000;
        print(name + ".millis", millis);
        print(name + ".status", file.status());
        for (RecordStatus each : List.of(RecordStatus.values())) {
            long count = file.counts().of(each);
            if (count > 0) {
                print(name + "." + each.name().toLowerCase(Locale.ROOT), count);
            }
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        print(name + ".live", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        started = System.nanoTime();
    }

    private static void print(String word, Object value) {
        System.out.println(word + "=" + value);
    }
}
