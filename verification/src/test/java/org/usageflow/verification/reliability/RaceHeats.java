package org.usageflow.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CreateFile;
import org.usageflow.core.UploadRequest;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.query.FileQuery;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.UsageFixtures;

/** The heats of a round, and what must be so after each of them. */
final class RaceHeats {

    private static final int ROWS = 10_000;
    private static final Set<String> CONFLICTS = Set.of("ActionRefusedException", "StaleVersionException");

    private final DatabaseSite site;
    private final List<RaceGroup> groups;
    private final int callers;
    private final Path directory;
    private final Map<String, Map<String, Integer>> tally = new LinkedHashMap<>();

    RaceHeats(DatabaseSite site, List<RaceGroup> groups, int callers, Path directory) {
        this.site = site;
        this.groups = groups;
        this.callers = callers;
        this.directory = directory;
    }

    void run(int round) {
        UsageFileId winner = judged(round);
        UsageFileId decided = decided(winner);
        if (decided != null) {
            closed(decided);
        }
        closed(accepted(round, "small", 3));
        closedOneByOne(accepted(round, "records", callers));
        created(round);
        uploaded(round);
        assertThat(drained()).as("files whose events nobody heard").isEmpty();
    }

    /** Prints how many callers got which answer. */
    void print() {
        tally.forEach((heat, kinds) -> System.out.println("  " + heat + ": " + kinds));
    }

