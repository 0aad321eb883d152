package org.usageflow.testkit.format;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** A target that knows what was flushed, and whether it was closed. */
final class WatchedTarget extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private byte[] flushed = new byte[0];
    private boolean closed;

    @Override
    public void write(int b) {
        bytes.write(b);
    }

    @Override
    public void write(byte[] source, int from, int length) {
        bytes.write(source, from, length);
    }

    @Override
    public void flush() {
        flushed = bytes.toByteArray();
    }

    @Override
    public void close() {
        closed = true;
    }

    /** What was written up to the last flush. */
    byte[] flushedBytes() {
        return flushed.clone();
    }

    boolean closed() {
        return closed;
    }
}
