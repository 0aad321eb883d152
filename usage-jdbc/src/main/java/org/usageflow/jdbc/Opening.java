package org.usageflow.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.dialect.Dialects;
import org.usageflow.jdbc.internal.schema.SchemaRunner;
import org.usageflow.jdbc.internal.sql.Names;
import org.usageflow.jdbc.internal.sql.Sql;

/** What is looked at when a store is opened. */
final class Opening {

    /** What is asked of a connection. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private Opening() {}

    static Transactions transactions(ConnectionSource source, JdbcSettings settings) {
        Names names = settings.names();
        Dialect dialect = dialect(source);
        switch (settings.schemaMode()) {
            case NONE -> {}
            case VALIDATE -> validate(source, dialect, names);
            case MIGRATE -> migrate(source, settings);
        }
        return new Transactions(source, dialect, names);
    }

    /** The dialect of a source's database, which was looked at. */
    static Dialect dialect(ConnectionSource source) {
        return ask(source, connection -> {
            Dialect dialect = Dialects.of(connection);
            dialect.check(connection);
            return dialect;
        });
    }

    static void validate(ConnectionSource source, Dialect dialect, Names names) {
        ask(source, connection -> {
            new SchemaRunner(dialect, names).validate(new Sql(connection, names));
            return true;
        });
    }

    private static void migrate(ConnectionSource source, JdbcSettings settings) {
        if (!source.owns()) {
            throw new StoreException(
                    "a store on the host's connection does not migrate, as that would commit the host's transaction on most databases: call DatabaseSchema.migrate(dataSource, settings) when the host starts",
                    null);
        }
        DatabaseSchema.migrate(source, settings);
    }

    private static <T> T ask(ConnectionSource source, Question<T> question) {
        try {
            if (!source.owns()) {
                return question.ask(source.borrow());
            }
            try (Connection connection = source.open()) {
                T answer = question.ask(connection);
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                return answer;
            }
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }
}
