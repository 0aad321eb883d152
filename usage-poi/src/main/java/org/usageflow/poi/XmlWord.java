package org.usageflow.poi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Up to 16 bytes that are looked for at a place of a buffer, compared eight at a time. */
final class XmlWord {

    /** Bytes that a buffer needs beyond the last place that is looked at. */
    static final int REACH = 2 * Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int length;
    private final long first;
    private final long firstMask;
    private final long second;
    private final long secondMask;

    XmlWord(String ascii) {
        this(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private XmlWord(byte[] bytes) {
        this(bytes.length, word(bytes, 0), word(bytes, Long.BYTES));
    }

    private XmlWord(int length, long first, long second) {
        this.length = length;
        this.first = first;
        this.second = second;
        firstMask = mask(length);
        secondMask = mask(length - Long.BYTES);
    }

    /** A number of up to seven digits and a quote, as a reference ends. */
    static XmlWord endOfReference(int number) {
        long word = '"';
        int length = 1;
        for (int rest = number; rest > 0; rest /= 10) {
            word = word << 8 | '0' + rest % 10;
            length++;
        }
        return new XmlWord(length, word, 0);
    }

    private static long word(byte[] bytes, int from) {
        long word = 0;
        for (int i = Math.min(bytes.length, from + Long.BYTES) - 1; i >= from; i--) {
            word = word << 8 | bytes[i] & 0xFF;
        }
        return word;
    }

    private static long mask(int bytes) {
        if (bytes >= Long.BYTES) {
            return -1;
        }
        return bytes <= 0 ? 0 : (1L << 8 * bytes) - 1;
    }

    int length() {
        return length;
    }

    boolean isAt(byte[] buffer, int at) {
        return ((long) LONGS.get(buffer, at) & firstMask) == first
                && (secondMask == 0 || ((long) LONGS.get(buffer, at + Long.BYTES) & secondMask) == second);
    }
}
