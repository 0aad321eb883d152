package org.usageflow.jdbc.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.JdbcUsageStore;
import org.usageflow.jdbc.schema.PlainSql;

/** An interrupt closes the file of an embedded H2, and the database with it; its file system {@code async} bears it, as docs/persistence.md says. */
final class H2InterruptTest {

    @TempDir
    private Path directory;

    @Test
    void interrupted_thread_commits_to_a_database_of_the_file_system_async() {
        var source = new JdbcDataSource();
        source.setURL(
                "jdbc:h2:async:" + directory.resolve("usage").toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1");
        DatabaseSchema.migrate(source, JdbcSettings.DEFAULT);
        JdbcUsageStore store = JdbcUsageStore.open(source);

        for (int i = 0; i < 20; i++) {
            String subject = "s" + i;
            Thread.currentThread().interrupt();
            try {
                store.inTransaction(session -> {
                    Leases.take(session, "me", subject);
                    return true;
                });
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }

        assertThat(Leases.committed(source))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "s" + i + "=me").toList());
        PlainSql.execute(source, "shutdown");
    }
}
