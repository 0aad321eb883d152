package org.usageflow.json;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * Bytes that are strict UTF-8, without a byte order mark: no character in too many bytes, no encoded surrogate, which the JSON parser would let pass. At the first byte that is
 * not, it throws {@link MalformedException}.
 */
final class Utf8Stream extends InputStream {

    /** The bytes are not UTF-8. */
    static final class MalformedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        MalformedException(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final int HEAD = 4;

    private final InputStream in;
    private byte[] head = {};
    private int headAt;
    private boolean started;
    private boolean malformed;
    private long bytesRead;
    // Bytes that the character at hand still needs, and what the next may be
    private int needed;
    private int low;
    private int high;

    Utf8Stream(InputStream in) {
        this.in = in;
    }

    long bytesRead() {
        return bytesRead;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (!started) {
            start();
        }
        int count = length == 0 || malformed ? 0 : readRaw(target, offset, length);
        if (count < 0) {
            if (needed > 0) {
                throw new MalformedException("it is not UTF-8");
            }
            return -1;
        }
        int valid = valid(target, offset, offset + count) - offset;
        if (valid < count) {
            malformed = true;
        }
        if (malformed && valid == 0 && length > 0) {
            throw new MalformedException("it is not UTF-8");
        }
        return valid;
    }

    private void start() throws IOException {
        started = true;
        head = in.readNBytes(HEAD);
        bytesRead = head.length;
        boolean zero = false;
        for (byte each : head) {
            zero |= each == 0;
        }
        if (zero || begins(0xFE, 0xFF) || begins(0xFF, 0xFE)) {
            throw new MalformedException("it is UTF-16 or UTF-32, and not UTF-8");
        }
        headAt = begins(0xEF, 0xBB, 0xBF) ? 3 : 0;
    }

    private boolean begins(int... bytes) {
        boolean same = head.length >= bytes.length;
        for (int i = 0; same && i < bytes.length; i++) {
            same = (head[i] & 0xFF) == bytes[i];
        }
        return same;
    }

    private int readRaw(byte[] target, int offset, int length) throws IOException {
        if (headAt < head.length) {
            int count = Math.min(length, head.length - headAt);
            System.arraycopy(head, headAt, target, offset, count);
            headAt += count;
            return count;
        }
        int count = in.read(target, offset, length);
        bytesRead += Math.max(count, 0);
        return count;
    }

    // The place of the first byte that is not UTF-8, or the end
    private int valid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (needed == 0 && bytes[at] >= 0) {
                at = endOfAscii(bytes, at, to);
            } else if (accepts(bytes[at] & 0xFF)) {
                at++;
            } else {
                return at;
            }
        }
        return to;
    }

    private static int endOfAscii(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to && ((long) LONGS.get(bytes, at) & NOT_ASCII) == 0) {
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private boolean accepts(int next) {
        if (needed > 0) {
            boolean fits = next >= low && next <= high;
            needed--;
            low = 0x80;
            high = 0xBF;
            return fits;
        }
        // Table 3-7 of the Unicode Standard: the second byte's range depends on the first
        needed = next < 0xE0 ? 1 : next < 0xF0 ? 2 : 3;
        low = next == 0xE0 ? 0xA0 : next == 0xF0 ? 0x90 : 0x80;
        high = next == 0xED ? 0x9F : next == 0xF4 ? 0x8F : 0xBF;
        return next >= 0xC2 && next <= 0xF4;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
