package org.usageflow.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Gives the bytes of UTF-8 to a writer, which stays open. Not thread-safe. */
final class TextStream extends OutputStream {

    private final PrintWriter out;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(8 * 1024);
    private final CharBuffer chars = CharBuffer.allocate(8 * 1024);

    TextStream(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int from, int length) {
        int at = from;
        while (at < from + length) {
            int count = Math.min(bytes.remaining(), from + length - at);
            bytes.put(source, at, count);
            at += count;
            decode(false);
        }
    }

    private void decode(boolean isEnd) {
        bytes.flip();
        while (decoder.decode(bytes, chars, isEnd).isOverflow()) {
            pass();
        }
        pass();
        bytes.compact();
    }

    private void pass() {
        chars.flip();
        out.append(chars);
        chars.clear();
    }

    @Override
    public void close() {
        decode(true);
    }
}
