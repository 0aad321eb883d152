package org.usageflow.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.PartFile;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.query.FileQuery;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.spi.store.UsageStore;

/**
 * All that a store keeps of a usage file, as it is at one moment; what was delivered of its events aside.
 *
 * @param records by id, retired ones too
 * @param live which of the records' ids are held, by this file or another
 * @param content of its uploads that is kept, by SHA-256; empty where nobody looked
 */
record StoredFile(
        UsageFile file,
        List<UsageRecord> records,
        List<PlacedProblem> problems,
        List<UsageEvent> history,
        List<PartFile> parts,
        List<ReconciliationFile> reconciliations,
        List<PlacedProblem> reconciliationProblems,
        Set<RecordKey> live,
        Set<String> content) {

    private static final int BATCH = 1_000;
    private static final ReadScope EVERYTHING = ReadScope.of(Who.SYSTEM, Map.of());

    /** Every file, by id, with its content. */
    static List<StoredFile> all(FaultSite.Stores stores) {
        List<StoredFile> files = stores.usage()
                .inTransaction(session -> session.files().list(FileQuery.ALL.limit(BATCH), EVERYTHING).stream()
                        .sorted(Comparator.comparing(UsageFile::id))
                        .map(file -> read(session, file))
                        .toList());
        return files.stream().map(each -> each.withContent(stores.content())).toList();
    }

    static StoredFile of(UsageStore store, UsageFileId id) {
        return store.inTransaction(
                session -> read(session, session.files().find(id, EVERYTHING).orElseThrow()));
    }

    private StoredFile withContent(ContentStore store) {
        try {
            return new StoredFile(
                    file,
                    records,
                    problems,
                    history,
                    parts,
                    reconciliations,
                    reconciliationProblems,
                    live,
                    store.list(file.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what tells how parts and reconciliations were settled by these actions. */
    StoredFile unsettled(Set<EventAction> settling) {
        return new StoredFile(
                file,
                records,
                problems,
                history.stream()
                        .filter(each -> !settling.contains(each.action()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                live,
                content);
    }

    private static StoredFile read(StoreSession session, UsageFile file) {
        List<UsageRecord> records = records(session, file);
        List<ReconciliationFile> reconciliations = session.reconciliations().list(file.id(), EVERYTHING);
        var refused = new ArrayList<PlacedProblem>();
        reconciliations.forEach(each -> refused.addAll(session.reconciliations().problems(each.id(), null, BATCH)));
        return new StoredFile(
                file,
                records,
                session.problems().list(file.id(), null, Integer.MAX_VALUE),
                session.history().list(file.id(), 0, Integer.MAX_VALUE),
                session.parts().list(file.id(), EVERYTHING),
                reconciliations,
                refused,
                live(session, file, records),
                Set.of());
    }

    private static List<UsageRecord> records(StoreSession session, UsageFile file) {
        var records = new ArrayList<UsageRecord>();
        for (int from = 1; from <= file.lastRecordNumber(); from += BATCH) {
            var ids = new ArrayList<UsageRecordId>();
            for (int number = from; number < from + BATCH && number <= file.lastRecordNumber(); number++) {
                ids.add(UsageRecordId.of(file.id(), number));
            }
            session.records().findAll(ids, EVERYTHING).stream()
                    .sorted(Comparator.comparing(UsageRecord::id))
                    .forEach(records::add);
        }
        return records;
    }

    private static Set<RecordKey> live(StoreSession session, UsageFile file, List<UsageRecord> records) {
        Set<RecordKey> live = new HashSet<>();
        for (int from = 0; from < records.size(); from += BATCH) {
            Set<RecordKey> keys = new HashSet<>();
            records.subList(from, Math.min(from + BATCH, records.size())).stream()
                    .filter(each -> each.key() != null)
                    .forEach(each -> keys.add(each.key()));
            live.addAll(session.records().findLive(file.product(), file.contract(), keys));
        }
        return live;
    }

    /** Whether nobody is at work on it, or the library alone could go on: neither it, nor a part, nor a reconciliation is between two states. */
    boolean isSettled() {
        boolean waits = file.status() == UsageFileStatus.UPLOADING
                && file.upload() != null
                && file.upload().isReceived();
        return file.status() != UsageFileStatus.PROCESSING
                && (file.status() != UsageFileStatus.UPLOADING || waits)
                && parts.stream().noneMatch(each -> each.status().name().equals("DRAFT"))
                && reconciliations.stream()
                        .noneMatch(each -> each.status().name().equals("PROCESSING"));
    }

    /** Whether the file was given up: invalid, and nothing of the failed try is left (rules §4.1 row 14). */
    boolean isGivenUp() {
        return file.status() == UsageFileStatus.INVALID
                && file.upload() == null
                && file.counts().total() == 0
                && file.notes().error() != null
                && records.isEmpty()
                && problems.isEmpty()
                && live.isEmpty();
    }

    /** Where it stands, for a person. */
    String outline() {
        var words = new StringBuilder(file.status().name());
        if (file.status() == UsageFileStatus.UPLOADING && file.upload() != null) {
            words.append(file.upload().isReceived() ? " received" : "");
        }
        long closed = file.counts().of(RecordStatus.CLOSED);
        if (closed > 0) {
            words.append(' ').append(closed).append(" closed");
        }
        if (!parts.isEmpty()) {
            words.append(' ')
                    .append(parts.stream()
                            .map(each -> each.status() + (each.outdated() ? " outdated" : ""))
                            .toList());
        }
        if (!reconciliations.isEmpty()) {
            words.append(' ')
                    .append(reconciliations.stream()
                            .map(ReconciliationFile::status)
                            .toList());
        }
        return words.toString();
    }

    /** Checks that the parts of it tell the same story. */
    void check() {
        if (file.status() != UsageFileStatus.DELETED) {
            Map<RecordStatus, Long> counted = new EnumMap<>(RecordStatus.class);
            Set<Long> positions = new HashSet<>();
            for (UsageRecord each : records) {
                if (!each.isRetired()) {
                    counted.merge(each.status(), 1L, Long::sum);
                    assertThat(positions.add(each.position()))
                            .as("the place of %s", each.id())
                            .isTrue();
                }
            }
            assertThat(counted)
                    .as("records of %s", file)
                    .isEqualTo(file.counts().byStatus());
        }
        checkHistory();
    }

    private void checkHistory() {
        UsageFileStatus now = null;
        long number = 0;
        for (UsageEvent event : history) {
            assertThat(event.number()).as("%s", event).isEqualTo(++number);
            assertThat(event.from()).as("%s", event).isEqualTo(now);
            now = event.to();
        }
        assertThat(now).as("the end of the history of %s", file).isEqualTo(file.status());
    }
}
