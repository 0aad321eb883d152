package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextStreamTest {

    private final StringWriter out = new StringWriter();

    @Test
    void text_of_any_length_arrives_whole() throws IOException {
        String text = "aä€😀\r\n".repeat(10_000);

        try (var stream = new TextStream(new PrintWriter(out))) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(out).hasToString(text);
    }

    @Test
    void characters_may_come_byte_by_byte() throws IOException {
        try (var stream = new TextStream(new PrintWriter(out))) {
            for (byte each : "ä€😀".getBytes(StandardCharsets.UTF_8)) {
                stream.write(each);
            }
        }

        assertThat(out).hasToString("ä€😀");
    }

    @Test
    void bytes_that_are_no_text_are_replaced() throws IOException {
        try (var stream = new TextStream(new PrintWriter(out))) {
            stream.write(new byte[] {'a', (byte) 0xFF, 'b', (byte) 0xC3});
        }

        assertThat(out).hasToString("a\uFFFDb\uFFFD");
    }
}
