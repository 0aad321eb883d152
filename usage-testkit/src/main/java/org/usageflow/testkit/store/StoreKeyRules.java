package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.testkit.UsageFixtures;

/** The vendors' ids of live records. Source: rules §6.3. */
abstract class StoreKeyRules extends StoreRecordPageRules {

    private static final ProductId OTHER_PRODUCT = new ProductId("PRD-113-628-781");
    private static final ContractId OTHER_CONTRACT = new ContractId("CRD-90574-88738-44764");
    private static final int RACING = 300;

    static Set<RecordKey> keys(String... texts) {
        return Arrays.stream(texts).map(RecordKey::new).collect(Collectors.toSet());
    }

    private Set<RecordKey> live(String... texts) {
        return ask(session -> session.records().findLive(UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, keys(texts)));
    }

    /** Claims the ids of a file; gives the records whose ids were taken. */
    private List<UsageRecord> claim(UsageFile file) {
        return ask(session -> {
            var taken = new ArrayList<UsageRecord>();
            session.records().claimKeys(file, taken::add);
            return taken;
        });
    }

    private UsageFile givenClaimed(GivenFile given, int records) {
        UsageFile file = given.build();
        given(file, StoreFixtures.records(file.id(), 1, records));
        assertThat(claim(file)).isEmpty();
        return file;
    }

    @Test
    @DisplayName("STORE-53 MUST: ids that a file claims are live for its product and contract, and no others")
    void claimed_ids_are_live() {
        givenClaimed(StoreFixtures.file(1), 2);

        assertThat(live("R-1", "R-2", "R-3", "r-1")).isEqualTo(keys("R-1", "R-2"));
        assertThat(live("R-2")).isEqualTo(keys("R-2"));
        assertThat(askSet(session -> session.records().findLive(OTHER_PRODUCT, UsageFixtures.CONTRACT, keys("R-1"))))
                .isEmpty();
        assertThat(askSet(session -> session.records().findLive(UsageFixtures.PRODUCT, OTHER_CONTRACT, keys("R-1"))))
                .isEmpty();
    }

    @Test
    @DisplayName("STORE-54 MUST: ids of validated records are claimed alone, recycled ones aside")
    void records_that_are_not_validated_claim_nothing() {
        var records = new ArrayList<UsageRecord>();
        int number = 1;
        for (RecordStatus status : RecordStatus.values()) {
            records.add(StoreFixtures.record(F1, number++)
                    .key(status.name())
                    .status(status)
                    .build());
        }
        records.add(StoreFixtures.record(F1, number++).key(null).build());
        records.add(StoreFixtures.record(F1, number)
                .key("recycled")
                .successor(UsageRecordId.of(F2, 1))
                .build());
        UsageFile file = given(StoreFixtures.file(1).build(), records);

        assertThat(claim(file)).isEmpty();

        String[] all = Arrays.stream(RecordStatus.values()).map(Enum::name).toArray(String[]::new);
        assertThat(live(all)).isEqualTo(keys("VALIDATED"));
        assertThat(live("recycled", "R-unread")).isEmpty();
    }

    @Test
    @DisplayName("STORE-55 MUST: an id that another file holds is not claimed, and its record handed over, by position")
    void ids_that_are_taken_are_told() {
        givenClaimed(StoreFixtures.file(1), 3);
        UsageFile second = given(
                StoreFixtures.file(2),
                StoreFixtures.record(F2, 1).key("R-9").build(),
                StoreFixtures.record(F2, 2).key("R-3").build(),
                StoreFixtures.record(F2, 3).key("R-1").build());

        List<UsageRecord> taken = claim(second);

        assertThat(taken)
                .containsExactly(
                        StoreFixtures.record(F2, 2).key("R-3").build(),
                        StoreFixtures.record(F2, 3).key("R-1").build());
        assertThat(live("R-1", "R-2", "R-3", "R-9")).isEqualTo(keys("R-1", "R-2", "R-3", "R-9"));
        change(session -> session.records().releaseKeys(F2));
        assertThat(live("R-1", "R-2", "R-3", "R-9")).isEqualTo(keys("R-1", "R-2", "R-3"));
    }

    @Test
    @DisplayName("STORE-56 MUST: ids of other products and contracts are no conflict")
    void ids_of_other_products_and_contracts_are_no_conflict() {
        givenClaimed(StoreFixtures.file(1), 3);

        givenClaimed(StoreFixtures.file(2).product(OTHER_PRODUCT), 3);
        givenClaimed(StoreFixtures.file(3).contract(OTHER_CONTRACT), 3);

        assertThat(askSet(session -> session.records().findLive(OTHER_PRODUCT, UsageFixtures.CONTRACT, keys("R-1"))))
                .isEqualTo(keys("R-1"));
    }

    @Test
    @DisplayName("STORE-57 MUST: ids that the file itself holds are no conflict")
    void ids_that_are_claimed_again_are_no_conflict() {
        UsageFile file = givenClaimed(StoreFixtures.file(1), 2);
        changeRecords(F1, session -> session.records().append(F1, StoreFixtures.records(F1, 3, 3)));

        assertThat(claim(file)).isEmpty();
        assertThat(live("R-1", "R-2", "R-3")).isEqualTo(keys("R-1", "R-2", "R-3"));

        change(session -> session.records().releaseKeys(F1));
        assertThat(live("R-1", "R-2", "R-3")).isEmpty();
    }

