package org.usageflow.poi;

import java.util.Arrays;
import org.usageflow.model.TextRules;

/** Characters of one value. What is beyond the limit is dropped as it comes, so that a value of any length costs no more than the limit. */
final class TextBuffer {

    // Room beyond the limit, so that text is appended piece by piece without asking for each character
    private static final int SLACK = 1024;
    // _xHHHH_
    private static final int ESCAPE = 7;
    private static final int LARGEST = 1 << 26;

    private final int kept;
    private final int limit;
    char[] chars = new char[2 * SLACK];
    int length;

    /**
     * An empty buffer.
     *
     * @param kept how many characters of a value are kept, after {@link #finish}
     */
    TextBuffer(int kept) {
        this.kept = kept;
        this.limit = (int) Math.min((long) ESCAPE * (kept + 1L), LARGEST);
    }

    void clear() {
        length = 0;
    }

    /** Makes room for some characters, though perhaps not for all that are wanted. */
    void room(int wanted) {
        if (length > limit) {
            length = limit;
        }
        if (length + Math.min(wanted, SLACK) > chars.length) {
            chars = Arrays.copyOf(chars, Math.min(limit + SLACK, Math.max(length + SLACK, chars.length * 2)));
        }
    }

    void append(char c) {
        room(1);
        chars[length++] = c;
    }

    void append(char[] source, int from, int count) {
        int fit = Math.min(count, limit - length);
        if (fit <= 0) {
            return;
        }
        if (length + fit > chars.length) {
            chars = Arrays.copyOf(chars, Math.min(limit + SLACK, Math.max(length + fit, chars.length * 2)));
        }
        System.arraycopy(source, from, chars, length, fit);
        length += fit;
    }

    /** Appends characters of a byte each. */
    void appendBytes(byte[] source, int from, int count) {
        int done = 0;
        while (done < count && length < limit) {
            room(count - done);
            int end = Math.min(count, done + chars.length - length);
            while (done < end) {
                chars[length++] = (char) (source[from + done++] & 0xFF);
            }
        }
    }

    void appendCodePoint(int codePoint) {
        if (Character.isBmpCodePoint(codePoint)) {
            append((char) codePoint);
        } else {
            append(Character.highSurrogate(codePoint));
            append(Character.lowSurrogate(codePoint));
        }
    }

    /** Sets the whole text. */
    void set(String text) {
        clear();
        append(text.toCharArray(), 0, text.length());
    }

    /** Cuts the value to what is kept, never between the halves of a character. */
    void finish() {
        if (length > kept) {
            length = kept > 0 && Character.isHighSurrogate(chars[kept - 1]) ? kept - 1 : kept;
        }
    }

    /** Decodes {@code _xHHHH_}, which stands for a character that XML cannot hold, once and from left to right. */
    void unescape() {
        int from = indexOfEscape(0);
        if (from < 0) {
            return;
        }
        int out = from;
        int in = from;
        while (in < length) {
            if (isEscape(in)) {
                chars[out++] = (char) hex(in + 2);
                in += ESCAPE;
            } else {
                chars[out++] = chars[in++];
            }
        }
        length = out;
    }

    private int indexOfEscape(int from) {
        for (int i = from; i <= length - ESCAPE; i++) {
            if (chars[i] == '_' && isEscape(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isEscape(int at) {
        return at <= length - ESCAPE
                && chars[at] == '_'
                && chars[at + 1] == 'x'
                && chars[at + 6] == '_'
                && hex(at + 2) >= 0;
    }

    /** Four hexadecimal digits; negative if they are none. */
    private int hex(int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            // Only ASCII digits: Character.digit knows others
            int digit = chars[i] < 0x80 ? Character.digit(chars[i], 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (!TextRules.isWhiteSpace(chars[i])) {
                return false;
            }
        }
        return true;
    }

    boolean is(String text) {
        if (length != text.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (chars[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The text without XML's white space around it. */
    void strip() {
        int start = 0;
        while (start < length && chars[start] <= ' ') {
            start++;
        }
        while (length > start && chars[length - 1] <= ' ') {
            length--;
        }
        System.arraycopy(chars, start, chars, 0, length - start);
        length -= start;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
