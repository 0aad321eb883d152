package org.usageflow.poi;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a part, UTF-8, through a buffer. One byte beyond its end is always {@code <}, at which every inner loop stops, so that none has to look for the end as well.
 */
final class XmlBytes {

    private static final int SIZE = 128 * 1024;
    // What is looked at without asking: comments' and sections' beginnings, references, most tags
    private static final int AHEAD = 2 * 1024;
    private static final int REACH = CellTag.LONGEST + XmlWord.REACH;

    private final InputStream in;
    private final byte[] buffer = new byte[SIZE + REACH];
    private int position;
    private int limit;
    private boolean ended;

    XmlBytes(InputStream utf8) {
        in = utf8;
        buffer[0] = '<';
    }

    /** The part as UTF-8 without a byte order mark, told by its first bytes. */
    static InputStream decoded(InputStream part) throws IOException {
        PushbackInputStream in = new PushbackInputStream(part, 4);
        byte[] head = new byte[4];
        int count = in.readNBytes(head, 0, 4);
        int pair = count < 4 ? 0xFFFF_FFFF : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        boolean mark8 = pair == 0xEFBB && head[2] == (byte) 0xBF;
        boolean mark16 = pair == 0xFEFF || pair == 0xFFFE;
        int mark = mark8 ? 3 : mark16 ? 2 : 0;
        in.unread(head, mark, count - mark);
        boolean little = pair == 0xFFFE || (pair & 0xFF) == 0;
        return mark16 || little || pair >>> 8 == 0 ? new Utf16Stream(in, little) : in;
    }

    byte[] buffer() {
        return buffer;
    }

    int position() {
        return position;
    }

    void position(int next) {
        position = next;
    }

    int limit() {
        return limit;
    }

    int peek(int ahead) {
        return buffer[position + ahead];
    }

    /** Sees to it that some bytes can be looked at, if there are any. */
    void lookAhead() throws IOException {
        if (limit - position < AHEAD && !ended) {
            fill();
        }
    }

    /** Reads more, for something that does not end within the buffer. */
    void more() throws IOException {
        if (ended) {
            throw XmlScanner.bad("that breaks off");
        }
        if (position == 0 && limit == SIZE) {
            throw XmlScanner.bad("with a tag of more than " + SIZE + " bytes");
        }
        fill();
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        while (limit < SIZE && !ended) {
            int count = in.read(buffer, limit, SIZE - limit);
            if (count < 0) {
                ended = true;
            } else {
                limit += count;
            }
        }
        buffer[limit] = '<';
    }

    /** Goes to the next such byte; false where there is none. Text that is skipped is not looked at. */
    boolean seek(int wanted) throws IOException {
        while (true) {
            int p = position;
            while (buffer[p] != wanted && p < limit) {
                p++;
            }
            position = p;
            if (p < limit) {
                return true;
            }
            if (ended) {
                return false;
            }
            fill();
        }
    }

    void skipWhiteSpace() throws IOException {
        do {
            lookAhead();
            while (position < limit
                    && (buffer[position] == ' ' || buffer[position] >= '\t' && buffer[position] <= '\r')) {
                position++;
            }
        } while (position == limit && !ended);
        if (position < limit && buffer[position] != '<') {
            throw XmlScanner.bad("with text outside of its root element");
        }
    }

    boolean startsWith(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (position + i >= limit || buffer[position + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Goes past these bytes, if they are the next ones. */
    boolean skip(XmlWord word) {
        // Bytes beyond the end are old ones
        if (!word.isAt(buffer, position) || position + word.length() > limit) {
            return false;
        }
        position += word.length();
        return true;
    }

    /** The next bytes as text. */
    String ahead(int bytes) {
        return new String(buffer, position, Math.min(bytes, limit - position), StandardCharsets.ISO_8859_1);
    }

    /** Skips some bytes, and then all up to the first {@code >} that so many of the leading character stand before. */
    void skipPast(int lead, int times, int first) throws IOException {
        position += first;
        int run = 0;
        while (true) {
            while (position < limit) {
                int b = buffer[position++];
                if (b == '>' && run >= times) {
                    return;
                }
                run = b == lead ? run + 1 : 0;
            }
            more();
        }
    }

    /** Appends text up to the next {@code <}, and stands there; line ends become line feeds, as XML says. */
    void text(TextBuffer out) throws IOException {
        while (true) {
            plain(out, '<', '&');
            int b = buffer[position];
            if (position == limit) {
                more();
            } else if (b == '<') {
                lookAhead();
                return;
            } else if (b == '&') {
                reference(out);
            } else if (b < ' ') {
                special(b, out);
            }
        }
    }

    /** Appends a section of character data, at which it stands, and goes past its end. */
    void characterData(TextBuffer out) throws IOException {
        position += 9;
        while (true) {
            plain(out, ']', ']');
            int b = buffer[position];
            if (position == limit) {
                more();
            } else if (b == ']') {
                lookAhead();
                if (startsWith("]]>")) {
                    position += 3;
                    lookAhead();
                    return;
                }
                out.append((char) b);
                position++;
            } else if (b < ' ') {
                special(b, out);
            }
        }
    }

    /** Appends ASCII up to anything else, to one of two characters, or to where buffer or room ends. */
    private void plain(TextBuffer out, int stop, int otherStop) {
        int p = position;
        out.room(limit - p);
        char[] chars = out.chars;
        int length = out.length;
        int end = Math.min(limit, p + chars.length - length);
        while (p < end) {
            int b = buffer[p];
            if (b < ' ' || b == stop || b == otherStop) {
                break;
            }
            chars[length++] = (char) b;
            p++;
        }
        position = p;
        out.length = length;
    }

    private void reference(TextBuffer out) throws IOException {
        lookAhead();
        int end = position + 1;
        while (end < limit && buffer[end] != ';' && end - position < XmlReferences.LONGEST) {
            end++;
        }
        if (end == limit || buffer[end] != ';') {
            throw XmlReferences.bad();
        }
        out.appendCodePoint(XmlReferences.codePoint(
                new String(buffer, position + 1, end - position - 1, StandardCharsets.ISO_8859_1)));
        position = end + 1;
    }

    /** A control character, or the first byte of a character of several. */
    private void special(int b, TextBuffer out) throws IOException {
        lookAhead();
        if (b == '\r') {
            out.append('\n');
            position += peek(1) == '\n' ? 2 : 1;
        } else if (b == '\n' || b == '\t') {
            out.append((char) b);
            position++;
        } else if (b >= 0) {
            throw XmlScanner.bad("with a control character");
        } else {
            severalBytes(b & 0xFF, out);
        }
    }

    private void severalBytes(int first, TextBuffer out) throws FaultException {
        int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        int c = first & 0x3F >> more;
        for (int i = 1; i <= more; i++) {
            // The byte beyond the end is no continuation, so that the end needs no look
            int next = buffer[Math.min(position + i, limit)] & 0xFF;
            if ((next & 0xC0) != 0x80) {
                throw notUtf8();
            }
            c = c << 6 | next & 0x3F;
        }
        int least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
        if (first < 0xC2 || first > 0xF4 || c < least || c > Character.MAX_CODE_POINT || isSurrogate(c)) {
            throw notUtf8();
        }
        out.appendCodePoint(c);
        position += more + 1;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    static FaultException notUtf8() {
        return FaultException.unreadable("it has text that is not sound UTF-8");
    }
}
