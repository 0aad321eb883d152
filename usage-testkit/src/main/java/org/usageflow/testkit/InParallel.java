package org.usageflow.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the same of something in several threads at once. Our decision: four threads, each a hundred times.
 */
public final class InParallel {

    private static final int THREADS = 4;
    private static final int TIMES = 100;
    private static final int PATIENCE_SECONDS = 120;

    private InParallel() {}

    /**
     * The different answers, one where all are equal.
     *
     * @throws AssertionError if a call fails, or does not return in time
     */
    public static <T> List<T> answers(Callable<T> question) {
        var start = new CyclicBarrier(THREADS);
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<T>>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(executor.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return distinct(question);
                }));
            }
            var all = new ArrayList<T>();
            for (Future<List<T>> future : futures) {
                all.addAll(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return all.stream().distinct().toList();
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("a call in one of " + THREADS + " threads failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static <T> List<T> distinct(Callable<T> question) throws Exception {
        var answers = new ArrayList<T>();
        for (int i = 0; i < TIMES; i++) {
            T answer = question.call();
            if (!answers.contains(answer)) {
                answers.add(answer);
            }
        }
        return answers;
    }
}
