package org.usageflow.spi.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an upload, in a file, so that they can be read more than once and at any place.
 *
 * <p>Close it: a source made from a stream removes its temporary file then. Thread-safe for reading.
 */
public final class UploadSource implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final Path path;
    private final boolean temporary;
    private final @Nullable Runnable watcher;

    private UploadSource(Path path, boolean temporary, @Nullable Runnable watcher) {
        this.path = path;
        this.temporary = temporary;
        this.watcher = watcher;
    }

    /** A file that stays where it is, and must not change while it is read. */
    public static UploadSource of(Path file) {
        return new UploadSource(Objects.requireNonNull(file, "file"), false, null);
    }

    /**
     * Copies a stream to a temporary file. Of a stream longer than the limit one byte more than the limit is copied, so that the upload is seen to be too large without being
     * stored.
     *
     * @param content is read to its end, and stays open
     * @param limits whose number of bytes counts
     * @param directory for the temporary file; null for the system's
     * @throws IOException if the stream cannot be read or the file not written; nothing is left behind
     */
    public static UploadSource spool(InputStream content, UploadLimits limits, @Nullable Path directory)
            throws IOException {
        Path file = directory == null
                ? Files.createTempFile("usageflow-", ".upload")
                : Files.createTempFile(directory, "usageflow-", ".upload");
        try (OutputStream out = Files.newOutputStream(file)) {
            copy(content, out, Math.min(limits.bytes(), Long.MAX_VALUE - 1) + 1);
        } catch (Throwable e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new UploadSource(file, true, null);
    }

    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = most;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                return;
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    /**
     * The same bytes, for who wants to know that they are being read.
     *
     * @param onRead called in the reading thread each time that bytes of a stream of {@link #open} were read
     * @return a source whose closing leaves the bytes where they are
     */
    public UploadSource watched(Runnable onRead) {
        return new UploadSource(path, false, Objects.requireNonNull(onRead, "onRead"));
    }

    /** Where the bytes are. */
    public Path path() {
        return path;
    }

    /**
     * Number of bytes.
     *
     * @throws IOException if the file cannot be looked at
     */
    public long size() throws IOException {
        return Files.size(path);
    }

    /**
     * Reads from the start. The stream is the caller's to close.
     *
     * @throws IOException if the file cannot be opened
     */
    public InputStream open() throws IOException {
        InputStream bytes = Files.newInputStream(path);
        Runnable told = watcher;
        return told == null ? bytes : new WatchedStream(bytes, told);
    }

    /** Removes the temporary file, if there is one. */
    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(path);
        }
    }
}
