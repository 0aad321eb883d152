package org.usageflow.core;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.store.IdSource;

/** Ids by chance: eight digits a month, of which nobody guesses the next. */
final class RandomIds implements IdSource {

    private static final int BOUND = 100_000_000;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    private final SecureRandom random = new SecureRandom();

    @Override
    public UsageFileId nextFile(YearMonth month) {
        String digits = Integer.toString(BOUND + random.nextInt(BOUND));
        return new UsageFileId("UF-" + MONTH.format(month) + "-" + digits.substring(1, 5) + "-" + digits.substring(5));
    }
}
