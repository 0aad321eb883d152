package org.usageflow.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A column of the {@code records} table.
 *
 * @param name the canonical name: trimmed, in lower case
 * @param type how its cells are read
 * @param use what the schema wants of it
 * @param max most characters of a text, or most decimals of a number (trailing zeros aside); 0 for times and whole numbers
 * @param aliases older names that are read too
 * @param accepted the words of a {@link ColumnType#CHOICE}, in lower case; else empty
 * @param definition what it means, in a sentence, for the template's instructions
 */
public record Column(
        String name,
        ColumnType type,
        ColumnUse use,
        int max,
        List<String> aliases,
        List<String> accepted,
        String definition) {

    /** Longest id, search value or name, in characters. */
    public static final int MAX_ID = 255;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the name is not trimmed and in lower case, or begins with {@code v.} or {@code p.}
     */
    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(use, "use");
        aliases = List.copyOf(aliases);
        accepted = List.copyOf(accepted);
        Objects.requireNonNull(definition, "definition");
        if (!name.equals(name.strip().toLowerCase(Locale.ROOT)) || name.isEmpty()) {
            throw new IllegalArgumentException("a column's name is trimmed and in lower case: '" + name + "'");
        }
        if (!aliases.stream().allMatch(each -> each.equals(each.strip().toLowerCase(Locale.ROOT)))) {
            throw new IllegalArgumentException("a column's older names are trimmed and in lower case: " + aliases);
        }
        if (name.startsWith("v.") || name.startsWith("p.")) {
            throw new IllegalArgumentException("v. and p. are not for schemas: '" + name + "'");
        }
        if (type == ColumnType.CHOICE && accepted.isEmpty()) {
            throw new IllegalArgumentException("a choice has words: '" + name + "'");
        }
    }

    /** An id of at most 255 characters. */
    public static Column identifier(String name, ColumnUse use, String definition) {
        return new Column(name, ColumnType.IDENTIFIER, use, MAX_ID, List.of(), List.of(), definition);
    }

    /** Free text. */
    public static Column text(String name, ColumnUse use, int maxCharacters, String definition) {
        return new Column(name, ColumnType.TEXT, use, maxCharacters, List.of(), List.of(), definition);
    }

    /** A decimal number. */
    public static Column decimal(String name, ColumnUse use, int maxDecimals, String definition) {
        return new Column(name, ColumnType.DECIMAL, use, maxDecimals, List.of(), List.of(), definition);
    }

    /** A time in UTC. */
    public static Column time(String name, ColumnUse use, String definition) {
        return new Column(name, ColumnType.TIME, use, 0, List.of(), List.of(), definition);
    }

    /** One of a list of words. */
    public static Column choice(String name, ColumnUse use, List<String> accepted, String definition) {
        return new Column(name, ColumnType.CHOICE, use, MAX_ID, List.of(), accepted, definition);
    }

    /** This column with another use. */
    public Column withUse(ColumnUse other) {
        return new Column(name, type, other, max, aliases, accepted, definition);
    }

    /** This column with an older name that is read too. */
    public Column withAlias(String alias) {
        var all = new ArrayList<>(aliases);
        all.add(alias);
        return new Column(name, type, use, max, all, accepted, definition);
    }
}
