package org.usageflow.core.internal.spill;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps any number of byte strings in a temporary file, and gives them back in the order in which they were added. Add everything, read it once, close. Not thread-safe.
 */
public final class Spool implements Closeable {

    private static final int BUFFER = 64 << 10;

    private final @Nullable Path directory;
    private @Nullable Path file;
    private @Nullable DataOutputStream out;
    private @Nullable DataInputStream in;
    private long left;

    /**
     * Makes a spool; nothing is allocated on disk until something is added.
     *
     * @param directory for the temporary file, which is removed on close; null for the system's
     */
    public Spool(@Nullable Path directory) {
        this.directory = directory;
    }

    /**
     * Adds an entry.
     *
     * @throws SpillException if the temporary file cannot be written
     */
    public void add(Bytes entry) {
        try {
            DataOutputStream target = out;
            if (target == null) {
                target = create();
            }
            target.writeInt(entry.length());
            target.write(entry.array(), 0, entry.length());
            left++;
        } catch (IOException e) {
            throw new SpillException(e);
        }
    }

    private DataOutputStream create() throws IOException {
        Path created = directory == null
                ? Files.createTempFile("usageflow-", ".spool")
                : Files.createTempFile(directory, "usageflow-", ".spool");
        file = created;
        var target = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(created), BUFFER));
        out = target;
        return target;
    }

    /**
     * Reads the next entry; false at the end. Nothing can be added afterwards.
     *
     * @throws SpillException if the temporary file cannot be read
     */
    public boolean next(Bytes entry) {
        Path written = file;
        if (written == null || left == 0) {
            return false;
        }
        try {
            DataInputStream source = in;
            if (source == null) {
                source = reopen(written);
            }
            left--;
            int length = source.readInt();
            source.readFully(entry.resize(length).array(), 0, length);
            return true;
        } catch (IOException e) {
            throw new SpillException(e);
        }
    }

    private DataInputStream reopen(Path written) throws IOException {
        DataOutputStream target = out;
        if (target != null) {
            target.close();
        }
        var source = new DataInputStream(new BufferedInputStream(Files.newInputStream(written), BUFFER));
        in = source;
        return source;
    }

    /**
     * Forgets everything that was added.
     *
     * @throws IOException if the temporary file cannot be removed
     */
    public void clear() throws IOException {
        close();
        file = null;
        left = 0;
    }

    /** Removes the temporary file. */
    @Override
    public void close() throws IOException {
        DataOutputStream writing = out;
        DataInputStream reading = in;
        out = null;
        in = null;
        try {
            if (writing != null) {
                writing.close();
            }
            if (reading != null) {
                reading.close();
            }
        } finally {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }
}
