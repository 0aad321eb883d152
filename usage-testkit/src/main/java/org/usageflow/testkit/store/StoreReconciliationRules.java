package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.Party;
import org.usageflow.model.ReconciliationCounts;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.UsageEvent;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.testkit.UsageFixtures;

/** Reconciliation files and their problems. Source: rules §3.7, §4.4, §5. */
abstract class StoreReconciliationRules extends StorePartRules {

    private static ReconciliationFile uploaded(int number) {
        return ReconciliationFile.uploaded(
                ReconciliationFileId.of(F1, number),
                "0123456789abcdef".repeat(4),
                4_711,
                StoreFixtures.CLOSING.by(),
                Instant.parse("2021-08-10T09:00:00Z"));
    }

    private ReconciliationFile kept(ReconciliationFile file) {
        change(session -> session.reconciliations().insert(file));
        return file;
    }

    private ReconciliationFile changed(ReconciliationFile file) {
        change(session -> session.reconciliations().update(file));
        return file;
    }

    private Optional<ReconciliationFile> found(ReconciliationFileId id, ReadScope reader) {
        return ask(session -> session.reconciliations().find(id, reader));
    }

    private List<ReconciliationFile> listed(ReadScope reader) {
        return ask(session -> session.reconciliations().list(F1, reader));
    }

    private List<PlacedProblem> problems(ReconciliationFileId id, @Nullable ProblemKey after, int limit) {
        return ask(session -> session.reconciliations().problems(id, after, limit));
    }

    private void givenAccepted() {
        given(StoreFixtures.file(1).status(UsageFileStatus.ACCEPTED));
    }

    @Test
    @DisplayName("STORE-121 MUST: a reconciliation file comes back as it was kept, in every status")
    void reconciliation_file_comes_back_equal() {
        givenAccepted();
        ReconciliationFile first = kept(uploaded(1));
        assertThat(found(first.id(), StoreFixtures.SYSTEM)).contains(first);

        ReconciliationFile begun = changed(first.begun());
        assertThat(found(first.id(), StoreFixtures.SYSTEM)).contains(begun);

        ReconciliationFile done = changed(begun.processed(new ReconciliationCounts(3_000_000_000L, 2, 1)));
        assertThat(found(first.id(), StoreFixtures.SYSTEM)).contains(done);

        ReconciliationFile second = kept(uploaded(2));
        ReconciliationFile failed = changed(changed(second.begun()).failed("why \u00e9", ReconciliationCounts.NONE));
        assertThat(listed(StoreFixtures.BUYER)).containsExactly(done, failed);
    }

    @Test
    @DisplayName(
            "STORE-122 MUST: reconciliation files are there for the file's buyer and the system, and for nobody else")
    void reconciliation_files_are_the_buyers() {
        givenAccepted();
        ReconciliationFile file = kept(uploaded(1));

        for (ReadScope reader : List.of(StoreFixtures.BUYER, StoreFixtures.SYSTEM)) {
            assertThat(found(file.id(), reader)).contains(file);
            assertThat(listed(reader)).containsExactly(file);
        }
        for (ReadScope reader : List.of(StoreFixtures.VENDOR, StoreFixtures.RESELLER_1, StoreFixtures.RESELLER_2)) {
            assertThat(found(file.id(), reader)).isEmpty();
            assertThat(listed(reader)).isEmpty();
        }
        assertThat(found(ReconciliationFileId.of(F1, 2), StoreFixtures.SYSTEM)).isEmpty();
        assertThat(found(ReconciliationFileId.of(F2, 1), StoreFixtures.SYSTEM)).isEmpty();
    }

    @Test
    @DisplayName(
            "STORE-123 MUST: a reconciliation file is changed from the version that is kept, and its id taken once")
    void update_of_a_reconciliation_file_from_a_stale_version_is_refused() {
        givenAccepted();
        ReconciliationFile first = kept(uploaded(1));
        ReconciliationFile begun = changed(first.begun());

        assertThatThrownBy(() -> changed(first.begun())).isInstanceOfSatisfying(StaleVersionException.class, stale -> {
            assertThat(stale.subject()).isEqualTo(first.id().value());
            assertThat(stale.expected()).isEqualTo(first.version());
            assertThat(stale.actual()).isEqualTo(begun.version());
        });
        assertThatThrownBy(() -> changed(uploaded(2).begun())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> kept(uploaded(1))).isInstanceOf(StaleVersionException.class);
        assertThat(found(first.id(), StoreFixtures.SYSTEM)).contains(begun);
    }

    @Test
    @DisplayName("STORE-124 MUST: problems of a reconciliation file are its own, and listed by their keys from one on")
    void problems_of_reconciliation_files_are_listed_in_order() {
        givenAccepted();
        ReconciliationFileId one = kept(uploaded(1)).id();
        ReconciliationFileId other = kept(uploaded(2)).id();
        PlacedProblem first = StoreFixtures.problem(ProblemKey.RECORDS, 0, 1, 7);
        PlacedProblem second = StoreFixtures.problem(ProblemKey.RECORDS, 2, 0, 1);
        PlacedProblem third = StoreFixtures.problem(ProblemKey.RECORDS, 10, 0, 2);

        change(session -> session.reconciliations().appendProblems(one, List.of(third, first)));
        change(session -> session.reconciliations().appendProblems(one, List.of(second)));

        assertThat(problems(one, null, 10)).containsExactly(first, second, third);
        assertThat(problems(one, first.key(), 1)).containsExactly(second);
        assertThat(problems(one, third.key(), 10)).isEmpty();
        assertThat(problems(other, null, 10)).isEmpty();
        List<PlacedProblem> ofFile = ask(session -> session.problems().list(F1, null, 10));
        assertThat(ofFile).isEmpty();
        assertThatThrownBy(() -> change(session ->
                        session.reconciliations().appendProblems(ReconciliationFileId.of(F1, 9), List.of(first))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    @DisplayName("STORE-125 MUST: part files and reconciliation files stay as they are when their file changes")
    void change_of_the_file_leaves_what_is_the_buyers() {
        givenAccepted();
        ReconciliationFile file = kept(uploaded(1));

        changeRecords(
                F1,
                session -> session.history()
                        .append(StoreFixtures.event(
                                session.files().find(F1, StoreFixtures.SYSTEM).orElseThrow(),
                                1,
                                EventAction.UPLOAD_RECONCILIATION,
                                file.id().value())));

        assertThat(found(file.id(), StoreFixtures.reader(Party.DISTRIBUTOR, UsageFixtures.DISTRIBUTOR)))
                .contains(file);
        List<UsageEvent> events = ask(session -> session.history().list(F1, 0, 10));
        assertThat(events)
                .extracting(UsageEvent::note)
                .containsExactly(file.id().value());
    }
}
