package org.usageflow.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The readings of one way, a round each.
 *
 * @param name of the way
 * @param readings of the rounds, in their order
 */
record Timing(String name, List<Watch.Reading> readings) {

    Timing {
        readings = List.copyOf(readings);
    }

    /** The median of something of the readings; of an even number the mean of the two in the middle. */
    long median(ToLongFunction<Watch.Reading> of) {
        long[] sorted = readings.stream().mapToLong(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    long nanos() {
        return median(Watch.Reading::nanos);
    }

    long cpu() {
        return median(Watch.Reading::cpu);
    }

    /** Nanoseconds of the quickest round. */
    long quickest() {
        return readings.stream().mapToLong(Watch.Reading::nanos).min().orElseThrow();
    }

    /** Nanoseconds of the slowest round. */
    long slowest() {
        return readings.stream().mapToLong(Watch.Reading::nanos).max().orElseThrow();
    }

    /** The median of the rounds' ratios to another way in the same rounds, by the clock. */
    BigDecimal ratioTo(Timing floor) {
        return ratioTo(floor, Watch.Reading::nanos);
    }

    /** The median of the rounds' ratios to another way in the same rounds. */
    BigDecimal ratioTo(Timing floor, ToLongFunction<Watch.Reading> of) {
        List<BigDecimal> ratios = new ArrayList<>();
        for (int round = 0; round < readings.size(); round++) {
            long below = Math.max(1, of.applyAsLong(floor.readings.get(round)));
            ratios.add(BigDecimal.valueOf(of.applyAsLong(readings.get(round)))
                    .divide(BigDecimal.valueOf(below), MathContext.DECIMAL64));
        }
        ratios.sort(null);
        int middle = ratios.size() / 2;
        BigDecimal median = ratios.size() % 2 == 1
                ? ratios.get(middle)
                : ratios.get(middle - 1).add(ratios.get(middle)).divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
        return median.setScale(2, RoundingMode.HALF_UP);
    }
}
