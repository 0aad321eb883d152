package org.usageflow.core.internal.spill;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing run of bytes that is written and read in the same order. Numbers are big-endian, so that bytes compare as the numbers do where they are not negative. Not thread-safe.
 */
public final class Bytes {

    private byte[] data = new byte[256];
    private int length;
    private int at;

    /** Makes an empty run. */
    public Bytes() {}

    /** Forgets everything. */
    public Bytes clear() {
        length = 0;
        at = 0;
        return this;
    }

    /** The bytes; the first {@link #length()} of them count. */
    public byte[] array() {
        return data;
    }

    /** How many bytes were written. */
    public int length() {
        return length;
    }

    /** Makes room for bytes that are put into {@link #array()} directly, to be read from the start. */
    public Bytes resize(int size) {
        ensure(size);
        length = size;
        at = 0;
        return this;
    }

    private void ensure(int size) {
        if (size > data.length) {
            data = Arrays.copyOf(data, Math.max(size, data.length * 2));
        }
    }

    /** Writes a byte. */
    public Bytes put(int value) {
        ensure(length + 1);
        data[length++] = (byte) value;
        return this;
    }

    /** Writes two bytes. */
    public Bytes putShort(int value) {
        return put(value >>> 8).put(value);
    }

    /** Writes eight bytes. */
    public Bytes putLong(long value) {
        ensure(length + 8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            data[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Writes a text, or that there is none; at most 65,534 bytes in UTF-8. */
    public Bytes putText(@Nullable String text) {
        if (text == null) {
            return putShort(0xFFFF);
        }
        int start = length;
        putShort(0);
        boolean ascii = true;
        ensure(length + text.length());
        for (int i = 0; i < text.length() && ascii; i++) {
            char c = text.charAt(i);
            ascii = c < 0x80;
            data[length++] = (byte) c;
        }
        if (!ascii) {
            length = start + 2;
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            ensure(length + utf8.length);
            System.arraycopy(utf8, 0, data, length, utf8.length);
            length += utf8.length;
        }
        int size = length - start - 2;
        data[start] = (byte) (size >>> 8);
        data[start + 1] = (byte) size;
        return this;
    }

    /** Writes a canonical decimal, or that there is none. */
    public Bytes putDecimal(@Nullable BigDecimal value) {
        if (value == null) {
            return put(0xFF);
        }
        if (value.precision() <= 18) {
            return put(value.scale()).putLong(value.unscaledValue().longValue());
        }
        byte[] unscaled = value.unscaledValue().toByteArray();
        put(0x80 | value.scale()).put(unscaled.length);
        for (byte each : unscaled) {
            put(each);
        }
        return this;
    }

    /** Passes over bytes. */
    public void skip(int bytes) {
        at += bytes;
    }

    /** Reads a byte, 0 to 255. */
    public int get() {
        return data[at++] & 0xFF;
    }

    /** Reads two bytes, 0 to 65,535. */
    public int getShort() {
        return get() << 8 | get();
    }

    /** Reads eight bytes. */
    public long getLong() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | get();
        }
        return value;
    }

    /** Reads a text; null for none. */
    public @Nullable String getText() {
        int size = getShort();
        if (size == 0xFFFF) {
            return null;
        }
        at += size;
        return new String(data, at - size, size, StandardCharsets.UTF_8);
    }

    /** Reads a decimal; null for none. */
    public @Nullable BigDecimal getDecimal() {
        int head = get();
        if (head == 0xFF) {
            return null;
        }
        if (head < 0x80) {
            return BigDecimal.valueOf(getLong(), head);
        }
        int size = get();
        at += size;
        return new BigDecimal(new BigInteger(data, at - size, size), head & 0x7F);
    }

    /** Whether these begin with the same bytes as others. */
    public boolean sharesPrefix(Bytes other, int size) {
        return length >= size && other.length >= size && Arrays.equals(data, 0, size, other.data, 0, size);
    }

    /** Becomes a copy of others, to be read from the start. */
    public Bytes copy(Bytes other) {
        resize(other.length);
        System.arraycopy(other.data, 0, data, 0, other.length);
        return this;
    }
}
