package org.usageflow.benchmarks;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The processor time of a server: of its process, and of those that are its children now.
 *
 * @param process the server's
 */
record ServerProcess(ProcessHandle process) implements LongSupplier {

    @Override
    public long getAsLong() {
        return Stream.concat(Stream.of(process), process.children())
                .mapToLong(each ->
                        each.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
    }
}
