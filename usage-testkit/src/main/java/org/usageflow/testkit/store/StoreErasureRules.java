package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.PartContent;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.Quantity;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.testkit.UsageFixtures;

/** What is erased on request, and what a lost process left. Source: rules §4.3, §4.4, §8 (retention). */
abstract class StoreErasureRules extends StoreLeaseRules {

    private static final Instant AT = Instant.parse("2021-08-10T09:00:00Z");
    private static final PartContent CONTENT = new PartContent("xlsx", "0123456789abcdef".repeat(4), 4_711);

    private static UsageRecord withPersonalData(UsageFileId file, int number) {
        UsageRecord base = StoreFixtures.record(file, number).build();
        ReportedRecord reported = ReportedRecord.builder(
                        new RecordKey("R-" + number),
                        ItemSearch.byMpn(UsageFixtures.CALLS.mpn()),
                        Quantity.of("28"),
                        UsageFixtures.WINDOW_JULY_8,
                        SubscriptionSearch.byId(UsageFixtures.SUBSCRIPTION.id().value()))
                .note("called by Ada")
                .parameter("user", "ada@example.org")
                .parameter("desk", "7")
                .build();
        return new UsageRecord(
                base.id(),
                base.position(),
                base.row(),
                base.key(),
                reported,
                base.item(),
                base.subscription(),
                RecordStatus.CLOSED,
                new Closing("INV-1", "for Ada", AT, UsageFixtures.distributor()),
                null,
                base.version());
    }

    @Test
    @DisplayName("STORE-135 MUST: a record that is erased comes back as it is then, and others as they were")
    void erased_record_comes_back_without_what_it_had() {
        UsageRecord one = withPersonalData(F1, 1);
        UsageRecord other = withPersonalData(F1, 2);
        given(StoreFixtures.file(1).status(UsageFileStatus.CLOSED), one, other);
        UsageRecord erased = one.withoutPersonalData();

        changeRecords(F1, session -> {
            session.records().erase(erased);
            assertThat(session.records().find(one.id(), StoreFixtures.SYSTEM)).contains(erased);
        });

        assertThat(record(one.id())).contains(erased);
        assertThat(erased.hasPersonalData()).isFalse();
        assertThat(all(F1)).containsExactly(erased, other);
    }

