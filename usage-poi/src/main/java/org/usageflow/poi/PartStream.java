package org.usageflow.poi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The inflated content of an entry. Every byte is counted as it comes out, against the limits of the entry, of all entries, and of compression; at the end it has to be what
 * the directory said.
 */
final class PartStream extends InputStream {

    private static final int CHUNK = 32 * 1024;

    private final FileChannel file;
    private final ZipPart part;
    private final Inflation inflation;
    private final long cap;
    private final Inflater inflater = new Inflater(true);
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    private final CRC32 crc = new CRC32();
    private long at;
    private long inflated;
    private boolean ended;

    /**
     * Opens an entry.
     *
     * @param cap a limit for its inflated bytes that is lower than that of the upload's limits; else the latter counts
     */
    PartStream(FileChannel file, ZipPart part, Inflation inflation, long cap) {
        this.file = file;
        this.part = part;
        this.inflation = inflation;
        this.cap = Math.min(cap, inflation.limits().entryBytes());
        this.at = part.data();
        chunk.limit(0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int count = part.deflated() ? inflate(target, from, length) : copy(target, from, length);
        if (count < 0) {
            ended = true;
            checkEnd();
            return -1;
        }
        count(count);
        crc.update(target, from, count);
        return count;
    }

    private int inflate(byte[] target, int from, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(target, from, length);
                if (count > 0) {
                    return count;
                }
                if (inflater.finished()) {
                    return -1;
                }
                if (inflater.needsDictionary() || !feed()) {
                    throw FaultException.unreadable("an entry breaks off", part.name());
                }
                inflater.setInput(chunk.array(), 0, chunk.limit());
            }
        } catch (DataFormatException e) {
            throw FaultException.unreadable("an entry's compressed data are damaged", part.name());
        }
    }

    private int copy(byte[] target, int from, int length) throws IOException {
        if (!chunk.hasRemaining() && !feed()) {
            return -1;
        }
        int count = Math.min(length, chunk.remaining());
        chunk.get(target, from, count);
        return count;
    }

    /** Reads the next compressed bytes; false where the entry has no more. */
    private boolean feed() throws IOException {
        int wanted = (int) Math.min(CHUNK, part.end() - at);
        chunk.clear().limit(wanted);
        while (chunk.hasRemaining()) {
            int count = file.read(chunk, at + chunk.position());
            if (count < 0) {
                throw new IOException("the upload became shorter while it was read");
            }
        }
        chunk.flip();
        at += wanted;
        inflation.consumed(wanted);
        return wanted > 0;
    }

    private void count(int bytes) throws FaultException {
        inflated += bytes;
        if (inflated > cap) {
            throw FaultException.tooLarge("the inflated size of an entry in bytes", cap, part.name());
        }
        // Not only at the end: a directory that lies must not cost the whole entry
        if (inflated > part.inflated()) {
            throw lied();
        }
        var limits = inflation.limits();
        if (inflated > limits.ratioFrom() && inflated / limits.ratio() > part.compressed()) {
            throw Inflation.tooDense(limits, part.name());
        }
        inflation.inflated(bytes);
    }

    private FaultException lied() {
        return FaultException.suspicious("an entry is of another size than the directory says", part.name());
    }

    private void checkEnd() throws FaultException {
        boolean consumed = at == part.end() && (!part.deflated() || inflater.getRemaining() == 0);
        if (inflated != part.inflated() || !consumed) {
            throw lied();
        }
        if (crc.getValue() != part.crc()) {
            throw FaultException.unreadable("an entry's data are damaged", part.name());
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
