package org.usageflow.testkit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Does work in other threads, and waits for it, though not for ever. */
final class Elsewhere {

    private static final int PATIENCE_SECONDS = 60;

    private Elsewhere() {}

    /**
     * What came of the work in another thread.
     *
     * @throws AssertionError if it failed, or does not end
     */
    static <T extends @Nullable Object> T call(Callable<T> work) {
        return result(started(work));
    }

    /** What came of two pieces of work that began at the same time. */
    static <T> List<T> race(Callable<T> one, Callable<T> other) {
        var start = new CyclicBarrier(2);
        var tasks = new ArrayList<FutureTask<T>>();
        for (Callable<T> work : List.of(one, other)) {
            tasks.add(started(() -> {
                await(start);
                return work.call();
            }));
        }
        return tasks.stream().map(Elsewhere::result).toList();
    }

    static void await(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the other one did not come so far", e);
        }
    }

    private static <T extends @Nullable Object> FutureTask<T> started(Callable<T> work) {
        var task = new FutureTask<>(work);
        var thread = new Thread(task, "elsewhere");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static <T extends @Nullable Object> T result(FutureTask<T> task) {
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("the work in another thread failed", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the work in another thread does not end: it waits for this one", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