    @Test
    @DisplayName(
            "STORE-136 MUST: a record is erased from the version that is kept, and no other; one that does not exist not at all")
    void erasure_of_a_stale_record_is_refused() {
        UsageRecord one = withPersonalData(F1, 1);
        given(StoreFixtures.file(1).status(UsageFileStatus.CLOSED), one);
        changeRecords(F1, session -> session.records().erase(one.withoutPersonalData()));

        assertThatThrownBy(() -> changeRecords(F1, session -> session.records().erase(one.withoutPersonalData())))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> changeRecords(
                        F1,
                        session ->
                                session.records().erase(withPersonalData(F1, 2).withoutPersonalData())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    @DisplayName("STORE-137 MUST: a retired record is erased, and one of a deleted file, which slices still give")
    void records_that_left_every_query_are_erased() {
        UsageRecord retired = withPersonalData(F1, 1).withSuccessor(UsageRecordId.of(F2, 9));
        UsageRecord deleted = withPersonalData(F2, 1);
        given(StoreFixtures.file(1).status(UsageFileStatus.CLOSED), retired);
        given(StoreFixtures.file(2).status(UsageFileStatus.DELETED), deleted);

        assertThat(all(F2)).containsExactly(deleted);
        changeRecords(F1, session -> session.records().erase(retired.withoutPersonalData()));
        changeRecords(F2, session -> session.records().erase(deleted.withoutPersonalData()));

        assertThat(record(retired.id())).contains(retired.withoutPersonalData());
        assertThat(all(F2)).containsExactly(deleted.withoutPersonalData());
    }

    private static PlacedProblem withoutValues(PlacedProblem placed) {
        Problem problem = placed.problem();
        return new PlacedProblem(
                placed.key(), new Problem(problem.code(), problem.severity(), problem.place(), null, Map.of()));
    }

    @Test
    @DisplayName(
            "STORE-138 MUST: the problems of a row are without values and arguments once these are erased, and stay in their places")
    void values_of_a_rows_problems_are_erased() {
        given(StoreFixtures.file(1));
        given(StoreFixtures.file(2));
        var before = List.of(
                StoreFixtures.problem(3, 4, 0, 1),
                StoreFixtures.problem(4, 3, 0, 2),
                StoreFixtures.problem(4, 4, 0, 3),
                StoreFixtures.problem(4, 4, 1, 4),
                StoreFixtures.problem(4, 5, 0, 5));
        for (UsageFileId file : List.of(F1, F2)) {
            change(session -> session.problems().append(file, before));
        }

        change(session -> {
            session.problems().eraseValues(F1, 4);
            session.problems().eraseValues(F1, 77);
        });

        var after = new ArrayList<>(before);
        after.set(2, withoutValues(before.get(2)));
        after.set(3, withoutValues(before.get(3)));
        assertThat(askList(session -> session.problems().list(F1, null, 10))).isEqualTo(after);
        assertThat(askList(session -> session.problems().list(F2, null, 10))).isEqualTo(before);
        assertThat(askMap(session -> session.problems().counts(F1))).isEqualTo(Map.of(ProblemCode.VALUE_REQUIRED, 5L));
    }

    @Test
    @DisplayName(
            "STORE-139 MUST: the problems of a reconciliation file are without values and arguments once these are erased, no others are")
    void values_of_a_reconciliation_files_problems_are_erased() {
        given(StoreFixtures.file(1).status(UsageFileStatus.ACCEPTED));
        var found = List.of(StoreFixtures.problem(0, -1, -1, 1), StoreFixtures.problem(4, 0, 0, 2));
        change(session -> {
            session.problems().append(F1, found);
            for (int number = 1; number <= 2; number++) {
                ReconciliationFile file = uploaded(F1, number);
                session.reconciliations().insert(file);
                session.reconciliations().appendProblems(file.id(), found);
            }
        });
        ReconciliationFileId first = ReconciliationFileId.of(F1, 1);
        ReconciliationFileId second = ReconciliationFileId.of(F1, 2);

        change(session -> session.reconciliations().eraseValues(first));

        assertThat(askList(session -> session.reconciliations().problems(first, null, 10)))
                .containsExactly(withoutValues(found.get(0)), withoutValues(found.get(1)));
        assertThat(askList(session -> session.reconciliations().problems(second, null, 10)))
                .isEqualTo(found);
        assertThat(askList(session -> session.problems().list(F1, null, 10))).isEqualTo(found);
    }

    private static ReconciliationFile uploaded(UsageFileId file, int number) {
        return ReconciliationFile.uploaded(
                ReconciliationFileId.of(file, number),
                "0123456789abcdef".repeat(4),
                4_711,
                StoreFixtures.CLOSING.by(),
                AT);
    }

    @Test
    @DisplayName("STORE-140 MUST: parts in draft are listed by id over all files, from behind one, at most so many")
    void unsettled_parts_are_listed() {
        var counts = new RecordCounts(Map.of(RecordStatus.ACCEPTED, 3L));
        var drafts = new ArrayList<PartFile>();
        for (UsageFileId file : List.of(F2, F1)) {
            given(StoreFixtures.file(file.equals(F1) ? 1 : 2).status(UsageFileStatus.ACCEPTED));
            for (int number = 1; number <= 4; number++) {
                PartFile part = PartFile.made(PartFileId.of(file, number), null, counts, AT);
                change(session -> session.parts().insert(part));
                if (number == 2) {
                    change(session -> session.parts().update(part.completed(CONTENT)));
                } else if (number == 3) {
                    PartFile again = part.failed("why").regenerated(counts);
                    change(session -> session.parts().update(part.failed("why")));
                    change(session -> session.parts().update(again));
                    drafts.add(again);
                } else {
                    drafts.add(part);
                }
            }
        }
        drafts.sort((one, other) -> one.id().compareTo(other.id()));

        assertThat(askList(session -> session.parts().unsettled(null, 10))).isEqualTo(drafts);
        assertThat(askList(session -> session.parts().unsettled(null, 2))).isEqualTo(drafts.subList(0, 2));
        assertThat(askList(session -> session.parts().unsettled(drafts.get(1).id(), 3)))
                .isEqualTo(drafts.subList(2, 5));
        assertThat(askList(session -> session.parts().unsettled(PartFileId.of(F1, 2), 1)))
                .isEqualTo(drafts.subList(1, 2));
        assertThat(askList(session -> session.parts().unsettled(drafts.get(5).id(), 10)))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "STORE-141 MUST: reconciliation files in processing are listed by id over all files, from behind one, at most so many")
    void unsettled_reconciliations_are_listed() {
        var begun = new ArrayList<ReconciliationFile>();
        for (UsageFileId file : List.of(F2, F1)) {
            given(StoreFixtures.file(file.equals(F1) ? 1 : 2).status(UsageFileStatus.ACCEPTED));
            for (int number = 1; number <= 3; number++) {
                ReconciliationFile uploaded = uploaded(file, number);
                change(session -> session.reconciliations().insert(uploaded));
                if (number > 1) {
                    ReconciliationFile taken = uploaded.begun();
                    change(session -> session.reconciliations().update(taken));
                    begun.add(taken);
                }
            }
            ReconciliationFile last = begun.remove(begun.size() - 1);
            change(session -> session.reconciliations().update(last.failed("why", last.counts())));
        }
        Collections.reverse(begun);

        assertThat(askList(session -> session.reconciliations().unsettled(null, 10)))
                .isEqualTo(begun);
        assertThat(askList(session -> session.reconciliations().unsettled(null, 1)))
                .isEqualTo(begun.subList(0, 1));
        assertThat(askList(session ->
                        session.reconciliations().unsettled(begun.get(0).id(), 10)))
                .isEqualTo(begun.subList(1, 2));
        assertThat(askList(session ->
                        session.reconciliations().unsettled(begun.get(1).id(), 10)))
                .isEmpty();
    }
}
