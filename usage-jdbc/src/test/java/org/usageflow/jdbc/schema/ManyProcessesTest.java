package org.usageflow.jdbc.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;

final class ManyProcessesTest {

    @Test
    void processes_that_migrate_postgresql_at_once_do_it_once() throws IOException {
        TestDatabase database = TestDatabases.postgresql();
        ManyProcesses.assertDoneOnce(database.url(), database.dataSource());
    }

    @Test
    void processes_that_migrate_h2_behind_a_server_at_once_do_it_once(@TempDir Path directory)
            throws IOException, SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
                .start();
        try {
            var source = new JdbcDataSource();
            source.setURL("jdbc:h2:tcp://localhost:" + server.getPort() + "/./usage;WRITE_DELAY=0");
            ManyProcesses.assertDoneOnce(source.getURL(), source);
        } finally {
            server.stop();
        }
    }
}
