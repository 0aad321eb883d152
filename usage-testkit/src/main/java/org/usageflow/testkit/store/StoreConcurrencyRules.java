package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.ContractId;
import org.usageflow.model.EventAction;
import org.usageflow.model.Party;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.query.FileQuery;
import org.usageflow.query.FileSort;
import org.usageflow.query.RecordQuery;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.testkit.UsageFixtures;

/** Several at a time, and several vendors in one store. Source: rules §5, §8, §10. */
abstract class StoreConcurrencyRules extends StoreFidelityRules {

    private static final AccountId OTHER_VENDOR = new AccountId("VA-999-002");
    private static final AccountId OTHER_BUYER = new AccountId("PA-999-002");
    private static final ProductId OTHER_PRODUCT = new ProductId("PRD-999-999-002");
    private static final ContractId OTHER_CONTRACT = new ContractId("CRD-99999-99999-00002");
    private static final int ROUNDS = 20;

    @Test
    @DisplayName("STORE-148 MUST: nobody sees anything of what is rolled back, neither before nor after")
    void rolled_back_work_is_never_seen() {
        UsageFile first =
                given(StoreFixtures.file(1).status(UsageFileStatus.ACCEPTED).build(), StoreFixtures.records(F1, 1, 3));

        assertThatThrownBy(() -> changeRecords(F1, session -> {
                    session.files().insert(StoreFixtures.file(2).build());
                    session.records().append(F2, StoreFixtures.records(F2, 1, 3));
                    session.records().move(F1, RecordStatus.VALIDATED, RecordStatus.PENDING);
                    session.records().retire(F1);
                    session.history().append(StoreFixtures.event(first, 1, EventAction.SUBMIT, null));
                    assertThat(Elsewhere.call(() -> isAsBefore(first))).isTrue();
                    throw new IllegalStateException("no more paper");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Elsewhere.call(() -> isAsBefore(first))).isTrue();
        assertThat(isAsBefore(first)).isTrue();
    }

    private boolean isAsBefore(UsageFile first) {
        return file(F1).equals(Optional.of(first))
                && file(F2).isEmpty()
                && all(F2).isEmpty()
                && all(F1).equals(StoreFixtures.records(F1, 1, 3))
                && askCount(session -> session.history().last(F1)) == 0;
    }

    @Test
    @DisplayName(
            "STORE-149 MUST: events of a file have no gap, whoever appends at a time, and wait in that order to be delivered")
    void events_of_racing_transactions_have_no_gap() {
        UsageFile file = given(StoreFixtures.file(1).build());

        Elsewhere.race(() -> told(file, "one"), () -> told(file, "other"));

        List<UsageEvent> events = askList(session -> session.history().list(F1, 0, 3 * ROUNDS));
        assertThat(events).extracting(UsageEvent::number).containsExactlyElementsOf(numbersTo(2 * ROUNDS));
        assertThat(events)
                .extracting(UsageEvent::note)
                .filteredOn("one"::equals)
                .hasSize(ROUNDS);
        assertThat(askCount(session -> session.history().delivered(F1))).isZero();
        change(session -> session.history().markDelivered(F1, ROUNDS));
        assertThat(askCount(session -> session.history().delivered(F1))).isEqualTo(ROUNDS);
        assertThat(askList(session -> session.history().undelivered("", 10))).containsExactly(F1);
    }

    private static List<Long> numbersTo(long last) {
        var numbers = new ArrayList<Long>();
        for (long number = 1; number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    /** Appends events, each again until its number is free. */
    private boolean told(UsageFile file, String note) {
        for (int round = 0; round < ROUNDS; round++) {
            boolean done = false;
            while (!done) {
                done = appended(file, note);
            }
        }
        return true;
    }

    private boolean appended(UsageFile file, String note) {
        try {
            change(session -> session.history()
                    .append(StoreFixtures.event(file, session.history().last(file.id()) + 1, EventAction.EDIT, note)));
            return true;
        } catch (StaleVersionException e) {
            return false;
        }
    }

    @Test
    @DisplayName(
            "STORE-150 MUST: pages show each file once that was there all the time, while another thread brings others in")
    void pages_are_stable_while_another_thread_inserts() {
        for (int number = 100; number <= 3_000; number += 100) {
            given(StoreFixtures.file(number).name("there"));
        }
        var stop = new AtomicBoolean();
        var paged = new ArrayList<UsageFileId>();

        Elsewhere.race(
                () -> {
                    for (int number = 1; !stop.get() && number < 3_000; number += number % 100 == 99 ? 2 : 1) {
                        given(StoreFixtures.file(number).name(number % 2 == 0 ? "here" : "there"));
                    }
                    return true;
                },
                () -> {
                    try {
                        page(paged);
                    } finally {
                        stop.set(true);
                    }
                    return true;
                });

        assertThat(paged).doesNotHaveDuplicates();
        assertThat(paged)
                .containsAll(IntStream.rangeClosed(1, 30)
                        .mapToObj(each -> StoreFixtures.fileId(each * 100))
                        .toList());
    }

    private void page(List<UsageFileId> paged) {
        FileQuery query = FileQuery.ALL.sortedBy(FileSort.NAME).limit(2);
        List<UsageFile> page = askList(session -> session.files().list(query, StoreFixtures.SYSTEM));
        while (!page.isEmpty()) {
            page.forEach(each -> paged.add(each.id()));
            FileQuery next = query.after(FileSort.NAME.keyOf(page.get(page.size() - 1)));
            page = askList(session -> session.files().list(next, StoreFixtures.SYSTEM));
        }
    }

    @Test
    @DisplayName(
            "STORE-151 MUST: two vendors that write the same do not meet: not by external ids, record ids, lists or counts")
    void vendors_do_not_meet() {
        UsageFile one = given(
                StoreFixtures.file(1)
                        .externalId("EXT-1")
                        .name("July")
                        .status(UsageFileStatus.ACCEPTED)
                        .build(),
                StoreFixtures.records(F1, 1, 3));
        UsageFile other = given(
                StoreFixtures.file(2)
                        .externalId("EXT-1")
                        .name("July")
                        .vendor(OTHER_VENDOR)
                        .buyer(OTHER_BUYER)
                        .product(OTHER_PRODUCT)
                        .contract(OTHER_CONTRACT)
                        .status(UsageFileStatus.ACCEPTED)
                        .build(),
                StoreFixtures.records(F2, 1, 3));
        var taken = new ArrayList<UsageRecord>();
        change(session -> session.records().claimKeys(one, taken::add));
        change(session -> session.records().claimKeys(other, taken::add));

        assertThat(taken).isEmpty();
        assertThat(askFor(session -> session.files().findByExternalId(OTHER_VENDOR, OTHER_PRODUCT, "EXT-1")))
                .contains(other);
        assertThat(askFor(session -> session.files().findByExternalId(OTHER_VENDOR, UsageFixtures.PRODUCT, "EXT-1")))
                .isEmpty();
        for (ReadScope reader : List.of(
                StoreFixtures.reader(Party.VENDOR, OTHER_VENDOR),
                StoreFixtures.reader(Party.DISTRIBUTOR, OTHER_BUYER))) {
            assertThat(askList(session -> session.files().list(FileQuery.ALL, reader)))
                    .containsExactly(other);
            assertThat(askCount(session -> session.files().count(FileQuery.ALL, reader)))
                    .isEqualTo(1);
            assertThat(askFor(session -> session.files().find(F1, reader))).isEmpty();
            assertThat(askList(session -> session.records().list(RecordQuery.of(F1), reader)))
                    .isEmpty();
            assertThat(askCount(session -> session.records().count(RecordQuery.of(F1), reader)))
                    .isZero();
            assertThat(askFor(session -> session.records().find(UsageRecordId.of(F1, 1), reader)))
                    .isEmpty();
            assertThat(askList(session -> session.records().findByKeys(F1, Set.of(new RecordKey("R-1")), reader)))
                    .isEmpty();
        }
        change(session -> session.records().releaseKeys(F2));
        assertThat(askSet(session -> session.records()
                        .findLive(UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, Set.of(new RecordKey("R-1")))))
                .hasSize(1);
        assertThat(askMap(session -> session.records()
                        .findClosed(
                                OTHER_PRODUCT,
                                OTHER_CONTRACT,
                                Set.of(UsageRecordId.of(F1, 1).value()))))
                .isEmpty();
    }
}
