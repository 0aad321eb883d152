package org.usageflow.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as texts of one length, which sort as the times do. */
final class Instants {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT);

    private Instants() {}

    static String sortable(Instant time) {
        return FORM.format(time.atOffset(ZoneOffset.UTC));
    }
}
