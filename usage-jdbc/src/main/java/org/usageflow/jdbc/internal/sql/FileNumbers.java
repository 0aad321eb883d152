package org.usageflow.jdbc.internal.sql;

import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;

/** The ids of files as numbers: their digits, in the order of the ids. */
public final class FileNumbers {

    private FileNumbers() {}

    /** {@code UF-2026-05-1234-5678} is 20260512345678. */
    public static long of(UsageFileId id) {
        String text = id.value();
        long number = 0;
        for (int i = 3; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '-') {
                number = number * 10 + (c - '0');
            }
        }
        return number;
    }

    public static UsageFileId id(long number) {
        String digits = Long.toString(100_000_000_000_000L + number).substring(1);
        return new UsageFileId("UF-" + digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-"
                + digits.substring(6, 10) + "-" + digits.substring(10));
    }

    /** The id of a record by the number of its file and its own. */
    public static UsageRecordId record(long file, int number) {
        return UsageRecordId.of(id(file), number);
    }
}
