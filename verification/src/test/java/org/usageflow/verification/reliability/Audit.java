package org.usageflow.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.RecordKey;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.query.FileQuery;
import org.usageflow.query.RecordQuery;

/** Looks at all that a store keeps, and at what processes wrote down before they were killed: nothing is lost, nothing is there twice or half. */
final class Audit {

    private static final int BATCH = 1_000;

    private final DatabaseSite site;
    private final Journal journal;

    Audit(DatabaseSite site, Journal journal) {
        this.site = site;
        this.journal = journal;
    }

    /** Checks everything. Gives how many files there are. */
    int check() {
        List<UsageFile> files = files();
        Map<UsageFileId, UsageFile> byId = new LinkedHashMap<>();
        files.forEach(file -> byId.put(file.id(), file));
        for (UsageFile file : files) {
            List<UsageRecord> records = records(file.id());
            checkSettled(file);
            checkRecords(file, records);
            checkUpload(file, records);
            checkLive(file, records);
            checkHistory(file);
        }
        checkDone(byId);
        checkHeard(byId);
        return files.size();
    }

    private List<UsageFile> files() {
        var all = new ArrayList<UsageFile>();
        var page = site.usage.files().list(FileQuery.ALL, Who.SYSTEM);
        all.addAll(page.items());
        while (page.next() != null) {
            page = site.usage.files().list(FileQuery.ALL.after(page.next()), Who.SYSTEM);
            all.addAll(page.items());
        }
        return all;
    }

    private List<UsageRecord> records(UsageFileId id) {
        var all = new ArrayList<UsageRecord>();
        var page = site.usage.records().list(RecordQuery.of(id), Who.SYSTEM);
        all.addAll(page.items());
        while (page.next() != null) {
            page = site.usage.records().list(RecordQuery.of(id).after(page.next()), Who.SYSTEM);
            all.addAll(page.items());
        }
        return all;
    }

    private static void checkSettled(UsageFile file) {
        assertThat(file.status()).as("%s after recover()", file).isNotEqualTo(UsageFileStatus.PROCESSING);
        if (file.status() == UsageFileStatus.UPLOADING) {
            assertThat(Objects.requireNonNull(file.upload()).isReceived())
                    .as("%s waits with all its bytes", file)
                    .isTrue();
        }
    }

    private static void checkRecords(UsageFile file, List<UsageRecord> records) {
        Map<RecordStatus, Long> counted = new EnumMap<>(RecordStatus.class);
        Set<UsageRecordId> ids = new HashSet<>();
        Set<Long> positions = new HashSet<>();
        Set<RecordKey> keys = new HashSet<>();
        for (UsageRecord each : records) {
            counted.merge(each.status(), 1L, Long::sum);
            assertThat(ids.add(each.id())).as("%s once", each.id()).isTrue();
            assertThat(positions.add(each.position()))
                    .as("%s at its own place", each.id())
                    .isTrue();
            assertThat(keys.add(each.key())).as("%s once", each.key()).isTrue();
        }
        assertThat(counted).as("counts of %s", file).isEqualTo(file.counts().byStatus());
    }

    private static void checkUpload(UsageFile file, List<UsageRecord> records) {
        Upload upload = file.upload();
        if (upload == null) {
            boolean appended = file.status() == UsageFileStatus.DRAFT;
            assertThat(records.isEmpty() || appended)
                    .as("%s without an upload", file)
                    .isTrue();
            return;
        }
        if (upload.isValid()) {
            assertThat(records)
                    .as("rows of %s", file)
                    .hasSize(Math.toIntExact(upload.rows().read()));
            BigDecimal sum = records.stream()
                    .map(each ->
                            Objects.requireNonNull(each.reported()).quantity().value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum)
                    .as("quantity of %s", file)
                    .isEqualByComparingTo(upload.totals().quantity());
        }
    }

    private void checkLive(UsageFile file, List<UsageRecord> records) {
        for (int from = 0; from < records.size(); from += BATCH) {
            Set<RecordKey> keys = new HashSet<>();
            records.subList(from, Math.min(records.size(), from + BATCH)).forEach(each -> keys.add(each.key()));
            Set<RecordKey> live = site.store.inTransaction(
                    session -> session.records().findLive(file.product(), file.contract(), keys));
            assertThat(live).as("live ids of %s", file).isEqualTo(file.hasLiveRecordKeys() ? keys : Set.of());
        }
    }

    private void checkHistory(UsageFile file) {
        List<UsageEvent> history = site.usage.files().history(file.id(), Who.SYSTEM);
        UsageFileStatus now = null;
        long number = 0;
        for (UsageEvent event : history) {
            assertThat(event.number()).as("%s", event).isEqualTo(++number);
            assertThat(event.from()).as("%s", event).isEqualTo(now);
            now = event.to();
        }
        assertThat(now).as("the end of the history of %s", file.id()).isEqualTo(file.status());
    }

    private void checkDone(Map<UsageFileId, UsageFile> files) {
        Map<UsageFileId, Set<String>> steps = new LinkedHashMap<>();
        for (String[] line : journal.read()) {
            if (!line[0].equals(Journal.DONE)) {
                continue;
            }
            if (line[1].equals("close_record")) {
                UsageRecord record = site.usage.records().record(new UsageRecordId(line[2]), Who.SYSTEM);
                assertThat(record.closing()).as("%s", record.id()).isNotNull();
                assertThat(record.closing().billingId()).isEqualTo(line[3]);
                continue;
            }
            UsageFileId id = new UsageFileId(line[2]);
            assertThat(files).as("%s", String.join(" ", line)).containsKey(id);
            assertThat(files.get(id).version().number())
                    .as("%s", String.join(" ", line))
                    .isGreaterThanOrEqualTo(Long.parseLong(line[3]));
            boolean told = !line[1].equals("receive");
            if (told) {
                steps.computeIfAbsent(id, any -> {
                    Set<String> seen = new HashSet<>();
                    site.usage
                            .files()
                            .history(id, Who.SYSTEM)
                            .forEach(event -> seen.add(event.version().number() + " " + event.to()));
                    return seen;
                });
                assertThat(steps.get(id)).as("%s", String.join(" ", line)).contains(line[3] + " " + line[4]);
            }
        }
    }

    /** Each event was heard, in order the first time, and what was heard ends where the file is. */
    private void checkHeard(Map<UsageFileId, UsageFile> files) {
        Map<UsageFileId, List<String>> heard = new LinkedHashMap<>();
        for (String[] line : journal.read()) {
            if (line[0].equals(Journal.HEARD)) {
                List<String> before = heard.computeIfAbsent(new UsageFileId(line[1]), any -> new ArrayList<>());
                long number = Long.parseLong(line[2]);
                assertThat(number)
                        .as("event %s of %s after %d", line[2], line[1], before.size())
                        .isLessThanOrEqualTo(before.size() + 1);
                if (number == before.size() + 1) {
                    before.add(line[3]);
                } else {
                    assertThat(line[3]).isEqualTo(before.get(Math.toIntExact(number) - 1));
                }
            }
        }
        for (UsageFile file : files.values()) {
            List<String> replayed = heard.getOrDefault(file.id(), List.of());
            List<String> history = site.usage.files().history(file.id(), Who.SYSTEM).stream()
                    .map(event -> event.to().name())
                    .toList();
            assertThat(replayed).as("what was heard of %s", file.id()).isEqualTo(history);
        }
    }
}
