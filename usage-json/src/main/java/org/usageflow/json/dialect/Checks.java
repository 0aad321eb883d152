package org.usageflow.json.dialect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the documents' parts have in common. */
final class Checks {

    private static final long MAX_COUNT = 999_999_999_999_999_999L;

    private Checks() {}

    // Null stands for a part that says nothing, so that there is one way to say it
    static void saysSomething(String what, @Nullable Object... members) {
        for (Object member : members) {
            if (member != null) {
                return;
            }
        }
        throw new IllegalArgumentException(what + " without any member is left out, and null");
    }

    static void counts(@Nullable Long... counts) {
        for (Long count : counts) {
            if (count != null && (count < 0 || count > MAX_COUNT)) {
                throw new IllegalArgumentException("no number of records: " + count);
            }
        }
    }

    static Map<String, String> ordered(Map<String, String> members) {
        return members.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
}
