package org.usageflow.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.usageflow.error.ContentException;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.Sql;

/** Reads the chunks of an upload, each with a statement of its own, so that nothing is open on the connection between two of them. Used by one thread. */
final class KeptChunks extends InputStream {

    private final Sql sql;
    private final long file;
    private final String sha256;
    private final int chunks;
    private final MessageDigest digest = Sha256.begin();
    private byte[] chunk = new byte[0];
    private int next;
    private int place;

    KeptChunks(Sql sql, long file, String sha256, int chunks) {
        this.sql = sql;
        this.file = file;
        this.sha256 = sha256;
        this.chunks = chunks;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? chunk[place++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - place);
        System.arraycopy(chunk, place, target, from, count);
        place += count;
        return count;
    }

    private boolean hasMore() {
        while (place == chunk.length && next < chunks) {
            chunk = sql.first(
                            "select bytes from {content_chunk} where file_no = ? and sha256 = ? and chunk_no = ?",
                            Row::bytes,
                            file,
                            sha256,
                            next)
                    .orElseThrow(() -> new ContentException("the upload " + sha256
                            + " has lost bytes, or is being erased: chunk " + next + " is missing"));
            digest.update(chunk);
            place = 0;
            next++;
        }
        return place < chunk.length;
    }

    /** The SHA-256 of what was read; asked for once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
