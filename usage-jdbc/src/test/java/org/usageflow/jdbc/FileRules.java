package org.usageflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.usageflow.databases.TestDatabase;
import org.usageflow.error.StaleVersionException;
import org.usageflow.jdbc.ContractDatabase.Access;
import org.usageflow.jdbc.ContractDatabase.Opened;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.ContractId;
import org.usageflow.model.EventAction;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileNotes;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.query.FileQuery;
import org.usageflow.query.FileSort;
import org.usageflow.query.PageKey;
import org.usageflow.spi.store.FileStore.Insertion;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.spi.store.StoreWork;
import org.usageflow.testkit.store.StoreFixtures;

/** Files, their events and problems: what the contract leaves open. Source: rules §1, §8, §10. */
abstract class FileRules {

    private static final UsageFileId F1 = StoreFixtures.fileId(1);
    private static final UsageFileId F2 = StoreFixtures.fileId(2);
    private static final ProductId OTHER_PRODUCT = new ProductId("PRD-113-628-781");
    private static final ContractId OTHER_CONTRACT = new ContractId("CRD-90574-88738-44764");

    /** A NUL, halves of pairs, what looks like a list of texts, and all that is quoted. */
    private static final String ANY_CHARACTER = "[\"a\u0000b\uD835 \uDCB3\uD835\uDCB3 \\ \" \u007F\t\r\n\u2028";

    private final TestDatabase.Kind kind;
    private Opened opened;

    @SuppressWarnings("NullAway.Init") // opened before each test
    FileRules(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        opened = ContractDatabase.emptied(kind, Access.AUTO_COMMIT);
    }

    private <T> T ask(StoreWork<T> work) {
        return opened.store().inTransaction(work);
    }

    private Insertion inserted(UsageFile file) {
        return ask(session -> session.files().insert(file));
    }

    private UsageFile updated(UsageFile changed) {
        return ask(session -> {
            session.files().update(changed);
            return changed;
        });
    }

    private Optional<UsageFile> file(UsageFileId id) {
        return ask(session -> session.files().find(id, StoreFixtures.SYSTEM));
    }

    @Test
    void insertion_with_an_external_id_that_is_taken_leaves_no_row_anywhere() {
        inserted(StoreFixtures.file(1).externalId("EXT-1").build());

        Insertion outcome = inserted(StoreFixtures.file(2)
                .externalId("EXT-1")
                .contract(OTHER_CONTRACT)
                .build());

        assertThat(outcome).isEqualTo(Insertion.EXTERNAL_ID_TAKEN);
        assertThat(opened.rows("file_id")).isEqualTo(1);
        assertThat(opened.rows("scope")).isEqualTo(1);
        assertThat(opened.rows("file")).isEqualTo(1);
    }

