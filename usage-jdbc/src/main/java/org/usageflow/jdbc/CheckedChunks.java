package org.usageflow.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.usageflow.model.UsageFileId;

/** The bytes of an upload in chunks, with their number and SHA-256. Used by one thread, once. */
final class CheckedChunks {

    /** Bytes of each chunk but the last. */
    static final int SIZE = 256 * 1024;

    private final InputStream in;
    private final MessageDigest digest = Sha256.begin();
    private long size;

    CheckedChunks(InputStream in) {
        this.in = in;
    }

    /**
     * Hands over one chunk after the other; none for no bytes.
     *
     * @param most how many bytes there may be
     * @throws IOException if they cannot be read, or there are more
     */
    void forEach(long most, Consumer<byte[]> consumer) throws IOException {
        for (byte[] chunk = in.readNBytes(SIZE); chunk.length > 0; chunk = in.readNBytes(SIZE)) {
            digest.update(chunk);
            size += chunk.length;
            if (size > most) {
                throw new IOException("there are more than " + most + " bytes: they changed while they were read");
            }
            consumer.accept(chunk);
        }
    }

    /**
     * How many bytes were handed over; asked for once.
     *
     * @throws IOException if they have another SHA-256 than is said
     */
    long checkedSize(UsageFileId file, String sha256) throws IOException {
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha256)) {
            throw new IOException("the bytes for " + file + " have the SHA-256 " + found + ", not " + sha256);
        }
        return size;
    }
}
