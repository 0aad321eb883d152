package org.usageflow.jdbc.internal.sql;

import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of tables as they are in one database: statements write {@code {record}}, and it becomes {@code schema.prefix_usage_record}.
 *
 * <p>Thread-safe. What was replaced once is kept; statements come from the code alone, so there are some hundreds.
 */
public final class Names {

    private static final Pattern TOKEN = Pattern.compile("\\{([a-z_]+)}");
    private static final Pattern PREFIX = Pattern.compile("([a-z_][a-z0-9_]{0,23})?");
    private static final Pattern SCHEMA = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    private final @Nullable String schema;
    private final String qualifier;
    private final String prefix;
    private final ConcurrentHashMap<String, String> replaced = new ConcurrentHashMap<>();

    /**
     * Makes names.
     *
     * @param schema where the tables are; null for the connection's own
     * @param prefix what the names of all tables, keys and indexes begin with; may be empty
     * @throws IllegalArgumentException if one could be anything else than a name
     */
    public Names(@Nullable String schema, String prefix) {
        if (schema != null && !SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("no name of a schema: '" + schema + "'");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "a prefix is up to 24 small letters, digits and underscores, no digit first: '" + prefix + "'");
        }
        this.schema = schema;
        this.qualifier = schema == null ? "" : schema + ".";
        this.prefix = prefix + "usage_";
    }

    /** Where the tables are; null for the connection's own schema. */
    public @Nullable String schema() {
        return schema;
    }

    /** The full name of a table. */
    public String table(String name) {
        return qualifier + prefix + name;
    }

    /** The name of a key or an index, which lies in the schema of its table. */
    public String name(String name) {
        return prefix + name;
    }

    /** The statement with the names of its tables in full. */
    public String sql(String statement) {
        String known = replaced.get(statement);
        return known != null ? known : replaced.computeIfAbsent(statement, this::replace);
    }

    private String replace(String statement) {
        return TOKEN.matcher(statement).replaceAll(token -> Matcher.quoteReplacement(table(token.group(1))));
    }
}
