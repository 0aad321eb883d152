package org.usageflow.spi.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells each time that bytes of it were read. */
final class WatchedStream extends FilterInputStream {

    private final Runnable onRead;

    WatchedStream(InputStream bytes, Runnable onRead) {
        super(bytes);
        this.onRead = onRead;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        onRead.run();
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        onRead.run();
        return count;
    }
}
