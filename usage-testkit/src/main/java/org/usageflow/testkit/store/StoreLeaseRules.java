package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.spi.store.Lease;

/** Leases: who is at work on what, and until when that is believed. */
abstract class StoreLeaseRules extends StoreReconciliationRules {

    private static final Instant NOW = Instant.parse("2021-08-10T09:00:00.000001Z");
    private static final Instant LATER = NOW.plusSeconds(300);

    private boolean take(String subject, String holder, Instant until, Instant now) {
        return ask(session -> session.leases().take(new Lease(subject, holder, until), now));
    }

    private boolean take(String holder) {
        return take(F1.value(), holder, LATER, NOW);
    }

    private void release(String holder) {
        change(session -> session.leases().release(F1.value(), holder));
    }

    private Optional<Lease> lease() {
        return lease(F1.value());
    }

    private Optional<Lease> lease(String subject) {
        return askFor(session -> session.leases().find(subject));
    }

    private static Lease of(String holder, Instant until) {
        return new Lease(F1.value(), holder, until);
    }

    @Test
    @DisplayName("STORE-126 MUST: a lease that is free is taken, and comes back as it was taken, of its subject alone")
    void free_lease_is_taken() {
        String strange = "events:\u00e9\ud835\udcb3 'x' " + "s".repeat(230) + " ";

        boolean first = take(F1.value(), "h \ud835\udcb3 ", LATER, NOW);
        boolean second = take(strange, "h", LATER.plusNanos(1_000), NOW);

        assertThat(first).isTrue();
        assertThat(second).isTrue();
        assertThat(lease()).contains(of("h \ud835\udcb3 ", LATER));
        assertThat(lease(strange)).contains(new Lease(strange, "h", LATER.plusNanos(1_000)));
        assertThat(lease(strange.trim())).isEmpty();
        assertThat(lease(F1.value().toLowerCase(Locale.ROOT))).isEmpty();
        assertThat(lease(F2.value())).isEmpty();
    }

    @Test
    @DisplayName(
            "STORE-127 MUST: a lease that is held is not taken by others before it ends, and by its holder at any time")
    void held_lease_is_refused_to_others() {
        take("one");

        assertThat(take(F1.value(), "other", LATER.plusSeconds(300), LATER.minusNanos(1_000)))
                .isFalse();
        assertThat(lease()).contains(of("one", LATER));
        assertThat(take(F1.value(), "one", LATER.plusSeconds(1), NOW)).isTrue();
        assertThat(lease()).contains(of("one", LATER.plusSeconds(1)));
        assertThat(take(F1.value(), "other", LATER.plusSeconds(300), LATER.plusSeconds(1)))
                .isTrue();
        assertThat(lease()).contains(of("other", LATER.plusSeconds(300)));
    }

    @Test
    @DisplayName("STORE-128 MUST: a lease is given back by who holds it, and by nobody else")
    void lease_is_released_by_its_holder() {
        take("one");

        release("other");
        assertThat(lease()).contains(of("one", LATER));
        release("one");
        assertThat(lease()).isEmpty();
        release("one");
        assertThat(take("other")).isTrue();
    }

    @Test
    @DisplayName("STORE-129 MUST: a transaction sees its own leases, and leaves none as they were when it fails")
    void leases_are_part_of_the_transaction() {
        take("one");

        assertThatThrownBy(() -> change(session -> {
                    session.leases().release(F1.value(), "one");
                    assertThat(session.leases().find(F1.value())).isEmpty();
                    assertThat(session.leases().take(of("other", LATER), NOW)).isTrue();
                    assertThat(session.leases().take(of("third", LATER), NOW)).isFalse();
                    assertThat(session.leases().find(F1.value())).contains(of("other", LATER));
                    assertThat(session.leases().take(new Lease(F2.value(), "other", LATER), NOW))
                            .isTrue();
                    assertThat(Elsewhere.call(() -> lease(F1.value()))).contains(of("one", LATER));
                    throw new IllegalStateException("no more paper");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(lease()).contains(of("one", LATER));
        assertThat(lease(F2.value())).isEmpty();
    }

    @Test
    @DisplayName("STORE-130 MUST: of two that take a lease at a time exactly one has it")
    void racing_takers_have_one_winner() {
        for (int round = 1; round <= 20; round++) {
            String subject = "round-" + round;
            List<Boolean> won =
                    Elsewhere.race(() -> take(subject, "one", LATER, NOW), () -> take(subject, "other", LATER, NOW));

            assertThat(won).containsExactlyInAnyOrder(true, false);
            assertThat(lease(subject).map(Lease::holder)).contains(won.get(0) ? "one" : "other");
        }
    }

    @Test
    @DisplayName("STORE-131 MUST: of two that take over a lease that has run out exactly one has it")
    void racing_takers_of_a_lease_that_ran_out_have_one_winner() {
        for (int round = 1; round <= 20; round++) {
            String subject = "round-" + round;
            take(subject, "former", NOW, NOW.minusSeconds(300));
            List<Boolean> won =
                    Elsewhere.race(() -> take(subject, "one", LATER, NOW), () -> take(subject, "other", LATER, NOW));

            assertThat(won).containsExactlyInAnyOrder(true, false);
            assertThat(lease(subject).map(Lease::holder)).contains(won.get(0) ? "one" : "other");
        }
    }

    @Test
    @DisplayName(
            "STORE-132 MUST: who takes a lease waits for a transaction that takes it, and goes by what became of it")
    void taker_after_one_that_is_rolled_back_has_it() {
        var taken = new CyclicBarrier(2);

        List<Boolean> won = Elsewhere.race(
                () -> {
                    assertThatThrownBy(() -> change(session -> {
                                session.leases().take(of("one", LATER), NOW);
                                Elsewhere.await(taken);
                                throw new IllegalStateException("no more paper");
                            }))
                            .isInstanceOf(IllegalStateException.class);
                    return false;
                },
                () -> {
                    Elsewhere.await(taken);
                    return take("other");
                });

        assertThat(won).containsExactly(false, true);
        assertThat(lease()).contains(of("other", LATER));
    }

    @Test
    @DisplayName(
            "STORE-133 MUST: a lease is prolonged at once, seen by others while a transaction is at work in the thread, which may fail")
    void lease_is_prolonged_beside_the_transaction_at_work() {
        Assumptions.assumeTrue(opened().commitsOnReturn(), "the store works within a host's transaction");
        take("one");
        Lease longer = of("one", LATER.plusSeconds(300));
        given(StoreFixtures.file(1));

        assertThatThrownBy(() -> changeRecords(F1, session -> {
                    session.records().append(F1, StoreFixtures.records(F1, 1, 3));
                    assertThat(opened().prolong(longer)).isTrue();
                    assertThat(Elsewhere.call(() -> lease(F1.value()))).contains(longer);
                    throw new IllegalStateException("no more paper");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(lease()).contains(longer);
        assertThat(take(F1.value(), "other", LATER.plusSeconds(600), LATER)).isFalse();
    }

    @Test
    @DisplayName("STORE-134 MUST: a lease that the holder has not, or not any more, is not prolonged")
    void lease_of_another_is_not_prolonged() {
        Assumptions.assumeTrue(opened().commitsOnReturn(), "the store works within a host's transaction");
        assertThat(opened().prolong(of("one", LATER))).isFalse();
        take("one");

        assertThat(opened().prolong(of("other", LATER.plusSeconds(300)))).isFalse();
        assertThat(lease()).contains(of("one", LATER));
        release("one");
        assertThat(opened().prolong(of("one", LATER))).isFalse();
        assertThat(lease()).isEmpty();
    }
}
