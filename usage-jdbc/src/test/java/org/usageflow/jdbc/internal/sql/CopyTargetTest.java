package org.usageflow.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyTargetTest {

    private static final int HEADER = 19;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private CopyTarget target(int columns) {
        return new CopyTarget((bytes, length) -> written.write(bytes, 0, length), columns, 1);
    }

    /** What was written behind the header and the number of columns. */
    private ByteBuffer fields() {
        ByteBuffer all = ByteBuffer.wrap(written.toByteArray());
        return all.position(HEADER + 2).slice();
    }

    @Test
    void row_is_written_as_the_server_reads_it() throws SQLException {
        CopyTarget target = target(6);

        target.beginRow();
        target.none();
        target.smallint(-2);
        target.integer(70_000);
        target.bigint(-5_000_000_000L);
        target.time(Instant.parse("2000-01-01T00:00:01.000002999Z"));
        target.time(Instant.parse("1999-12-31T23:59:59.999999Z"));
        target.end();

        ByteBuffer bytes = fields();
        assertThat(bytes.getInt()).isEqualTo(-1);
        assertThat(bytes.getInt()).isEqualTo(2);
        assertThat(bytes.getShort()).isEqualTo((short) -2);
        assertThat(bytes.getInt()).isEqualTo(4);
        assertThat(bytes.getInt()).isEqualTo(70_000);
        assertThat(bytes.getInt()).isEqualTo(8);
        assertThat(bytes.getLong()).isEqualTo(-5_000_000_000L);
        assertThat(bytes.getInt()).isEqualTo(8);
        assertThat(bytes.getLong()).isEqualTo(1_000_002);
        assertThat(bytes.getInt()).isEqualTo(8);
        assertThat(bytes.getLong()).isEqualTo(-1);
        assertThat(bytes.getShort()).isEqualTo((short) -1);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void texts_of_every_length_of_character_are_utf_8_however_long() throws SQLException {
        String mixed = "a\u007F\u0080\u07FF\u0800\uFFFF\uD800\uDC00\uDBFF\uDFFF~";
        String[] texts = {
            "", "plain", mixed, mixed.repeat(400), "\uD83D\uDE00".repeat(50_000), "x".repeat(70_000), mixed.repeat(100)
        };
        CopyTarget target = target(texts.length);

        target.beginRow();
        for (String text : texts) {
            target.text(text);
        }
        target.end();

        ByteBuffer bytes = fields();
        for (String text : texts) {
            byte[] field = new byte[bytes.getInt()];
            bytes.get(field);
            assertThat(new String(field, StandardCharsets.UTF_8)).isEqualTo(text);
        }
        assertThat(bytes.remaining()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\uD800", "\uDC00\uD800", "a\uD800b"})
    void text_that_no_database_keeps_is_refused(String text) throws SQLException {
        CopyTarget target = target(1);
        target.beginRow();

        assertThatThrownBy(() -> target.text(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> target.text(text.repeat(40_000))).isInstanceOf(IllegalArgumentException.class);
    }
}
