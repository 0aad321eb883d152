package org.usageflow.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The PostgreSQL server of this process, from binaries that come with the build. */
final class PostgresServer {

    private final EmbeddedPostgres server;

    private PostgresServer() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final PostgresServer SERVER = new PostgresServer();
    }

    static PostgresServer started() {
        return Holder.SERVER;
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database + "?user=postgres";
    }
}
