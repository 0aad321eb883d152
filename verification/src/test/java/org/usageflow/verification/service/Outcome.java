package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import org.usageflow.error.UsageflowException;

/**
 * What came of a call: a result, or what it threw. Anything but an exception of the library's fails the test.
 *
 * @param value what it returned; null where it threw
 * @param failure what it threw; null where it returned
 */
record Outcome<T>(T value, UsageflowException failure) {

    static <T> Outcome<T> of(Callable<T> call) {
        try {
            return new Outcome<>(call.call(), null);
        } catch (UsageflowException e) {
            return new Outcome<>(null, e);
        } catch (Exception e) {
            throw new AssertionError("no exception of the library's: " + e, e);
        }
    }

    boolean isDone() {
        return failure == null;
    }

    <E extends UsageflowException> E failedWith(Class<E> type) {
        assertThat(failure).isInstanceOf(type);
        return type.cast(failure);
    }
}
