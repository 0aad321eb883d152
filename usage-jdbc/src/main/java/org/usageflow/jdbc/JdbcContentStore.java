package org.usageflow.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.ContentException;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.Sql;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.ContentStore;

/**
 * Keeps uploads in the database, in chunks of 256 KiB.
 *
 * <p>Of a connection source that owns, each call is a transaction of its own on a connection of its own, whatever transaction of a store is at work in the thread: what was put is there when the call returns. On a lent connection it
 * is part of the host's transaction.
 *
 * <p>What is opened is copied to a temporary file first, in the system's directory unless told otherwise, which goes when it is closed. Thread-safe; several processes may use the same tables. Memory is that of a chunk.
 *
 * <p>Failures of the database are {@link org.usageflow.error.StoreException}s, as {@link JdbcUsageStore}'s are, and nothing is kept then.
 */
public final class JdbcContentStore implements ContentStore {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final List<String> COLUMNS = List.of("file_no", "sha256", "size_bytes", "chunks");
    // What is kept was let in under a limit before.
    private static final UploadLimits ANY_SIZE = UploadLimits.DEFAULTS.withBytes(Long.MAX_VALUE);

    private final Transactions transactions;
    private final @Nullable Path temporary;

    private JdbcContentStore(Transactions transactions, @Nullable Path temporary) {
        this.transactions = transactions;
        this.temporary = temporary;
    }

    /**
     * Opens a store. The database is looked at, and its schema as the settings say; where the connections are lent, the calling thread has a transaction at work.
     *
     * @throws org.usageflow.error.StoreException if the database is not supported, could lose what was committed, or has another schema
     */
    public static JdbcContentStore open(ConnectionSource source, JdbcSettings settings) {
        return new JdbcContentStore(
                Opening.transactions(
                        Objects.requireNonNull(source, "source"), Objects.requireNonNull(settings, "settings")),
                null);
    }

    /**
     * This store with its temporary files elsewhere.
     *
     * @param directory is there already; it needs room for the largest uploads that are open at a time
     */
    public JdbcContentStore withTemporaryDirectory(Path directory) {
        return new JdbcContentStore(transactions, Objects.requireNonNull(directory, "directory"));
    }

    /** Of two calls that keep the same at a time one waits, and then finds it kept. */
    @Override
    public void put(UsageFileId file, String sha256, UploadSource source) throws IOException {
        long number = FileNumbers.of(file);
        checkForm(sha256);
        long size;
        try (InputStream in = source.open()) {
            var checked = new CheckedChunks(in);
            checked.forEach(Long.MAX_VALUE, any -> {});
            size = checked.checkedSize(file, sha256);
        }
        run(sql -> {
            insert(sql, number, file, sha256, size, source);
            return true;
        });
    }

    private void insert(Sql sql, long number, UsageFileId file, String sha256, long size, UploadSource source)
            throws IOException {
        Dialect dialect = transactions.dialect();
        int chunks = Math.toIntExact((size + CheckedChunks.SIZE - 1) / CheckedChunks.SIZE);
        if (!dialect.insertAbsent(sql, "content", COLUMNS, number, sha256, size, chunks)) {
            return;
        }
        try (InputStream in = source.open()) {
            // Read again, and so checked again
            var checked = new CheckedChunks(in);
            var next = new int[1];
            checked.forEach(
                    size,
                    chunk -> sql.update(
                            "insert into {content_chunk} (file_no, sha256, chunk_no, bytes) values (?, ?, ?, ?)",
                            number,
                            sha256,
                            next[0]++,
                            chunk));
            checked.checkedSize(file, sha256);
        }
    }

    private static void checkForm(String sha256) {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits: '" + sha256 + "'");
        }
    }

    @Override
    public UploadSource open(UsageFileId file, String sha256) throws IOException {
        long number = FileNumbers.of(file);
        checkForm(sha256);
        @Nullable UploadSource[] spooled = new UploadSource[1];
        try {
            return run(sql -> {
                discard(spooled);
                spooled[0] = spool(sql, file, number, sha256);
                return spooled[0];
            });
        } catch (Throwable e) {
            discard(spooled);
            throw e;
        }
    }

    private UploadSource spool(Sql sql, UsageFileId file, long number, String sha256) throws IOException {
        Optional<Integer> chunks = sql.first(
                "select chunks from {content} where file_no = ? and sha256 = ?", Row::integer, number, sha256);
        if (chunks.isEmpty()) {
            throw new ContentException("the upload " + sha256 + " of " + file + " is not kept, or not any more");
        }
        try (var kept = new KeptChunks(sql, number, sha256, chunks.get())) {
            UploadSource spooled = UploadSource.spool(kept, ANY_SIZE, temporary);
            String found = kept.sha256();
            if (!found.equals(sha256)) {
                spooled.close();
                throw new ContentException(
                        "the upload " + sha256 + " of " + file + " is damaged: its SHA-256 is " + found + " now");
            }
            return spooled;
        }
    }

    /** What was spooled in a transaction that failed afterwards. */
    private static void discard(@Nullable UploadSource[] spooled) throws IOException {
        UploadSource former = spooled[0];
        if (former != null) {
            former.close();
        }
    }

    @Override
    public Set<String> list(UsageFileId file) throws IOException {
        long number = FileNumbers.of(file);
        return run(sql -> new TreeSet<>(sql.list("select sha256 from {content} where file_no = ?", Row::text, number)));
    }

    @Override
    public void erase(UsageFileId file, String sha256) throws IOException {
        long number = FileNumbers.of(file);
        checkForm(sha256);
        run(sql -> {
            sql.update("delete from {content} where file_no = ? and sha256 = ?", number, sha256);
            return sql.update("delete from {content_chunk} where file_no = ? and sha256 = ?", number, sha256);
        });
    }

    /** What is done in a transaction and may fail to read or write. */
    @FunctionalInterface
    private interface Work<T> {
        T run(Sql sql) throws IOException;
    }

    private <T> T run(Work<T> work) throws IOException {
        try {
            return transactions.run(sql -> {
                try {
                    return work.run(sql);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