    @Test
    @DisplayName("STORE-58 MUST: ids that are given back are not live any more, and others may claim them")
    void released_ids_may_be_claimed() {
        givenClaimed(StoreFixtures.file(1), 3);

        change(session -> {
            session.records().releaseKeys(F1);
            assertThat(session.records().findLive(UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, keys("R-1")))
                    .isEmpty();
        });

        assertThat(live("R-1", "R-2", "R-3")).isEmpty();
        givenClaimed(StoreFixtures.file(2), 3);
        change(session -> session.records().releaseKeys(F1));
        assertThat(live("R-1", "R-2", "R-3")).hasSize(3);
    }

    @Test
    @DisplayName("STORE-96 MUST: ids that are claimed and given back in one transaction are free")
    void ids_that_are_claimed_and_released_in_one_transaction_are_free() {
        UsageFile file = givenClaimed(StoreFixtures.file(1), 2);

        change(session -> {
            session.records().releaseKeys(F1);
            session.records().claimKeys(file, taken -> {});
            session.records().releaseKeys(F1);
        });

        assertThat(live("R-1", "R-2")).isEmpty();
        givenClaimed(StoreFixtures.file(2), 2);
    }

    @Test
    @DisplayName("STORE-59 MUST: claims that are rolled back leave nothing, and give nothing back that was held")
    void claims_that_are_rolled_back_leave_nothing() {
        givenClaimed(StoreFixtures.file(1), 3);
        UsageFile second = given(StoreFixtures.file(2).build(), StoreFixtures.records(F2, 1, 5));

        assertThatThrownBy(() -> change(session -> {
                    session.records().releaseKeys(F1);
                    session.records().claimKeys(second, taken -> {});
                    assertThat(session.records()
                                    .findLive(UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, keys("R-1", "R-5")))
                            .hasSize(2);
                    throw new IllegalStateException("no more paper");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(live("R-1", "R-2", "R-3", "R-4", "R-5")).isEqualTo(keys("R-1", "R-2", "R-3"));
        assertThat(claim(second)).hasSize(3);
    }

    @Test
    @DisplayName(
            "STORE-60 MUST: a file's upload is replaced and its ids claimed anew in one transaction, unseen until then")
    void ids_of_an_upload_that_replaces_another_are_claimed() {
        UsageFile file = givenClaimed(StoreFixtures.file(1), 3);

        changeRecords(F1, session -> {
            session.records().retire(F1);
            session.records()
                    .append(
                            F1,
                            List.of(
                                    StoreFixtures.record(F1, 4)
                                            .position(0)
                                            .key("R-2")
                                            .build(),
                                    StoreFixtures.record(F1, 5)
                                            .position(1)
                                            .key("R-7")
                                            .build()));
            session.records().claimKeys(file, taken -> {
                throw new AssertionError("taken by the upload that is replaced: " + taken);
            });
            Set<RecordKey> seen = Elsewhere.call(() -> live("R-1", "R-2", "R-3", "R-7"));
            assertThat(seen).isEqualTo(keys("R-1", "R-2", "R-3"));
        });

        assertThat(live("R-1", "R-2", "R-3", "R-7")).isEqualTo(keys("R-2", "R-7"));
        UsageFile second = given(StoreFixtures.file(2).build(), StoreFixtures.records(F2, 1, 3));
        assertThat(claim(second)).containsExactly(StoreFixtures.record(F2, 2).build());
    }

    @Test
    @DisplayName("STORE-61 MUST: of two files that claim the same ids at a time each id has exactly one holder")
    void racing_claims_have_one_holder_each() {
        UsageFile first = given(StoreFixtures.file(1).build(), StoreFixtures.records(F1, 1, RACING));
        var reversed = new ArrayList<UsageRecord>();
        for (int number = 1; number <= RACING; number++) {
            reversed.add(StoreFixtures.record(F2, number)
                    .key("R-" + (RACING + 1 - number))
                    .build());
        }
        UsageFile second = given(StoreFixtures.file(2).build(), reversed);
        String[] all = reversed.stream()
                .map(each ->
                        each.reported() == null ? "" : each.reported().key().value())
                .toArray(String[]::new);

        List<List<UsageRecord>> taken = Elsewhere.race(() -> claim(first), () -> claim(second));

        assertThat(live(all)).hasSize(RACING);
        assertThat(taken.get(0).size() + taken.get(1).size()).isEqualTo(RACING);
        change(session -> session.records().releaseKeys(F1));
        var ofSecond = new HashSet<>(keys(all));
        taken.get(1).forEach(each -> ofSecond.remove(each.key()));
        assertThat(live(all)).isEqualTo(ofSecond);
    }

    @Test
    @DisplayName("STORE-62 MUST: a claim waits for one at work, and goes by what became of it")
    void claim_after_one_that_is_rolled_back_finds_nothing_taken() {
        UsageFile first = given(StoreFixtures.file(1).build(), StoreFixtures.records(F1, 1, 3));
        UsageFile second = given(StoreFixtures.file(2).build(), StoreFixtures.records(F2, 1, 3));
        var begun = new CyclicBarrier(2);

        List<List<UsageRecord>> taken = Elsewhere.race(
                () -> {
                    assertThatThrownBy(() -> change(session -> {
                                session.records().claimKeys(first, none -> {});
                                Elsewhere.await(begun);
                                throw new IllegalStateException("no more paper");
                            }))
                            .isInstanceOf(IllegalStateException.class);
                    return List.of();
                },
                () -> {
                    Elsewhere.await(begun);
                    return claim(second);
                });

        assertThat(taken.get(1)).isEmpty();
        assertThat(live("R-1", "R-2", "R-3")).hasSize(3);
    }
}