    @Test
    void insertion_beside_one_that_is_rolled_back_is_done() throws Exception {
        var isIn = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        var failing = new FutureTask<>(() -> ask(session -> {
            session.files().insert(StoreFixtures.file(1).externalId("EXT-1").build());
            isIn.countDown();
            awaited(asked);
            throw new IllegalStateException("deliberate");
        }));
        new Thread(failing).start();
        awaited(isIn);

        var other = new FutureTask<>(
                () -> inserted(StoreFixtures.file(1).externalId("EXT-1").build()));
        new Thread(other).start();
        asked.countDown();

        assertThatThrownBy(() -> done(failing)).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(done(other)).isEqualTo(Insertion.DONE);
        assertThat(file(F1)).isPresent();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static <T> T done(FutureTask<T> task) throws ExecutionException, InterruptedException, TimeoutException {
        return task.get(60, TimeUnit.SECONDS);
    }

    @Test
    void update_to_another_product_takes_the_file_to_the_scope_of_that_product() {
        UsageFile first = StoreFixtures.file(1).externalId("EXT-1").build();
        inserted(first);
        inserted(StoreFixtures.file(2).product(OTHER_PRODUCT).build());

        UsageFile moved = updated(first.change()
                .details(details(first, OTHER_PRODUCT, first.vendor()))
                .build());

        assertThat(file(F1)).contains(moved);
        Optional<UsageFile> found =
                ask(session -> session.files().findByExternalId(first.vendor(), OTHER_PRODUCT, "EXT-1"));
        assertThat(found).contains(moved);
        ask(session -> {
            session.records().append(F1, StoreFixtures.records(F1, 1, 1));
            session.records().append(F2, StoreFixtures.records(F2, 1, 1));
            return true;
        });
        assertThat(taken(F2)).isEmpty();
        assertThat(taken(F1)).hasSize(1);
    }

    private List<Object> taken(UsageFileId id) {
        return ask(session -> {
            var taken = new ArrayList<Object>();
            UsageFile file = session.files().find(id, StoreFixtures.SYSTEM).orElseThrow();
            session.records().claimKeys(file, taken::add);
            return taken;
        });
    }

    @Test
    void update_there_and_back_leaves_each_scope_a_number_of_its_own() {
        UsageFile first = StoreFixtures.file(1).build();
        inserted(first);
        UsageFile there = updated(first.change()
                .details(details(first, OTHER_PRODUCT, first.vendor()))
                .build());

        UsageFile back = updated(there.change().details(first.details()).build());

        assertThat(file(F1)).contains(back);
        assertThat(opened.rows("scope")).isEqualTo(2);
    }

    @Test
    void update_to_another_vendor_is_refused() {
        UsageFile first = StoreFixtures.file(1).build();
        inserted(first);
        UsageFile stolen = first.change()
                .details(details(first, first.product(), new AccountId("VA-000-001")))
                .build();

        assertThatThrownBy(() -> updated(stolen)).isInstanceOf(IllegalArgumentException.class);
        assertThat(file(F1)).contains(first);
    }

    private static FileDetails details(UsageFile file, ProductId product, AccountId vendor) {
        FileDetails all = file.details();
        return new FileDetails(
                all.name(),
                ANY_CHARACTER,
                "[\"quoted\"]",
                all.externalId(),
                product,
                all.contract(),
                all.marketplace(),
                vendor,
                all.buyer(),
                all.schema(),
                all.period(),
                all.currency(),
                all.environment(),
                all.kind());
    }

    @Test
    void texts_that_people_write_come_back_whatever_their_characters() {
        UsageFile first = StoreFixtures.file(1).build();
        inserted(first);

        UsageFile changed = updated(first.change()
                .details(details(first, first.product(), first.vendor()))
                .notes(new FileNotes(ANY_CHARACTER, "", "[\""))
                .build());
        ask(session -> {
            session.history().append(StoreFixtures.event(changed, 1, EventAction.EDIT, ANY_CHARACTER));
            return true;
        });

        assertThat(file(F1)).contains(changed);
        assertThat(ask(session -> session.history().list(F1, 0, 10)).get(0).note())
                .isEqualTo(ANY_CHARACTER);
    }

    @Test
    void problems_come_back_whatever_their_characters() {
        inserted(StoreFixtures.file(1).build());
        var problem = new PlacedProblem(
                new ProblemKey(ProblemKey.RECORDS, 0, 0, 1),
                Problem.of(
                        ProblemCode.VALUE_HAS_CONTROL_CHARACTER,
                        new Place(ANY_CHARACTER, 2L, ANY_CHARACTER, null, ""),
                        ANY_CHARACTER,
                        Map.of(ANY_CHARACTER, ANY_CHARACTER)));

        ask(session -> {
            session.problems().append(F1, List.of(problem));
            return true;
        });

        List<PlacedProblem> back = ask(session -> session.problems().list(F1, null, 10));
        assertThat(back).containsExactly(problem);
    }

    @Test
    void name_that_no_database_keeps_is_refused_and_the_transaction_goes_on() {
        Insertion outcome = ask(session -> {
            assertThatThrownBy(() -> session.files()
                            .insert(StoreFixtures.file(1).name("a\u0000b").build()))
                    .isInstanceOf(IllegalArgumentException.class);
            return session.files().insert(StoreFixtures.file(2).build());
        });

        assertThat(outcome).isEqualTo(Insertion.DONE);
        assertThat(file(F2)).isPresent();
    }

    @Test
    void page_behind_a_time_between_two_microseconds_begins_at_the_next_file() {
        Instant nine = Instant.parse("2021-08-02T09:00:00Z");
        inserted(StoreFixtures.file(1).createdAt(nine).build());
        inserted(StoreFixtures.file(2).createdAt(nine.plusNanos(1_000)).build());
        var between = new PageKey(F1.value(), "2021-08-02T09:00:00.000000500Z");
        FileQuery query = FileQuery.ALL.sortedBy(FileSort.CREATED).after(between);

        assertThat(ids(query)).containsExactly(F2);
        assertThat(ids(query.turnedRound())).containsExactly(F1);
    }

    private List<UsageFileId> ids(FileQuery query) {
        return ask(session -> session.files().list(query, StoreFixtures.SYSTEM)).stream()
                .map(UsageFile::id)
                .toList();
    }

    @Test
    void racing_events_of_a_file_have_one_winner() throws Exception {
        UsageFile file = StoreFixtures.file(1).build();
        inserted(file);
        var both = new CountDownLatch(2);

        var one = new FutureTask<>(() -> appended(file, both));
        var other = new FutureTask<>(() -> appended(file, both));
        new Thread(one).start();
        new Thread(other).start();

        assertThat(List.of(done(one), done(other))).containsExactlyInAnyOrder(true, false);
        long last = ask(session -> session.history().last(F1));
        assertThat(last).isEqualTo(1);
        assertThat(opened.rows("outbox")).isEqualTo(1);
    }

    private boolean appended(UsageFile file, CountDownLatch both) {
        try {
            return ask(session -> {
                both.countDown();
                awaited(both);
                session.history().append(StoreFixtures.event(file, 1, EventAction.CREATE, null));
                return true;
            });
        } catch (StaleVersionException e) {
            return false;
        }
    }

    /** The statements of some work, without its answer. */
    private List<String> statements(StoreWork<?> work) {
        var told = new ArrayList<String>();
        opened.connections().tell(told::add);
        ask(session -> Objects.hash(work.run(session)));
        opened.connections().tell(any -> {});
        return told;
    }

    @Test
    void file_that_does_not_exist_costs_the_same_statements_as_one_that_is_not_seen() {
        inserted(StoreFixtures.file(1).status(UsageFileStatus.DRAFT).build());
        inserted(StoreFixtures.file(2)
                .status(UsageFileStatus.ACCEPTED)
                .vendor(new AccountId("VA-000-001"))
                .buyer(new AccountId("PA-000-001"))
                .build());
        UsageFileId missing = StoreFixtures.fileId(9);

        for (var reader : List.of(
                StoreFixtures.BUYER, StoreFixtures.VENDOR, StoreFixtures.RESELLER_1, StoreFixtures.RESELLER_2)) {
            List<String> expected = statements(session -> session.files().find(missing, reader));

            assertThat(statements(session -> session.files().find(F2, reader))).isEqualTo(expected);
            assertThat(expected).hasSize(1);
            assertThat(statements(session -> session.parts().list(F2, reader)))
                    .isEqualTo(statements(session -> session.parts().list(missing, reader)));
            assertThat(statements(session -> session.reconciliations().list(F2, reader)))
                    .isEqualTo(statements(session -> session.reconciliations().list(missing, reader)));
        }
        assertThat(statements(session -> session.files().find(F1, StoreFixtures.BUYER)))
                .isEqualTo(statements(session -> session.files().find(missing, StoreFixtures.BUYER)));
    }

    @Test
    void usual_change_of_a_file_is_one_statement() {
        UsageFile first = StoreFixtures.file(1).build();
        inserted(first);

        List<String> told = statements((StoreSession session) -> {
            session.files()
                    .update(first.change().status(UsageFileStatus.UPLOADING).build());
            return true;
        });

        assertThat(told).hasSize(1);
    }
}
