package org.usageflow.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.DatabaseKind;
import org.usageflow.jdbc.DatabaseSchema;

final class MariaDbMigrationIT extends MigrationRules {

    @Override
    TestDatabase emptyDatabase() {
        Optional<TestDatabase> database = TestDatabases.mariaDb();
        Assumptions.assumeTrue(database.isPresent(), "MariaDB is not installed: its schema is not proved here");
        return database.get();
    }

    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }

    @Override
    String otherTimeZone() {
        return "set time_zone = '+09:00'";
    }

    @Test
    void processes_that_migrate_at_once_do_it_once() throws IOException {
        ManyProcesses.assertDoneOnce(database.url(), source);
    }

    @Test
    void client_executes_the_printed_text_twice(@TempDir Path directory) throws IOException, InterruptedException {
        URI place = URI.create(database.url().substring("jdbc:".length()));

        SqlClient.assertExecutes(
                directory,
                DatabaseKind.MARIADB,
                database,
                List.of(
                        "mariadb",
                        "--no-defaults",
                        "--protocol=tcp",
                        "--host=" + place.getHost(),
                        "--port=" + place.getPort(),
                        "--user=root",
                        place.getPath().substring(1)));
    }

    @Test
    void connection_that_would_cut_texts_is_refused() {
        DataSource loose = new PreparedDataSource(
                source, connection -> PlainSql.execute(connection, "set session sql_mode = 'NO_ENGINE_SUBSTITUTION'"));

        assertThatThrownBy(() -> DatabaseSchema.migrate(loose, PLAIN))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("STRICT_TRANS_TABLES");
    }

    @Test
    void server_that_takes_small_packets_alone_is_refused() {
        String former =
                PlainSql.texts(source, "select @@global.max_allowed_packet").get(0);
        PlainSql.execute(source, "set global max_allowed_packet = 2097152");
        try {
            assertThatThrownBy(() -> DatabaseSchema.migrate(source, PLAIN))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("max_allowed_packet");
        } finally {
            PlainSql.execute(source, "set global max_allowed_packet = " + former);
        }
    }

    @Test
    void connection_without_a_database_needs_one_named() throws SQLException {
        URI place = URI.create(database.url().substring("jdbc:".length()));
        var nowhere = new MariaDbDataSource(
                "jdbc:mariadb://" + place.getHost() + ":" + place.getPort() + "/?" + place.getQuery());

        assertThatThrownBy(() -> DatabaseSchema.migrate(nowhere, PLAIN))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("name one in JdbcSettings");
        assertThat(DatabaseSchema.migrate(
                        nowhere, PLAIN.inSchema(place.getPath().substring(1))))
                .isNotEmpty();
        DatabaseSchema.validate(source, PLAIN);
    }
}
