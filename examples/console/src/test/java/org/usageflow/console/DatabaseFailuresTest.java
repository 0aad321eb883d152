package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.console.Console.Run;
import org.usageflow.databases.TestDatabases;

/** Databases that cannot be opened: exit 2, one line on standard error, no password anywhere. */
class DatabaseFailuresTest {

    @TempDir
    private Path directory;

    private static Run list(String url, String... more) {
        String[] line = new String[6 + more.length];
        System.arraycopy(new String[] {"list", "--db", url, "--as", Office.VENDOR, "--json"}, 0, line, 0, 6);
        System.arraycopy(more, 0, line, 6, more.length);
        return Console.run(line);
    }

    private static void assertFailure(Run run) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("usage: ").hasLineCount(1).doesNotContain("\tat ", "s3cret");
    }

    @Test
    void unreachable_servers_are_told_by_where_they_are() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        Run postgres = list("jdbc:postgresql://localhost:" + port + "/usage?user=me&password=s3cret");
        Run maria = list("jdbc:mariadb://localhost:" + port + "/usage?user=me&password=s3cret&connectTimeout=2000");

        assertFailure(postgres);
        assertThat(postgres.err())
                .contains("the database jdbc:postgresql://localhost:" + port + "/usage cannot be opened: ");
        assertFailure(maria);
        assertThat(maria.err()).contains("the database jdbc:mariadb://localhost:" + port + "/usage cannot be opened: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:oracle:thin:@localhost:1521/x?password=s3cret",
                "jdbc:mysql://me:s3cret@localhost/usage",
                "jdbc:nothing:x;PASSWORD=s3cret"
            })
    void database_without_a_driver_says_which_there_are(String url) {
        Run run = list(url);

        assertFailure(run);
        assertThat(run.err()).contains("there is no driver for jdbc:", "H2", "PostgreSQL", "MariaDB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:usage;PASSWORD=s3cret",
                "jdbc:h2:file:./x;NO_SUCH_SETTING=1;PASSWORD=s3cret",
                "jdbc:h2:file:./x;WRITE_DELAY=500;PASSWORD=s3cret;IFEXISTS=TRUE",
                "jdbc:postgresql://me:s3cret@localhost/usage",
                "jdbc:mariadb:/usage?password=s3cret"
            })
    void url_that_the_driver_refuses_is_told_without_its_password(String url) {
        assertFailure(list(url));
    }

    @Test
    void stack_trace_has_no_password_either() {
        Run run = list("jdbc:h2:usage;PASSWORD=s3cret", "--debug");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("\tat ", "PASSWORD=***").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"usage", "postgresql://localhost/x?password=s3cret", "jdbc:", ""})
    void what_is_no_url_is_wrong_use(String url) {
        Run run = list(url);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--db", "jdbc:h2:file:./usage").doesNotContain("s3cret");
    }

    @Test
    void h2_that_could_lose_what_was_committed_is_refused() {
        Run run = list("jdbc:h2:file:" + directory.resolve("loose") + ";WRITE_DELAY=500");

        assertFailure(run);
        assertThat(run.err()).contains("WRITE_DELAY=0");
    }

    @Test
    void file_that_is_no_database_is_refused() throws IOException {
        Files.writeString(directory.resolve("text.mv.db"), "This is no database. ".repeat(1_000));

        Run run = list("jdbc:h2:file:" + directory.resolve("text"));

        assertFailure(run);
        assertThat(run.err()).contains("cannot be opened");
    }

    @Test
    void database_that_is_missing_on_a_server_is_told() {
        String url = TestDatabases.postgresql().url();

        Run run = list(url.replaceFirst("/usage_\\d+", "/nowhere"));

        assertFailure(run);
        assertThat(run.err()).contains("nowhere");
    }

    @Test
    void commands_with_faulty_arguments_do_not_open_the_database() {
        Office office = new Office(directory);

        office.as(Office.VENDOR, "list", "--limit", "0");

        assertThat(directory.resolve("usage.mv.db")).doesNotExist();
    }
}
