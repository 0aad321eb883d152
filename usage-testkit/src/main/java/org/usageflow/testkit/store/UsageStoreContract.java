package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.spi.store.UsageStore;

/**
 * The contract of {@link UsageStore}: extend it, return your store, and run it with JUnit.
 *
 * <pre>{@code
 * class JdbcUsageStoreContractTest extends UsageStoreContract {
 *     protected UsageStore store() {
 *         return JdbcUsageStore.over(emptyDatabase());
 *     }
 * }
 * }</pre>
 *
 * <p>A store that works within a host's own transaction runs it too, where each of its units is a transaction of the host's; rules about what others see of a lease at once are left out there.
 *
 * <p>Some rules run several transactions at a time, in threads of their own, and wait for them up to a minute.
 *
 * <p>Source: rules §3.7, §4.3, §4.4, §5, §6.3, §8, §10.
 */
public abstract class UsageStoreContract extends StoreConcurrencyRules {

    /** Makes the contract; subclasses need no state. */
    protected UsageStoreContract() {}

    /** The store under test, empty; asked for once before each rule, which may not share what is kept with the one before. */
    @Override
    protected abstract UsageStore store();

    @Test
    @DisplayName("STORE-94 MUST: a session is of no use after its transaction")
    void session_after_its_transaction_is_refused() {
        StoreSession ended = ask(session -> session);

        assertThatThrownBy(() -> ended.history().last(F1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ended.files().insert(StoreFixtures.file(1).build()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(file(F1)).isEmpty();
    }

    @Test
    @DisplayName("STORE-95 MUST: a transaction in a transaction is refused, and the outer one may go on")
    void transaction_in_a_transaction_is_refused() {
        change(session -> {
            session.files().insert(StoreFixtures.file(1).build());
            assertThatThrownBy(() -> change(inner -> {})).isInstanceOf(IllegalStateException.class);
        });

        assertThat(file(F1)).isPresent();
    }
}
