package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CloseRecord;
import org.usageflow.core.CloseResult;
import org.usageflow.core.ReconciliationResult;
import org.usageflow.core.store.InMemoryUsageStore;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.PartFile;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.store.UsageStore;
import org.usageflow.testkit.store.StoreFixtures;
import org.usageflow.verification.store.AgainStore;

/** A store may do the work of a transaction again from its start: what comes of everything is the same. */
class RunAgainTest {

    @TempDir
    Path directory;

    /** What came of a long story, in words. */
    private List<String> story(UsageStore store, String name) throws IOException {
        var ids = new AtomicInteger();
        DeskWorld world = DeskWorld.setup(Files.createDirectories(directory.resolve(name)))
                .store(store)
                .policies(Policies.DEFAULTS.with(AcceptancePolicy.PARTIAL))
                .ids(month -> StoreFixtures.fileId(ids.incrementAndGet()))
                .build();
        var told = new ArrayList<String>();
        UsageFileId first = uploaded(world, told);
        UsageFileId second = appended(world, told);
        accepted(world, first, told);
        accepted(world, second, told);
        reconciled(world, first, told);
        closed(world, second, told);
        for (UsageFileId id : List.of(first, second)) {
            told.add(world.snapshot(id).toString());
            told.add(processed(world, id));
        }
        told.add("heard " + world.heard);
        return told;
    }

    /** Several batches, with rows in error, ids twice (found late), and an upload that is replaced. */
    private static UsageFileId uploaded(DeskWorld world, List<String> told) {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        var rows = new ArrayList<ReportedRecord>();
        for (int i = 0; i < 2_300; i++) {
            String key = "R-" + (i % 2_200);
            rows.add(i % 500 == 7 ? world.rows.wrong(key) : world.rows.good(key));
        }
        rows.add(world.rows.describing("D-1", "MPN-NEW"));
        told.add(world.files
                .upload(id, world.rows.bytes("record_id\n1\n".getBytes(StandardCharsets.UTF_8)), Parties.OWNER)
                .toString());
        told.add(world.files.upload(id, world.rows.upload(rows), Parties.OWNER).toString());
        return id;
    }

    private static UsageFileId appended(DeskWorld world, List<String> told) {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        for (int batch = 0; batch < 3; batch++) {
            var rows = new ArrayList<ReportedRecord>();
            for (int i = 0; i < 400; i++) {
                rows.add(world.rows.good("A-" + batch + "-" + i));
            }
            rows.add(world.rows.wrong("W-" + batch));
            world.files.append(new AppendRecords(id, null, rows), Parties.OWNER);
        }
        told.add(world.files.process(id, ProgressListener.NONE, Parties.OWNER).toString());
        return id;
    }

    private static void accepted(DeskWorld world, UsageFileId id, List<String> told) {
        world.files.submit(id, Parties.OWNER);
        told.add(world.files.accept(id, null, Parties.BUYER).toString());
        told.add(world.usage.parts().list(id, Parties.BUYER).toString());
    }

    private static void reconciled(DeskWorld world, UsageFileId id, List<String> told) {
        var csv = new StringBuilder("system_record_id,external_billing_id\n");
        for (UsageRecord each : world.records(id).subList(0, 1_500)) {
            csv.append(each.id()).append(",INV-").append(each.position() % 3).append('\n');
        }
        csv.append(world.records(id).get(3).id()).append(",INV-77\n");
        ReconciliationResult result = world.usage
                .reconciliations()
                .apply(id, world.rows.bytes(csv.toString().getBytes(StandardCharsets.UTF_8)), Parties.BUYER);
        told.add(result.toString());
    }

    private static void closed(DeskWorld world, UsageFileId id, List<String> told) {
        List<UsageRecord> records = world.records(id);
        List<CloseResult> results = world.records.closeAll(
                records.subList(0, 100).stream()
                        .map(each -> CloseRecord.of(each.id(), "INV-1"))
                        .toList(),
                Parties.BUYER);
        told.add(results.toString());
        for (PartFile part : world.usage.parts().list(id, Parties.BUYER)) {
            told.add(world.usage.parts().regenerate(part.id(), Parties.BUYER).toString());
            told.add(
                    world.usage.parts().close(part.id(), "INV-2", Parties.BUYER).toString());
        }
        told.add(world.usage
                .retention()
                .erasePersonalData(records.get(5).id(), Parties.OWNER)
                .toString());
    }

    private static String processed(DeskWorld world, UsageFileId id) {
        var out = new ByteArrayOutputStream();
        Outcome<Boolean> outcome = Outcome.of(() -> {
            world.files.writeProcessed(id, out, Parties.OWNER);
            return true;
        });
        return outcome + out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void work_that_is_done_again_comes_to_the_same() throws IOException {
        var again = new AgainStore(new InMemoryUsageStore());

        List<String> once = story(new InMemoryUsageStore(), "once");
        List<String> twice = story(again, "twice");

        assertThat(again.undone()).isGreaterThan(40);
        assertThat(twice).isEqualTo(once);
    }
}
