package org.usageflow.jdbc.internal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement, or a part of one, with the parameters that belong to it. Used by one thread. */
final class Clause {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** Begins with some text, and as many parameters as it has marks. */
    static Clause of(String beginning, @Nullable Object... values) {
        return new Clause().add(beginning, values);
    }

    /** Goes on behind a blank. */
    Clause add(String more, @Nullable Object... values) {
        if (!text.isEmpty()) {
            text.append(' ');
        }
        text.append(more);
        for (Object each : values) {
            parameters.add(each);
        }
        return this;
    }

    Clause add(Clause other) {
        return add(other.text.toString(), other.parameters());
    }

    /** {@code column in (?, ?, ?)}; at least one value. */
    Clause in(String column, Collection<?> values) {
        add(column + " in (?" + ", ?".repeat(values.size() - 1) + ")");
        parameters.addAll(values);
        return this;
    }

    String text() {
        return text.toString();
    }

    @Nullable
    Object[] parameters() {
        return parameters.toArray();
    }
}
