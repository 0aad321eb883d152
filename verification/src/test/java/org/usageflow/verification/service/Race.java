package org.usageflow.verification.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls that begin at the same moment, each in a thread of its own. */
final class Race {

    private static final int PATIENCE_SECONDS = 60;

    private Race() {}

    /** What came of each, in their order. */
    static <T> List<Outcome<T>> run(List<Callable<T>> runners) throws Exception {
        var start = new CyclicBarrier(runners.size());
        ExecutorService executor = Executors.newFixedThreadPool(runners.size());
        try {
            List<Future<Outcome<T>>> futures = new ArrayList<>();
            for (Callable<T> runner : runners) {
                futures.add(executor.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return Outcome.of(runner);
                }));
            }
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<Outcome<T>> future : futures) {
                outcomes.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return outcomes;
        } finally {
            executor.shutdownNow();
        }
    }

    /** The first so many who come to a call wait there for each other: all have looked before one of them writes. Whoever comes later passes. */
    static Watch.Trap meeting(int runners) {
        var here = new CountDownLatch(runners);
        var comers = new AtomicInteger();
        return () -> {
            if (comers.incrementAndGet() <= runners) {
                here.countDown();
                if (!here.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the others did not come");
                }
            }
        };
    }
}
