package org.usageflow.poi;

import java.io.IOException;
import java.io.InputStream;

/** UTF-16 turned into UTF-8, so that one scanner serves both. */
final class Utf16Stream extends InputStream {

    private static final int UNITS = 4096;

    private final InputStream in;
    private final boolean little;
    private final byte[] source = new byte[2 * UNITS];
    // A unit becomes at most three bytes
    private final byte[] target = new byte[3 * UNITS + 4];
    private int from;
    private int to;
    private int high;

    Utf16Stream(InputStream in, boolean little) {
        this.in = in;
        this.little = little;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        while (from == to) {
            if (!refill()) {
                return -1;
            }
        }
        int count = Math.min(length, to - from);
        System.arraycopy(target, from, out, offset, count);
        from += count;
        return count;
    }

    private boolean refill() throws IOException {
        int count = in.readNBytes(source, 0, source.length);
        from = 0;
        to = 0;
        if (count % 2 != 0 || (count == 0 && high != 0)) {
            throw FaultException.unreadable("it has text that is not sound UTF-16");
        }
        for (int i = 0; i < count; i += 2) {
            int first = source[i] & 0xFF;
            int second = source[i + 1] & 0xFF;
            unit((char) (little ? second << 8 | first : first << 8 | second));
        }
        return count > 0;
    }

    private void unit(char unit) throws FaultException {
        if (high != 0) {
            if (!Character.isLowSurrogate(unit)) {
                throw FaultException.unreadable("it has text that is not sound UTF-16");
            }
            put(Character.toCodePoint((char) high, unit));
            high = 0;
        } else if (Character.isHighSurrogate(unit)) {
            high = unit;
        } else if (Character.isLowSurrogate(unit)) {
            throw FaultException.unreadable("it has text that is not sound UTF-16");
        } else {
            put(unit);
        }
    }

    private void put(int c) {
        if (c < 0x80) {
            target[to++] = (byte) c;
            return;
        }
        if (c < 0x800) {
            target[to++] = (byte) (0xC0 | c >> 6);
        } else {
            if (c < 0x10000) {
                target[to++] = (byte) (0xE0 | c >> 12);
            } else {
                target[to++] = (byte) (0xF0 | c >> 18);
                target[to++] = (byte) (0x80 | c >> 12 & 0x3F);
            }
            target[to++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        target[to++] = (byte) (0x80 | c & 0x3F);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