    private List<RaceAnswer> race(String heat, IntFunction<String> deed) {
        List<String> deeds = IntStream.range(0, callers).mapToObj(deed).toList();
        int each = callers / groups.size();
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).ready(deeds.subList(i * each, (i + 1) * each));
        }
        groups.forEach(RaceGroup::go);
        var answers = new ArrayList<RaceAnswer>();
        groups.forEach(group -> answers.addAll(group.answers()));
        Map<String, Integer> kinds = tally.computeIfAbsent(heat, any -> new TreeMap<>());
        answers.forEach(answer -> kinds.merge(answer.kind(), 1, Integer::sum));
        return answers;
    }

    /** One winner, and conflicts with a name for everyone else. */
    private static RaceAnswer oneDone(List<RaceAnswer> answers) {
        assertThat(answers).filteredOn(RaceAnswer::isDone).hasSize(1);
        assertThat(answers)
                .filteredOn(each -> !each.isDone())
                .allSatisfy(each -> assertThat(each.kind()).as("%s", each).isIn(CONFLICTS));
        return answers.stream().filter(RaceAnswer::isDone).findFirst().orElseThrow();
    }

    /**
     * The same 10,000 rows in three files, rows of which half are those, and rows that have half of them in common with the latter and none with the former. Gives a file that is ready.
     */
    private UsageFileId judged(int round) {
        int[] begins = {0, 0, 0, ROWS / 2, ROWS};
        var files = new ArrayList<UsageFileId>();
        for (int begin : begins) {
            UsageFileId id = draft("race " + round);
            receive(id, rows("R" + round + "-", begin, begin + ROWS));
            files.add(id);
        }

        List<RaceAnswer> answers = race("process", caller -> "process " + files.get(caller % files.size()));

        for (UsageFileId id : files) {
            oneDone(answers.stream()
                    .filter(each -> each.deed().endsWith(id.value()))
                    .toList());
        }
        List<StoredFile> stored =
                files.stream().map(id -> StoredFile.of(site.store, id)).toList();
        new RaceClaims(stored).check(ROWS);
        return stored.stream()
                .filter(each -> each.file().status() == UsageFileStatus.READY)
                .findFirst()
                .orElseThrow()
                .file()
                .id();
    }

    /** Half of the callers accept the file, the others reject it. Gives it if it was accepted, else null. */
    private UsageFileId decided(UsageFileId ready) {
        site.usage.files().submit(ready, UsageFixtures.vendor());

        List<RaceAnswer> answers =
                race("accept or reject", caller -> (caller % 2 == 0 ? "accept " : "reject ") + ready);

        RaceAnswer winner = oneDone(answers);
        StoredFile now = StoredFile.of(site.store, ready);
        now.check();
        assertThat(now.file().status().name()).isEqualTo(winner.detail());
        boolean accepted = winner.deed().startsWith("accept");
        assertThat(now.file().counts().of(accepted ? RecordStatus.ACCEPTED : RecordStatus.REJECTED))
                .isEqualTo(ROWS);
        assertThat(now.live()).hasSize(accepted ? ROWS : 0);
        return accepted ? ready : null;
    }

    /** Everybody closes the file, each by a billing id of its own. */
    private void closed(UsageFileId accepted) {
        List<RaceAnswer> answers = race("close the file", caller -> "close " + accepted + " INV-" + caller);

        RaceAnswer winner = oneDone(answers);
        StoredFile now = StoredFile.of(site.store, accepted);
        now.check();
        assertThat(now.file().status()).isEqualTo(UsageFileStatus.CLOSED);
        assertThat(now.records())
                .allSatisfy(each ->
                        assertThat(winner.deed()).endsWith(" " + each.closing().billingId()));
    }

    /** Each closes a record of its own, which is refused to nobody; the last one closes the file. */
    private void closedOneByOne(UsageFileId accepted) {
        List<RaceAnswer> answers = race(
                "close a record each",
                caller -> "close-record " + UsageRecordId.of(accepted, caller + 1) + " INV-" + (caller + 1));

        assertThat(answers)
                .allSatisfy(each -> assertThat(each.isDone()).as("%s", each).isTrue());
        StoredFile now = StoredFile.of(site.store, accepted);
        now.check();
        assertThat(now.file().status()).isEqualTo(UsageFileStatus.CLOSED);
        assertThat(now.records())
                .allSatisfy(each -> assertThat(each.closing().billingId())
                        .isEqualTo("INV-" + each.id().number()));
    }

    /** The same request from everybody makes one file; and of two requests under one id one makes a file, and the other is a conflict. */
    private void created(int round) {
        List<RaceAnswer> same = race("create the same", caller -> "create July EXT-" + round);

        assertThat(same)
                .allSatisfy(each -> assertThat(each.isDone()).as("%s", each).isTrue());
        assertThat(same).extracting(RaceAnswer::detail).containsOnly(same.get(0).detail());

        List<RaceAnswer> two = race(
                "create another under the id",
                caller -> "create " + (caller % 2 == 0 ? "July" : "August") + " EXT-TWO-" + round);

        List<RaceAnswer> made = two.stream().filter(RaceAnswer::isDone).toList();
        assertThat(made).hasSize(callers / 2);
        assertThat(made).extracting(RaceAnswer::detail).containsOnly(made.get(0).detail());
        assertThat(made).extracting(RaceAnswer::deed).containsOnly(made.get(0).deed());
        assertThat(two)
                .filteredOn(each -> !each.isDone())
                .extracting(RaceAnswer::kind)
                .containsOnly("ExternalIdConflictException");
        for (String external : List.of("EXT-" + round, "EXT-TWO-" + round)) {
            assertThat(site.usage
                            .files()
                            .list(FileQuery.ALL.limit(1_000), Who.SYSTEM)
                            .items())
                    .filteredOn(file -> external.equals(file.details().externalId()))
                    .hasSize(1);
        }
    }

    /** Everybody uploads the same bytes to the same draft: they are judged once. */
    private void uploaded(int round) {
        UsageFileId draft = draft("uploads " + round);
        Path content = directory.resolve("upload-" + round + ".csv");
        write(rows("U" + round + "-", 0, 1_000), content);

        List<RaceAnswer> answers = race("upload the same", caller -> "upload " + draft + " " + content);

        assertThat(answers).filteredOn(RaceAnswer::isDone).hasSize(1);
        Set<String> allowed = new LinkedHashSet<>(CONFLICTS);
        allowed.add(RaceAnswer.REPEATED);
        assertThat(answers)
                .filteredOn(each -> !each.isDone())
                .allSatisfy(each -> assertThat(each.kind()).as("%s", each).isIn(allowed));
        StoredFile now = StoredFile.of(site.store, draft);
        now.check();
        assertThat(now.file().status()).isEqualTo(UsageFileStatus.READY);
        assertThat(now.records()).hasSize(1_000);
        assertThat(now.live()).hasSize(1_000);
    }

    private List<UsageFileId> drained() {
        site.usage.events().drain();
        return site.store.inTransaction(session -> session.history().undelivered("", 100));
    }

    private UsageFileId draft(String name) {
        CreateFile command = CreateFile.of(
                name,
                site.world.product().id(),
                site.world.contract().id(),
                site.world.marketplace().id(),
                site.world.period());
        return site.usage.files().create(command, UsageFixtures.vendor()).id();
    }

    private static List<ReportedRecord> rows(String prefix, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> UsageFixtures.record(prefix + i).build())
                .toList();
    }

    private void receive(UsageFileId id, List<ReportedRecord> rows) {
        try (UploadSource upload = site.upload(rows)) {
            site.usage.files().receive(id, UploadRequest.of(upload), UsageFixtures.vendor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<ReportedRecord> rows, Path target) {
        try (UploadSource upload = site.upload(rows);
                InputStream in = upload.open()) {
            Files.copy(in, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An accepted file of so many records that were appended. */
    private UsageFileId accepted(int round, String name, int count) {
        UsageFileId id = draft(name + " " + round);
        var files = site.usage.files();
        files.append(new AppendRecords(id, null, rows(name + round + "-", 0, count)), UsageFixtures.vendor());
        files.process(id, ProgressListener.NONE, UsageFixtures.vendor());
        files.submit(id, UsageFixtures.vendor());
        files.accept(id, null, UsageFixtures.distributor());
        assertThat(StoredFile.of(site.store, id).records().stream()
                        .map(UsageRecord::status)
                        .collect(Collectors.toSet()))
                .containsExactly(RecordStatus.ACCEPTED);
        return id;
    }
}
