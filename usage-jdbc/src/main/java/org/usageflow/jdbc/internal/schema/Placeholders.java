package org.usageflow.jdbc.internal.schema;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.sql.Names;

/** What the placeholders of a step stand for: <code>${table:record}</code>, <code>${name:record_pk}</code> and <code>${collation}</code>. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:]*)(?::([^}]*))?}");

    private final Dialect dialect;
    private final Names names;

    Placeholders(Dialect dialect, Names names) {
        this.dialect = dialect;
        this.names = names;
    }

    /**
     * Puts in what they stand for.
     *
     * @throws IllegalStateException if there is another one
     */
    String replace(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(each -> Matcher.quoteReplacement(meaning(each)));
    }

    private String meaning(MatchResult placeholder) {
        @Nullable String argument = placeholder.group(2);
        if (argument == null) {
            if (placeholder.group(1).equals("collation")) {
                return dialect.collation();
            }
        } else if (placeholder.group(1).equals("table")) {
            return names.table(argument);
        } else if (placeholder.group(1).equals("name")) {
            return names.name(argument);
        }
        throw new IllegalStateException("a step of the schema holds an unknown placeholder: " + placeholder.group());
    }
}
