package org.usageflow.poi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** XML being written, as UTF-8 bytes, a row at a time, so that a row that is refused leaves nothing behind. */
final class XmlBuffer {

    private static final int FLUSH = 64 * 1024;
    // A character becomes at most seven bytes: _xHHHH_
    private static final int WIDEST = 7;
    // Of the first 128 characters those that are written as they are: all from the blank on but &, <, >, " and _
    private static final long PLAIN_LOW = 0xAFFF_FFBB_0000_0000L;
    private static final long PLAIN_HIGH = 0xFFFF_FFFF_7FFF_FFFFL;
    private static final String HEX = "0123456789ABCDEF";

    private final OutputStream target;
    private byte[] bytes = new byte[2 * FLUSH];
    private int length;
    private int committed;

    XmlBuffer(OutputStream target) {
        this.target = target;
    }

    /** What was written is to stay; passes it on when there is enough of it. */
    void commit() throws IOException {
        committed = length;
        if (length >= FLUSH) {
            flush();
        }
    }

    /** Forgets what was not committed. */
    void rollBack() {
        length = committed;
    }

    void flush() throws IOException {
        target.write(bytes, 0, length);
        length = 0;
        committed = 0;
    }

    private void ensure(long more) {
        if (length + more > bytes.length) {
            if (length + more > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("a row is too long for a workbook");
            }
            bytes = Arrays.copyOf(
                    bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(length + more, bytes.length * 2L)));
        }
    }

    XmlBuffer raw(byte[] ascii) {
        return raw(ascii, ascii.length);
    }

    XmlBuffer raw(byte[] ascii, int count) {
        ensure(count);
        System.arraycopy(ascii, 0, bytes, length, count);
        length += count;
        return this;
    }

    XmlBuffer raw(String ascii) {
        return raw(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    XmlBuffer raw(char[] ascii, int from, int count) {
        ensure(count);
        for (int i = from; i < from + count; i++) {
            bytes[length++] = (byte) ascii[i];
        }
        return this;
    }

    XmlBuffer number(int value) {
        ensure(10);
        int digits = 1;
        for (int rest = value; rest > 9; rest /= 10) {
            digits++;
        }
        int rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    XmlBuffer text(String value) {
        return text(value.toCharArray(), 0, value.length());
    }

    /**
     * Writes text such that it is read back as it is: what XML cannot hold or would change becomes {@code _xHHHH_}, and so does an underscore with which such an escape would
     * seem to begin.
     *
     * @throws IllegalArgumentException for half a surrogate pair
     */
    XmlBuffer text(char[] chars, int from, int count) {
        return text(chars, from, count, false);
    }

    /** Writes text as {@link #text(char[], int, int)} does, but for half a surrogate pair, which becomes {@code _xHHHH_} too. */
    XmlBuffer damagedText(char[] chars, int from, int count) {
        return text(chars, from, count, true);
    }

    private XmlBuffer text(char[] chars, int from, int count, boolean damaged) {
        ensure((long) count * WIDEST);
        int end = from + count;
        int at = plain(chars, from, end);
        while (at < end) {
            at = plain(chars, at + special(chars, at, end, damaged), end);
        }
        return this;
    }

    /** Writes a value of ASCII characters that XML can hold, without any escape but those of XML. */
    XmlBuffer value(char[] chars, int from, int count) {
        ensure((long) count * WIDEST);
        for (int i = from; i < from + count; i++) {
            switch (chars[i]) {
                case '&' -> raw("&amp;");
                case '<' -> raw("&lt;");
                case '>' -> raw("&gt;");
                default -> bytes[length++] = (byte) chars[i];
            }
        }
        return this;
    }

    /** Writes what is written as it is; gives the place of the first character that is not. */
    private int plain(char[] chars, int from, int end) {
        byte[] out = bytes;
        int to = length;
        int at = from;
        while (at < end) {
            char c = chars[at];
            if (c >= 0x80 || ((c < 64 ? PLAIN_LOW : PLAIN_HIGH) >>> c & 1) == 0) {
                break;
            }
            out[to++] = (byte) c;
            at++;
        }
        length = to;
        return at;
    }

    /** Writes a character that needs care; gives how many were taken. */
    private int special(char[] chars, int at, int end, boolean damaged) {
        char c = chars[at];
        if (Character.isSurrogate(c)) {
            char next = at + 1 < end ? chars[at + 1] : 0;
            if (damaged && !Character.isSurrogatePair(c, next)) {
                escape(c);
                return 1;
            }
            surrogates(c, next);
            return 2;
        }
        if (isEscaped(c) || c == '_' && beginsEscape(chars, at, end)) {
            escape(c);
        } else {
            switch (c) {
                case '&' -> raw("&amp;");
                case '<' -> raw("&lt;");
                case '>' -> raw("&gt;");
                case '"' -> raw("&quot;");
                default -> several(c);
            }
        }
        return 1;
    }

    private void several(char c) {
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
        } else {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
        }
    }

    private void surrogates(char high, char low) {
        if (!Character.isSurrogatePair(high, low)) {
            throw new IllegalArgumentException("a cell's text has half a surrogate pair");
        }
        int c = Character.toCodePoint(high, low);
        bytes[length++] = (byte) (0xF0 | c >> 18);
        bytes[length++] = (byte) (0x80 | c >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
    }

    private void escape(char c) {
        raw("_x");
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = (byte) HEX.charAt(c >> shift & 0xF);
        }
        bytes[length++] = '_';
    }

    /** What XML cannot hold, and the carriage return, which it turns into a line feed. */
    private static boolean isEscaped(char c) {
        return c < ' ' && c != '\t' && c != '\n' || c >= 0xFFFE;
    }

    private static boolean mayBeginWithUnderscore(char c) {
        return c == '_' || isEscaped(c) || Character.isSurrogate(c);
    }

    /** Whether the underscore, and what follows once it is escaped, would be read as an escape. */
    private static boolean beginsEscape(char[] chars, int at, int end) {
        if (at + 6 >= end || chars[at + 1] != 'x' || !mayBeginWithUnderscore(chars[at + 6])) {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (chars[i] >= 0x80 || Character.digit(chars[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
