package org.usageflow.console.demo;

import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicInteger;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.store.IdSource;

/** Numbers the files of a run from 1, so that the first run gives the same ids everywhere. A host leaves this to the library, whose ids nobody guesses. Thread-safe. */
final class DemoIds implements IdSource {

    private static final int NONE = 1_0000_0000;
    private static final int OF_A_RUN = 1_0000;

    private final AtomicInteger last;

    /**
     * Ids of a run.
     *
     * @param run its number in the database, from 1
     */
    DemoIds(int run) {
        last = new AtomicInteger(NONE + run * OF_A_RUN);
    }

    @Override
    public UsageFileId nextFile(YearMonth month) {
        String digits = Integer.toString(last.incrementAndGet());
        return new UsageFileId("UF-" + month + "-" + digits.substring(1, 5) + "-" + digits.substring(5));
    }
}
