package org.usageflow.testkit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.event.ProgressListener.Progress;
import org.usageflow.testkit.InParallel;

/**
 * The contract of {@link ProgressListener}: extend it, return your listener, and run it with JUnit.
 *
 * <p>A listener that is meant to end the work by an exception is not for this contract.
 */
public abstract class ProgressListenerContract {

    private static final int CALLS = 2_000;
    private static final Duration QUICKLY = Duration.ofSeconds(20);

    /** Makes the contract; subclasses need no state. */
    protected ProgressListenerContract() {}

    /** The listener under test; asked for each rule. */
    protected abstract ProgressListener listener();

    @Test
    @DisplayName("PROGRESS-01 MUST: progress from nothing to all is heard without an exception")
    void progress_from_nothing_to_all_is_heard() {
        ProgressListener listener = listener();

        assertThatCode(() -> work(listener)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("PROGRESS-02 MUST: progress that does not grow, of an empty source, or beyond its size is heard")
    void progress_at_its_edges_is_heard() {
        ProgressListener listener = listener();

        assertThatCode(() -> {
                    listener.onProgress(new Progress(0, 0, 0));
                    listener.onProgress(new Progress(0, 0, 0));
                    listener.onProgress(new Progress(10, 1_200, 1_000));
                    listener.onProgress(new Progress(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
                })
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("PROGRESS-03 MUST: one piece of work after the other is heard, each from nothing on")
    void progress_of_several_works_is_heard() {
        ProgressListener listener = listener();

        assertThatCode(() -> {
                    work(listener);
                    work(listener);
                })
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("PROGRESS-04 SHOULD: it returns quickly, as it is called in the working thread")
    void progress_of_many_batches_returns_quickly() {
        ProgressListener listener = listener();

        assertTimeoutPreemptively(QUICKLY, () -> {
            for (int i = 0; i < CALLS; i++) {
                listener.onProgress(new Progress(i * 1_000L, i * 50_000L, CALLS * 50_000L));
            }
        });
    }

    @Test
    @DisplayName("PROGRESS-05 SHOULD: several pieces of work at a time are heard")
    void progress_of_works_at_a_time_is_heard() {
        ProgressListener listener = listener();

        assertThat(InParallel.answers(() -> work(listener))).hasSize(1);
    }

    private static boolean work(ProgressListener listener) {
        for (int batch = 0; batch <= 10; batch++) {
            listener.onProgress(new Progress(batch * 1_000L, batch * 50_000L, 500_000L));
        }
        return true;
    }
}
