package org.usageflow.jdbc.internal.schema;

import java.util.List;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.sql.Names;

/**
 * A numbered step of the schema of one dialect.
 *
 * @param number from 1 on, without gaps
 * @param name as its resource is called, e.g. {@code V001__usage}
 * @param checksum SHA-256 of the text with the ends of its lines made equal, in hexadecimal digits
 * @param text the statements, with placeholders
 */
public record SchemaStep(int number, String name, String checksum, String text) {

    /** The statements for one database, in order. */
    List<String> statements(Dialect dialect, Names names) {
        return SqlScript.statements(sql(dialect, names));
    }

    /** The whole text for one database. */
    String sql(Dialect dialect, Names names) {
        return new Placeholders(dialect, names).replace(text);
    }
}
