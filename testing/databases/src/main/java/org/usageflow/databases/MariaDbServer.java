package org.usageflow.databases;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The MariaDB server of this process, if MariaDB is installed. */
final class MariaDbServer {

    private static final int PATIENCE_SECONDS = 60;

    private final int port;

    private MariaDbServer(Path daemon, Path installer) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("usageflow-mariadb-");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path data = home.resolve("data");
        String user = "--user="
                + (System.getProperty("user.name").equals("root") ? "mysql" : System.getProperty("user.name"));
        run(
                home,
                List.of(
                        installer.toString(),
                        "--no-defaults",
                        user,
                        "--datadir=" + data,
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db"));
        port = freePort();
        Process server = new ProcessBuilder(
                        daemon.toString(),
                        "--no-defaults",
                        user,
                        "--datadir=" + data,
                        "--socket=" + home.resolve("s"),
                        "--pid-file=" + home.resolve("pid"),
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--max-connections=200",
                        "--max-allowed-packet=64M",
                        "--innodb-buffer-pool-size=512M",
                        "--innodb-log-file-size=512M")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, home)));
        awaitAnswer(server, home.resolve("log"));
    }

    private static final class Holder {
        static final Optional<MariaDbServer> SERVER = start();

        private static Optional<MariaDbServer> start() {
            Path daemon = find("mariadbd", "mysqld");
            Path installer = find("mariadb-install-db", "mysql_install_db");
            if (daemon == null || installer == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(new MariaDbServer(daemon, installer));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The server; empty where none is installed. */
    static Optional<MariaDbServer> started() {
        return Holder.SERVER;
    }

    String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root";
    }

    private static @Nullable Path find(String... names) {
        String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin" + File.pathSeparator + "/usr/local/sbin";
        for (String name : names) {
            for (String folder : path.split(File.pathSeparator, -1)) {
                Path program = Path.of(folder, name);
                if (Files.isExecutable(program)) {
                    return program;
                }
            }
        }
        return null;
    }

    private static void run(Path home, List<String> command) throws IOException, InterruptedException {
        Path log = home.resolve("install");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("MariaDB was not installed: " + Files.readString(log));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer(Process server, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (server.isAlive() && System.nanoTime() < deadline) {
            try {
                DriverManager.getConnection(url("")).close();
                return;
            } catch (SQLException e) {
                // Not yet: the wait is for the process to end, which it does not do
                server.waitFor(200, TimeUnit.MILLISECONDS);
            }
        }
        throw new IOException("MariaDB does not answer: " + Files.readString(log));
    }

    private static void end(Process server, Path home) {
        server.destroyForcibly();
        try {
            server.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> all = Files.walk(home)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // What is left is in the directory for temporary files
        }
    }
}
