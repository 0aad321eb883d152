package org.usageflow.jdbc;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.Names;

/**
 * How a database is used. Immutable, thread-safe.
 *
 * @param schemaName the schema (on MariaDB and MySQL: the database) in which the tables are, which is there already; a letter, then letters, digits and underscores, written without quotes; null for the connection's own
 * @param prefix what the names of all tables, keys and indexes begin with: up to 24 small letters, digits and underscores, no digit first; may be empty
 * @param schemaMode what is done about the schema when a store is opened
 */
public record JdbcSettings(@Nullable String schemaName, String prefix, SchemaMode schemaMode) {

    /** No prefix, the connection's own schema, which is validated. */
    public static final JdbcSettings DEFAULT = new JdbcSettings(null, "", SchemaMode.VALIDATE);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if schema or prefix are no names
     */
    public JdbcSettings {
        Objects.requireNonNull(schemaMode, "schemaMode");
        Names unused = new Names(schemaName, prefix);
    }

    public JdbcSettings inSchema(String name) {
        return new JdbcSettings(name, prefix, schemaMode);
    }

    public JdbcSettings withPrefix(String text) {
        return new JdbcSettings(schemaName, text, schemaMode);
    }

    public JdbcSettings with(SchemaMode mode) {
        return new JdbcSettings(schemaName, prefix, mode);
    }

    Names names() {
        return new Names(schemaName, prefix);
    }
}
