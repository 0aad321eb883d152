package org.usageflow.jdbc.internal.schema;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.sql.Names;
import org.usageflow.jdbc.internal.sql.Sql;

/** Looks at the schema of a database, and brings it to this version. Immutable, thread-safe. */
public final class SchemaRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRunner.class);

    private final Dialect dialect;
    private final Names names;
    private final List<SchemaStep> steps;
    private final StepsDone done;

    public SchemaRunner(Dialect dialect, Names names) {
        this(dialect, names, SchemaSteps.of(dialect));
    }

    SchemaRunner(Dialect dialect, Names names, List<SchemaStep> steps) {
        this.dialect = dialect;
        this.names = names;
        this.steps = steps;
        this.done = new StepsDone(dialect, names);
    }

    /**
     * Looks whether the database has the schema of this version.
     *
     * @throws StoreException if not, with words on what differs and how to migrate
     */
    public void validate(Sql sql) {
        SchemaComparison found = compared(sql);
        if (!found.fits()) {
            throw refused(found);
        }
    }

    /** Makes the table of the steps where it is not there. */
    public void begin(Sql sql) {
        execute(sql, done.creation());
    }

    /**
     * Does what is missing; the caller holds the lock.
     *
     * @return the names of the steps that were done, in order
     * @throws StoreException if what was done before is not what this version knows; then nothing is done
     */
    public List<String> migrate(Sql sql) {
        SchemaComparison found = compared(sql);
        if (!found.foreign().isEmpty()) {
            throw refused(found);
        }
        var names = new ArrayList<String>();
        for (SchemaStep step : found.missing()) {
            step.statements(dialect, this.names).forEach(statement -> execute(sql, statement));
            execute(sql, done.note(step));
            LOG.info("schema step {} was done", step.name());
            names.add(step.name());
        }
        return List.copyOf(names);
    }

    /** What tells the lock of this schema and prefix from others. */
    public String lockKey(Sql sql) {
        String named = names.schema();
        String schema = named != null ? named : dialect.currentSchema(sql);
        if (schema.isEmpty()) {
            throw new StoreException(
                    "the connection has no schema or database of its own: name one in JdbcSettings", null);
        }
        return SchemaSteps.sha256(schema.toLowerCase(Locale.ROOT) + "/" + names.name("schema"));
    }

    /** All statements, also those that note the steps, as one text. Done again it changes nothing. */
    public String text() {
        var text = new StringBuilder(done.creation());
        for (SchemaStep step : steps) {
            text.append('\n').append(step.sql(dialect, names).strip()).append("\n\n");
            text.append(done.note(step)).append(";\n");
        }
        return text.toString();
    }

    private SchemaComparison compared(Sql sql) {
        return SchemaComparison.of(steps, done.read(sql));
    }

    private StoreException refused(SchemaComparison found) {
        String way = found.foreign().isEmpty()
                ? ". Call DatabaseSchema.migrate(dataSource, settings), open the store with SchemaMode.MIGRATE, or have an administrator execute the text of DatabaseSchema.printSql(kind, settings)"
                : "";
        return new StoreException(
                "the schema of the database is not the one of this version of the library: " + found.words(names) + way,
                null);
    }

    private static void execute(Sql sql, String text) {
        for (String each : SqlScript.statements(text)) {
            try (Statement statement = sql.connection().createStatement()) {
                statement.execute(each);
            } catch (SQLException e) {
                throw Sql.failed(e);
            }
        }
    }
}
