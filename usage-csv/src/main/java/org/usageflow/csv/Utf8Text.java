package org.usageflow.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes UTF-8, with or without a byte order mark, and replaces nothing: at the first byte that is not UTF-8 it ends with a defect. */
final class Utf8Text {

    private static final int SIZE = 32 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[SIZE];
    private final ByteBuffer bytes = ByteBuffer.wrap(buffer).limit(0);
    // A new decoder reports what is malformed, and replaces nothing
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private boolean started;
    private boolean ended;
    private long bytesRead;
    private @Nullable String defect;

    Utf8Text(InputStream in) {
        this.in = in;
    }

    /** Reads at least one character, or answers -1 at the end or at a defect. The length is at least 2. */
    int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (out.position() == offset && defect == null) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                defect = "it is not UTF-8";
            } else if (result.isUnderflow()) {
                if (ended) {
                    break;
                }
                fill();
            }
        }
        int count = out.position() - offset;
        return count == 0 ? -1 : count;
    }

    private void fill() throws IOException {
        bytes.compact();
        int position = bytes.position();
        int count = in.readNBytes(buffer, position, SIZE - position);
        ended = count < SIZE - position;
        bytesRead += count;
        bytes.position(position + count).flip();
        if (!started) {
            started = true;
            start();
        }
    }

    private void start() {
        int first = byteAt(0);
        int second = byteAt(1);
        if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            defect = "it is UTF-16, and not UTF-8";
        } else if (first == 0xEF && second == 0xBB && byteAt(2) == 0xBF) {
            bytes.position(3);
        }
    }

    private int byteAt(int index) {
        return index < bytes.limit() ? bytes.get(index) & 0xFF : -1;
    }

    /** What is wrong with the bytes that follow the characters read so far; null for nothing. */
    @Nullable
    String defect() {
        return defect;
    }

    long bytesRead() {
        return bytesRead;
    }
}
