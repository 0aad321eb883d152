package org.usageflow.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finding in data: what is wrong, where, and with which value. A value, not an exception.
 *
 * @param code what is wrong
 * @param severity how much it weighs here
 * @param place where
 * @param value the raw value found, at most {@value #MAX_VALUE} characters, a longer one cut and ended with {@code …}; null where there is none
 * @param arguments what the message's words refer to, by name, e.g. {@code limit}; in the order given
 */
public record Problem(
        ProblemCode code,
        Severity severity,
        Place place,
        @Nullable String value,
        Map<String, String> arguments) {

    /** Longest raw value kept, in characters. */
    public static final int MAX_VALUE = 1_000;

    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(place, "place");
        value = value == null ? null : excerpt(value);
        arguments = arguments.size() < 2
                ? Map.copyOf(arguments)
                : Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** A problem with the code's own severity. */
    public static Problem of(ProblemCode code, Place place, @Nullable String value, Map<String, String> arguments) {
        return new Problem(code, code.severity(), place, value, arguments);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    private static String excerpt(String value) {
        if (value.length() <= MAX_VALUE) {
            return value;
        }
        int end = MAX_VALUE - 1;
        if (Character.isHighSurrogate(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(0, end) + "…";
    }
}
