package org.usageflow.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.usageflow.databases.TestDatabases;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.dialect.Dialects;

/** Databases that could lose or change what they are given are refused before anything is given. */
final class DatabaseCheckTest {

    @TempDir
    private Path directory;

    private static void assertTaken(DataSource source) {
        assertThatCode(() -> DatabaseSchema.migrate(source, JdbcSettings.DEFAULT))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(DataSource source, String because) {
        assertThatThrownBy(() -> DatabaseSchema.migrate(source, JdbcSettings.DEFAULT))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(because);
    }

    private static JdbcDataSource h2(String url) {
        var source = new JdbcDataSource();
        source.setURL(url);
        return source;
    }

    private String file(String name) {
        return "jdbc:h2:file:" + directory.resolve(name).toAbsolutePath();
    }

    @Test
    void h2_on_disk_that_delays_writing_is_refused() {
        assertRefused(h2(file("delayed")), "WRITE_DELAY=0");
        assertRefused(h2(file("delayed-otherwise") + ";WRITE_DELAY=100"), "WRITE_DELAY=0");
    }

    @Test
    void h2_on_disk_that_writes_at_once_is_taken() {
        assertTaken(h2(file("durable") + ";WRITE_DELAY=0"));
    }

    @Test
    void h2_in_memory_is_taken() {
        assertTaken(h2("jdbc:h2:mem:check;DB_CLOSE_DELAY=-1"));
    }

    @Test
    void h2_of_a_server_is_looked_at_like_an_embedded_one() throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
                .start();
        try {
            String place = "jdbc:h2:tcp://localhost:" + server.getPort() + "/";
            assertRefused(h2(place + "./delayed"), "WRITE_DELAY=0");
            assertTaken(h2(place + "./durable;WRITE_DELAY=0"));
            assertTaken(h2(place + "mem:remote;DB_CLOSE_DELAY=-1"));
        } finally {
            server.stop();
        }
    }

    @Test
    void h2_that_was_set_to_delay_while_it_is_open_is_refused() throws SQLException {
        JdbcDataSource source = h2(file("set-later") + ";WRITE_DELAY=0");
        try (Connection open = source.getConnection();
                Statement statement = open.createStatement()) {
            statement.execute("set write_delay 200");
            assertRefused(h2(file("set-later")), "WRITE_DELAY=0");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MODE=Oracle|mode Oracle",
                "MODE=STRICT|mode STRICT",
                "MODE=DB2|mode DB2",
                "IGNORECASE=TRUE|different ids for equal",
                "COLLATION=ENGLISH|different ids for equal"
            })
    void h2_that_changes_or_equates_texts_is_refused(String setting, String because) {
        assertRefused(h2("jdbc:h2:mem:check" + setting.hashCode() + ";" + setting), because);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "MySQL", "MariaDB", "LEGACY"})
    void h2_in_a_mode_that_understands_the_library_is_taken(String mode) {
        assertTaken(h2("jdbc:h2:mem:mode" + mode + ";DB_CLOSE_DELAY=-1;MODE=" + mode));
    }

    @Test
    void postgresql_that_can_not_keep_every_character_is_refused() throws SQLException {
        String url = TestDatabases.postgresql().url();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists usage_latin");
            statement.execute(
                    "create database usage_latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0");
        }
        var source = new PGSimpleDataSource();
        source.setURL(url.replaceFirst("/usage_\\d+\\?", "/usage_latin?"));

        assertRefused(source, "LATIN1");
    }

    @ParameterizedTest
    @CsvSource({"H2, 2, 1", "PostgreSQL, 11, 9", "MariaDB, 10, 5", "MySQL, 5, 7"})
    void version_that_is_too_old_is_refused(String product, int major, int minor) throws SQLException {
        Connection old = connection(product, major, minor);
        Dialect dialect = Dialects.of(old);

        assertThatThrownBy(() -> dialect.check(old))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(product + " " + major)
                .hasMessageContaining("is the oldest");
    }

    @Test
    void database_that_is_not_known_is_refused() {
        assertThatThrownBy(() -> Dialects.of(connection("Oracle", 23, 0)))
                .isInstanceOf(StoreException.class)
                .hasMessage("Oracle is not supported: H2, PostgreSQL, MariaDB and MySQL are");
    }

    @Test
    void mariadb_behind_a_driver_for_mysql_is_told_by_its_version() throws SQLException {
        assertThat(Dialects.of(connection("MySQL", "10.11.2-MariaDB", 10, 11)).collation())
                .isEqualTo(Dialects.of(connection("MariaDB", 10, 11)).collation())
                .isNotEqualTo(Dialects.of(connection("MySQL", 8, 4)).collation());
    }

    private static Connection connection(String product, int major, int minor) {
        return connection(product, major + "." + minor, major, minor);
    }

    // Answers what it is, and nothing else
    private static Connection connection(String product, String version, int major, int minor) {
        DatabaseMetaData data = (DatabaseMetaData) proxy(DatabaseMetaData.class, name -> switch (name) {
            case "getDatabaseProductName" -> product;
            case "getDatabaseProductVersion" -> version;
            case "getDatabaseMajorVersion" -> major;
            case "getDatabaseMinorVersion" -> minor;
            default -> throw new UnsupportedOperationException(name);
        });
        return (Connection) proxy(Connection.class, name -> {
            if (name.equals("getMetaData")) {
                return data;
            }
            throw new UnsupportedOperationException(name);
        });
    }

    private static Object proxy(Class<?> type, Function<String, Object> answers) {
        return Proxy.newProxyInstance(
                DatabaseCheckTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName()));
    }
}
