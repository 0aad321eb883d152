package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.store.IdSource;
import org.usageflow.testkit.ContractRun;
import org.usageflow.testkit.DeliberatelyWrong;

class IdSourceContractTest {

    private static UsageFileId id(String month, int number) {
        String digits = String.format(Locale.ROOT, "%08d", number);
        return new UsageFileId("UF-" + month + "-" + digits.substring(0, 4) + "-" + digits.substring(4));
    }

    static class Counting extends IdSourceContract {
        private final AtomicInteger last = new AtomicInteger();

        @Override
        protected IdSource ids() {
            return month -> id(month.toString(), last.incrementAndGet());
        }
    }

    /** Counts from one in each source, and knows one month. */
    @DeliberatelyWrong
    static class Lonely extends IdSourceContract {
        @Override
        protected IdSource ids() {
            var last = new AtomicInteger();
            return month -> id("2021-07", last.incrementAndGet());
        }
    }

    /** Has ten ids. */
    @DeliberatelyWrong
    static class Poor extends IdSourceContract {
        @Override
        protected IdSource ids() {
            var last = new AtomicInteger();
            return month -> id(month.toString(), last.incrementAndGet() % 10);
        }
    }

    @Test
    void contract_of_a_counting_source_holds() {
        ContractRun run = ContractRun.of(Counting.class);

        assertThat(run.messages()).isEmpty();
        assertThat(run.passed()).hasSize(4);
    }

    @Test
    void contract_of_a_lonely_source_fails_at_its_rules() {
        assertThat(ContractRun.of(Lonely.class).failed()).containsExactlyInAnyOrder("IDS-01", "IDS-04");
    }

    @Test
    void contract_of_a_poor_source_fails_at_its_rules() {
        assertThat(ContractRun.of(Poor.class).failed()).containsExactlyInAnyOrder("IDS-02", "IDS-03", "IDS-04");
    }
}
