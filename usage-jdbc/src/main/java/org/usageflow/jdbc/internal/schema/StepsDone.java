package org.usageflow.jdbc.internal.schema;

import java.util.List;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.sql.Names;
import org.usageflow.jdbc.internal.sql.Sql;

/** The table that tells which steps were done to a database. */
final class StepsDone {

    /**
     * A step that was done.
     *
     * @param library the version of the library that did it
     */
    record Entry(int number, String name, String checksum, String library) {}

    private final Dialect dialect;
    private final Names names;

    StepsDone(Dialect dialect, Names names) {
        this.dialect = dialect;
        this.names = names;
    }

    /** What makes the table where it is not there. */
    String creation() {
        return new Placeholders(dialect, names).replace(SchemaSteps.table(dialect));
    }

    /** The statement that notes a step where it is not noted. */
    String note(SchemaStep step) {
        return """
                insert into %s (step_no, name, checksum, done_at, library)
                select %d, '%s', '%s', %s, '%s' from (select 1 as one) src
                where not exists (select 1 from %s where step_no = %d)""".formatted(
                        names.table("schema"),
                        step.number(),
                        step.name(),
                        step.checksum(),
                        dialect.utcNow(),
                        LibraryVersion.quotable(),
                        names.table("schema"),
                        step.number());
    }

    /** What was done, by number; empty also where there is no table. */
    List<Entry> read(Sql sql) {
        if (!dialect.hasTable(sql, "schema")) {
            return List.of();
        }
        return sql.list(
                "select step_no, name, checksum, library from {schema} where step_no > 0 order by step_no",
                row -> new Entry(row.integer(), row.text(), row.text(), row.text()));
    }
}
