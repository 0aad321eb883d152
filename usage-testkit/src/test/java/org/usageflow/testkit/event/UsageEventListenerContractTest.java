package org.usageflow.testkit.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.event.UsageEventListener;
import org.usageflow.testkit.ContractRun;
import org.usageflow.testkit.DeliberatelyWrong;

class UsageEventListenerContractTest {

    static class Recording extends UsageEventListenerContract {
        @Override
        protected UsageEventListener listener() {
            Queue<UsageEvent> heard = new ConcurrentLinkedQueue<>();
            return heard::add;
        }
    }

    /** Wants each event once, and all from the first. */
    @DeliberatelyWrong
    static class Strict extends UsageEventListenerContract {
        @Override
        protected UsageEventListener listener() {
            var last = new HashMap<UsageFileId, Long>();
            return event -> {
                synchronized (last) {
                    long before = last.getOrDefault(event.file(), 0L);
                    if (event.number() != before + 1) {
                        throw new IllegalStateException("event " + event.number() + " after " + before);
                    }
                    last.put(event.file(), event.number());
                }
            };
        }
    }

    /** Follows one file, and has no room for long notes. */
    @DeliberatelyWrong
    static class Narrow extends UsageEventListenerContract {
        @Override
        protected UsageEventListener listener() {
            var heard = new ArrayList<UsageEvent>();
            return event -> {
                if (!heard.isEmpty() && !heard.get(0).file().equals(event.file())) {
                    throw new IllegalStateException("another file");
                }
                if (event.note() != null && event.note().length() > 255) {
                    throw new IllegalArgumentException("too long");
                }
                heard.add(event);
            };
        }
    }

    @Test
    void contract_of_a_recording_listener_holds() {
        ContractRun run = ContractRun.of(Recording.class);

        assertThat(run.messages()).isEmpty();
        assertThat(run.passed()).hasSize(7);
    }

    @Test
    void contract_of_a_strict_listener_fails_at_its_rules() {
        ContractRun run = ContractRun.of(Strict.class);

        assertThat(run.failed()).contains("EVENT-02", "EVENT-03", "EVENT-06");
        assertThat(run.passed()).contains("EVENT-01", "EVENT-04", "EVENT-05");
    }

    @Test
    void contract_of_a_narrow_listener_fails_at_its_rules() {
        ContractRun run = ContractRun.of(Narrow.class);

        assertThat(run.failed()).contains("EVENT-04", "EVENT-05", "EVENT-06", "EVENT-07");
        assertThat(run.passed()).contains("EVENT-01", "EVENT-02");
    }
}
