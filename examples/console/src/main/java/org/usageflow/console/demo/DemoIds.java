package org.usageflow.console.demo;

import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicInteger;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.store.IdSource;

/** Numbers the files from 1, so that every run gives the same ids. A host leaves this to the library, whose ids nobody guesses. Thread-safe. */
final class DemoIds implements IdSource {

    private static final int FIRST = 1_0001_0000;

    private final AtomicInteger last = new AtomicInteger(FIRST);

    @Override
    public UsageFileId nextFile(YearMonth month) {
        String digits = Integer.toString(last.incrementAndGet());
        return new UsageFileId("UF-" + month + "-" + digits.substring(1, 5) + "-" + digits.substring(5));
    }
}
