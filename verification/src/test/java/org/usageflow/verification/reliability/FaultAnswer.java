package org.usageflow.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.UsageflowException;

/**
 * What a command came to.
 *
 * @param value what it returned; null where it threw
 * @param failure what it threw; null where it returned
 */
record FaultAnswer(@Nullable Object value, @Nullable RuntimeException failure) {

    static FaultAnswer of(Supplier<Object> work) {
        try {
            return new FaultAnswer(work.get(), null);
        } catch (RuntimeException e) {
            return new FaultAnswer(null, e);
        }
    }

    boolean isDone() {
        return failure == null;
    }

    /** In a word, the same for every answer that a host would treat alike. */
    String kind() {
        if (failure == null) {
            return "done";
        }
        String name = failure.getClass().getSimpleName();
        return failure instanceof ActionRefusedException refused ? name + " " + refused.reason() : name;
    }

    /** Checks that the caller got a result, or an exception of the library's. */
    void checkTyped() {
        if (failure != null) {
            assertThat(failure).as("what the caller gets").isInstanceOf(UsageflowException.class);
        }
    }
}
