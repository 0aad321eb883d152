package org.usageflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.databases.TestDatabase;
import org.usageflow.error.ContentException;
import org.usageflow.jdbc.ContractDatabase.Access;
import org.usageflow.jdbc.ContractDatabase.Opened;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.testkit.store.StoreFixtures;

/** Uploads in a database: what the contract leaves open. Source: rules §4.1, §8 (retention), §10. */
abstract class ContentRules {

    private static final UsageFileId FILE = StoreFixtures.fileId(1);

    private final TestDatabase.Kind kind;

    @TempDir
    Path directory;

    private Opened opened;
    private JdbcContentStore contents;
    private Path upload;
    private String sha256;

    @SuppressWarnings("NullAway.Init") // opened before each test
    ContentRules(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    /** Three chunks, the last one of a byte. */
    @BeforeEach
    void open() throws Exception {
        opened = ContractDatabase.emptied(kind, Access.AUTO_COMMIT);
        contents = JdbcContentStore.open(ConnectionSource.owning(opened.connections()), opened.settings())
                .withTemporaryDirectory(Files.createDirectory(directory.resolve("temporary")));
        byte[] bytes = new byte[2 * CheckedChunks.SIZE + 1];
        Arrays.fill(bytes, (byte) 'u');
        upload = Files.write(directory.resolve("upload"), bytes);
        sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private void put(ContentStore store) throws IOException {
        try (UploadSource source = UploadSource.of(upload)) {
            store.put(FILE, sha256, source);
        }
    }

    private long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("temporary"))) {
            return files.count();
        }
    }

    private void execute(String sql) {
        try (Connection connection = opened.connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    sql.replace("{chunk}", opened.settings().names().table("content_chunk")));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void upload_is_kept_in_chunks_and_leaves_none_when_it_is_erased() throws IOException {
        put(contents);
        assertThat(opened.rows("content_chunk")).isEqualTo(3);
        assertThat(contents.list(FILE)).containsExactly(sha256);

        contents.erase(FILE, sha256);

        assertThat(opened.rows("content_chunk")).isZero();
        assertThat(contents.list(FILE)).isEmpty();
    }

    @Test
    void opened_upload_is_a_temporary_file_until_it_is_closed() throws IOException {
        put(contents);

        try (UploadSource source = contents.open(FILE, sha256);
                InputStream in = source.open()) {
            assertThat(temporaryFiles()).isEqualTo(1);
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(upload));
        }

        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void upload_whose_bytes_were_changed_is_damaged_and_leaves_no_temporary_file() throws IOException {
        put(contents);
        execute("update {chunk} set bytes = (select b.bytes from (select bytes from {chunk} where chunk_no = 2) b)"
                + " where chunk_no = 1");

        assertThatThrownBy(() -> contents.open(FILE, sha256))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("damaged");
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void upload_that_lost_a_chunk_is_damaged_and_leaves_no_temporary_file() throws IOException {
        put(contents);
        execute("delete from {chunk} where chunk_no = 1");

        assertThatThrownBy(() -> contents.open(FILE, sha256))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("chunk 1 is missing");
        assertThat(temporaryFiles()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2 * CheckedChunks.SIZE + 1, 2 * CheckedChunks.SIZE + 2, 1, 0})
    void upload_that_changes_while_it_is_kept_is_refused_and_nothing_is_kept(int size) {
        opened.connections().tell(statement -> {
            if (statement.contains("usage_content ")) {
                overwrite(new byte[size]);
            }
        });

        assertThatThrownBy(() -> put(contents)).isInstanceOf(IOException.class);

        assertThat(opened.rows("content")).isZero();
        assertThat(opened.rows("content_chunk")).isZero();
    }

    private void overwrite(byte[] bytes) {
        try {
            Files.write(upload, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void upload_kept_beside_a_transaction_that_fails_stays() throws IOException {
        assertThatThrownBy(() -> opened.store().inTransaction(session -> {
                    session.files().insert(StoreFixtures.file(1).build());
                    try {
                        put(contents);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    throw new IllegalStateException("deliberate");
                }))
                .hasMessage("deliberate");

        assertThat(contents.list(FILE)).containsExactly(sha256);
        assertThat(opened.rows("file")).isZero();
    }

    @Test
    void upload_on_a_lent_connection_is_kept_and_read_while_a_statement_is_at_work() throws Exception {
        put(contents);
        try (Connection host = opened.connections().getConnection()) {
            int isolation = host.getTransactionIsolation();
            host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            host.setAutoCommit(false);
            JdbcContentStore lent = JdbcContentStore.open(ConnectionSource.lending(() -> host), opened.settings());
            try (Statement statement = host.createStatement()) {
                statement.setFetchSize(1);
                try (ResultSet rows = statement.executeQuery("select chunk_no from "
                        + opened.settings().names().table("content_chunk") + " order by chunk_no")) {
                    assertThat(rows.next()).isTrue();
                    lent.open(FILE, sha256).close();
                    lent.erase(FILE, sha256);
                    put(lent);
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getInt(1)).isEqualTo(1);
                }
            }
            lent.erase(FILE, sha256);
            assertThat(lent.list(FILE)).isEmpty();
            host.rollback();
            host.setAutoCommit(true);
            host.setTransactionIsolation(isolation);
        }

        assertThat(contents.list(FILE)).containsExactly(sha256);
        assertThat(opened.rows("content_chunk")).isEqualTo(3);
    }
}
