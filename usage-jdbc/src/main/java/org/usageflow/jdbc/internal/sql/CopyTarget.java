package org.usageflow.jdbc.internal.sql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes rows as PostgreSQL's binary copy has them, into a buffer that is handed on whenever it is full. Used by one thread, for one copy. */
final class CopyTarget implements RowTarget {

    /** Takes bytes. */
    interface Sink {

        /** Takes the first bytes of a buffer that is used again afterwards. */
        void write(byte[] bytes, int length) throws SQLException;
    }

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final int MOST_BYTES = 64 * 1_024;
    private static final int BYTES_A_ROW = 512;
    private static final int LEAST_BYTES = 4 * 1_024;
    private static final long MICROS_A_SECOND = 1_000_000;
    /** Seconds from 1970 to 2000. */
    private static final long EPOCH = 946_684_800;

    private final Sink sink;
    private final int columns;
    private final byte[] buffer;
    private final CopyNumeric numeric = new CopyNumeric();
    private int at;

    /**
     * Begins a copy.
     *
     * @param columns of a row
     * @param rows about how many there will be
     */
    CopyTarget(Sink sink, int columns, int rows) {
        this.sink = sink;
        this.columns = columns;
        this.buffer = new byte[(int) Math.max(LEAST_BYTES, Math.min(MOST_BYTES, (long) rows * BYTES_A_ROW))];
        System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
        this.at = HEADER.length;
    }

    void beginRow() throws SQLException {
        room(2);
        putShort(columns);
    }

    /** Ends the copy: all is handed on. */
    void end() throws SQLException {
        room(2);
        putShort(-1);
        flush();
    }

    private void room(int bytes) throws SQLException {
        if (buffer.length - at < bytes) {
            flush();
        }
    }

    private void flush() throws SQLException {
        sink.write(buffer, at);
        at = 0;
    }

    private void putShort(int value) {
        buffer[at++] = (byte) (value >> 8);
        buffer[at++] = (byte) value;
    }

    private void putInt(int value) {
        putShort(value >> 16);
        putShort(value);
    }

    private void putLong(long value) {
        putInt((int) (value >> 32));
        putInt((int) value);
    }

    @Override
    public void none() throws SQLException {
        room(4);
        putInt(-1);
    }

    @Override
    public void smallint(int value) throws SQLException {
        room(6);
        putInt(2);
        putShort(value);
    }

    @Override
    public void integer(int value) throws SQLException {
        room(8);
        putInt(4);
        putInt(value);
    }

    @Override
    public void bigint(long value) throws SQLException {
        room(12);
        putInt(8);
        putLong(value);
    }

    @Override
    public void time(@Nullable Instant value) throws SQLException {
        if (value == null) {
            none();
        } else {
            long seconds = Math.multiplyExact(value.getEpochSecond() - EPOCH, MICROS_A_SECOND);
            bigint(Math.addExact(seconds, value.getNano() / 1_000));
        }
    }

    @Override
    public void decimal(@Nullable BigDecimal value) throws SQLException {
        if (value == null) {
            none();
        } else {
            numeric.set(value);
            room(4 + numeric.length());
            putInt(numeric.length());
            at = numeric.write(buffer, at);
        }
    }

    @Override
    public void text(@Nullable String value) throws SQLException {
        if (value == null) {
            none();
            return;
        }
        int most = 4 + 3 * value.length();
        if (most > buffer.length) {
            longText(Texts.storable(value).getBytes(StandardCharsets.UTF_8));
            return;
        }
        room(most);
        int length = at;
        at += 4;
        int end = ascii(value);
        if (end < value.length()) {
            beyondAscii(Texts.storable(value), end);
        }
        int behind = at;
        at = length;
        putInt(behind - length - 4);
        at = behind;
    }

    /** Writes up to the first character that is no letter of ASCII, or NUL. Gives where that is. */
    private int ascii(String value) {
        int length = value.length();
        int to = at;
        int i = 0;
        while (i < length) {
            char c = value.charAt(i);
            if (c >= 0x80 || c == 0) {
                break;
            }
            buffer[to++] = (byte) c;
            i++;
        }
        at = to;
        return i;
    }

    private void beyondAscii(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                buffer[at++] = (byte) c;
            } else if (c < 0x800) {
                buffer[at++] = (byte) (0xC0 | c >> 6);
                continued(c);
            } else if (Character.isHighSurrogate(c)) {
                int point = Character.toCodePoint(c, value.charAt(++i));
                buffer[at++] = (byte) (0xF0 | point >> 18);
                continued(point >> 12);
                continued(point >> 6);
                continued(point);
            } else {
                buffer[at++] = (byte) (0xE0 | c >> 12);
                continued(c >> 6);
                continued(c);
            }
        }
    }

    private void continued(int bits) {
        buffer[at++] = (byte) (0x80 | bits & 0x3F);
    }

    private void longText(byte[] bytes) throws SQLException {
        room(4);
        putInt(bytes.length);
        flush();
        sink.write(bytes, bytes.length);
    }
}
