package org.usageflow.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several ways to do the same thing, timed in turn.
 *
 * @param store over which store
 * @param what is done
 * @param rows how many each way does in a run
 * @param floors ways without the library; the quickest of them is the floor. Empty where there is none
 * @param others ways without the library that are shown beside, and that are no floor
 * @param products ways of the library
 * @param goal the highest ratio of the library's first way to the floor that is aimed for; null for none
 */
record Contest(
        String store,
        String what,
        long rows,
        List<Contestant> floors,
        List<Contestant> others,
        List<Contestant> products,
        @Nullable BigDecimal goal) {

    Contest {
        floors = List.copyOf(floors);
        others = List.copyOf(others);
        products = List.copyOf(products);
    }

    /** All ways: floors, others, products. */
    List<Contestant> contestants() {
        List<Contestant> all = new ArrayList<>(floors);
        all.addAll(others);
        all.addAll(products);
        return all;
    }
}
