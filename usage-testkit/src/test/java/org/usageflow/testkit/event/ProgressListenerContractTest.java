package org.usageflow.testkit.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.event.ProgressListener.Progress;
import org.usageflow.testkit.ContractRun;
import org.usageflow.testkit.DeliberatelyWrong;
import org.usageflow.testkit.RecordingProgressListener;

class ProgressListenerContractTest {

    static class Recording extends ProgressListenerContract {
        @Override
        protected ProgressListener listener() {
            return new RecordingProgressListener();
        }
    }

    /** Divides by the size, and takes one piece of work alone. */
    @DeliberatelyWrong
    static class Percentage extends ProgressListenerContract {
        @Override
        protected ProgressListener listener() {
            var heard = new ArrayList<Long>();
            return progress -> {
                long percent = progress.bytesRead() * 100 / progress.bytes();
                if (!heard.isEmpty() && heard.get(heard.size() - 1) > percent) {
                    throw new IllegalStateException("falls");
                }
                heard.add(percent);
            };
        }
    }

    @Test
    void contract_of_recording_listener_holds() {
        ContractRun run = ContractRun.of(Recording.class);

        assertThat(run.messages()).isEmpty();
        assertThat(run.passed()).hasSize(5);
    }

    @Test
    void contract_of_narrow_listener_fails_at_its_rules() {
        ContractRun run = ContractRun.of(Percentage.class);

        assertThat(run.failed()).contains("PROGRESS-02", "PROGRESS-03");
        assertThat(run.passed()).contains("PROGRESS-01");
    }

    @Test
    void recording_listener_that_heard_falling_progress_tells() {
        var listener = new RecordingProgressListener();
        listener.onProgress(new Progress(10, 100, 1_000));

        assertThat(listener.everFell()).isFalse();
        listener.onProgress(new Progress(9, 100, 1_000));
        assertThat(listener.everFell()).isTrue();
        assertThat(listener.last().rows()).isEqualTo(9);
    }
}
