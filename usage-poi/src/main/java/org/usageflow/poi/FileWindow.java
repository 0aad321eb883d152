package org.usageflow.poi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Little-endian numbers and bytes of a file, through a buffer of fixed size. Nothing here depends on what the file claims. */
final class FileWindow {

    private final FileChannel file;
    private final long length;
    private final ByteBuffer bytes;
    private long start;

    /**
     * Looks at a file.
     *
     * @param size of the buffer, in bytes: how much is read at a time, and the most that can be asked for
     */
    FileWindow(FileChannel file, int size) throws IOException {
        this.file = file;
        this.bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        this.length = file.size();
        bytes.limit(0);
    }

    long length() {
        return length;
    }

    /** Whether the file has that many bytes from there. */
    boolean has(long at, long count) {
        return at >= 0 && count >= 0 && at <= length - count;
    }

    int u8(long at) throws IOException {
        return bytes.get(locate(at, 1)) & 0xFF;
    }

    int u16(long at) throws IOException {
        return bytes.getShort(locate(at, 2)) & 0xFFFF;
    }

    long u32(long at) throws IOException {
        return bytes.getInt(locate(at, 4)) & 0xFFFF_FFFFL;
    }

    long i64(long at) throws IOException {
        return bytes.getLong(locate(at, 8));
    }

    byte[] bytes(long at, int count) throws IOException {
        byte[] copy = new byte[count];
        bytes.get(locate(at, count), copy);
        return copy;
    }

    /** Index in the buffer of a stretch of the file. */
    private int locate(long at, int count) throws IOException {
        if (!has(at, count)) {
            throw FaultException.unreadable("its container breaks off");
        }
        if (at < start || at + count > start + bytes.limit()) {
            // Going backwards, what comes before will be asked for next
            load(at < start ? Math.max(0, at + count - bytes.capacity()) : at);
            if (at + count > start + bytes.limit()) {
                throw FaultException.unreadable("its container breaks off");
            }
        }
        return (int) (at - start);
    }

    private void load(long from) throws IOException {
        bytes.clear();
        start = from;
        int count = 0;
        while (count >= 0 && bytes.hasRemaining()) {
            count = file.read(bytes, from + bytes.position());
        }
        bytes.flip();
    }
}
