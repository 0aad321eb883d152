package org.usageflow.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.usageflow.jdbc.ConnectionSource;
import org.usageflow.jdbc.JdbcContentStore;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.JdbcUsageStore;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.HubId;
import org.usageflow.model.PartContent;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RecordKey;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.Lease;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.testkit.store.StoreFixtures;

/** A little of everything that is kept: what a dump of the first version of the schema holds. Never changes: what is to be added goes into the dump of another version. */
final class SampleData {

    private static final Instant AT = Instant.parse("2021-08-02T10:11:12.123456Z");
    private static final String SHA = "0123456789abcdef".repeat(4);
    private static final byte[] CONTENT = "record_id,quantity\nR-1,28\n".getBytes(StandardCharsets.UTF_8);
    private static final String CONTENT_SHA = "fba93cf1e64d23e83dce2a2928b49d90c01e86a20c38f56304a837c1abc2b505";

    private final UsageFile draft = StoreFixtures.file(1).externalId("JULY").build();
    private final UsageFile ready = draft.change()
            .status(UsageFileStatus.READY)
            .upload(Upload.announced(SHA, CONTENT.length, null).received(AT))
            .counts(new RecordCounts(Map.of(RecordStatus.VALIDATED, 2L, RecordStatus.INVALID, 1L)))
            .lastRecordNumber(3)
            .build();
    private final List<UsageRecord> records = records(draft);
    private final List<PlacedProblem> problems =
            List.of(StoreFixtures.problem(1, 2, 4, 0), StoreFixtures.problem(1, 2, 5, 1));
    private final PartFile part = PartFile.made(
                    PartFileId.of(draft.id(), 1),
                    new HubId("HB-0001"),
                    new RecordCounts(Map.of(RecordStatus.ACCEPTED, 2L)),
                    AT)
            .completed(new PartContent("csv", CONTENT_SHA, CONTENT.length));
    private final ReconciliationFile reconciliation = ReconciliationFile.uploaded(
            ReconciliationFileId.of(draft.id(), 1), SHA, 4_711, StoreFixtures.CLOSING.by(), AT);
    private final Lease lease = new Lease("UF-2021-07-0000-0001", "process-1", AT);

    private static List<UsageRecord> records(UsageFile file) {
        var records = new ArrayList<>(StoreFixtures.records(file.id(), 1, 2));
        records.add(StoreFixtures.record(file.id(), 3).key(null).inError().build());
        return records;
    }

    /** Writes all of it into an empty database. */
    void write(DataSource source, Path directory) throws IOException {
        var store = JdbcUsageStore.open(source);
        store.inTransaction(session -> {
            session.files().insert(draft);
            session.records().append(draft.id(), records);
            session.files().update(ready);
            session.records().claimKeys(ready, taken -> {
                throw new AssertionError(taken);
            });
            session.problems().append(draft.id(), problems);
            session.history().append(StoreFixtures.event(draft, 1, EventAction.CREATE, "caf\u00e9 \ud83d\ude80"));
            session.history().append(StoreFixtures.event(ready, 2, EventAction.CREATE, null));
            session.history().markDelivered(draft.id(), 1);
            writeFiles(session);
            return session.leases().take(lease, AT);
        });
        Path upload = Files.write(directory.resolve("upload"), CONTENT);
        try (UploadSource content = UploadSource.of(upload)) {
            contents(source).put(draft.id(), CONTENT_SHA, content);
        }
    }

    private void writeFiles(StoreSession session) {
        session.parts().insert(PartFile.made(part.id(), part.hub(), part.counts(), AT));
        session.parts().update(part);
        session.reconciliations().insert(reconciliation);
        session.reconciliations().appendProblems(reconciliation.id(), problems);
    }

    private static JdbcContentStore contents(DataSource source) {
        return JdbcContentStore.open(ConnectionSource.owning(source), JdbcSettings.DEFAULT);
    }

    /** Reads all of it through the store. */
    void assertKept(DataSource source) throws IOException {
        var store = JdbcUsageStore.open(source);
        store.inTransaction(session -> {
            assertThat(session.files().find(draft.id(), StoreFixtures.SYSTEM)).contains(ready);
            assertThat(session.files().findByExternalId(draft.vendor(), draft.product(), "JULY"))
                    .contains(ready);
            assertThat(session.records().slice(draft.id(), -1, 10)).containsExactlyElementsOf(records);
            assertThat(session.records().findLive(draft.product(), draft.contract(), Set.of(key("R-1"), key("R-9"))))
                    .containsExactly(key("R-1"));
            assertThat(session.problems().list(draft.id(), null, 10)).containsExactlyElementsOf(problems);
            assertThat(session.history().list(draft.id(), 0, 10))
                    .containsExactly(
                            StoreFixtures.event(draft, 1, EventAction.CREATE, "caf\u00e9 \ud83d\ude80"),
                            StoreFixtures.event(ready, 2, EventAction.CREATE, null));
            assertThat(session.history().delivered(draft.id())).isEqualTo(1);
            assertThat(session.parts().list(draft.id(), StoreFixtures.SYSTEM)).containsExactly(part);
            assertThat(session.reconciliations().list(draft.id(), StoreFixtures.SYSTEM))
                    .containsExactly(reconciliation);
            assertThat(session.reconciliations().problems(reconciliation.id(), null, 10))
                    .containsExactlyElementsOf(problems);
            assertThat(session.leases().find(lease.subject())).contains(lease);
            return true;
        });
        try (UploadSource kept = contents(source).open(draft.id(), CONTENT_SHA);
                InputStream in = kept.open()) {
            assertThat(in.readAllBytes()).isEqualTo(CONTENT);
        }
    }

    /** What is kept can be changed by this version. */
    void assertChangeable(DataSource source) {
        var store = JdbcUsageStore.open(source);
        UsageFile next = StoreFixtures.file(2).externalId("AUGUST").build();
        store.inTransaction(session -> {
            session.files().insert(next);
            session.records().append(next.id(), StoreFixtures.records(next.id(), 1, 2));
            var taken = new ArrayList<UsageRecord>();
            session.records().claimKeys(next, taken::add);
            assertThat(taken).hasSize(2);
            session.records().move(draft.id(), RecordStatus.VALIDATED, RecordStatus.PENDING);
            session.reconciliations().update(reconciliation.begun());
            return true;
        });
    }

    private static RecordKey key(String text) {
        return new RecordKey(text);
    }
}
