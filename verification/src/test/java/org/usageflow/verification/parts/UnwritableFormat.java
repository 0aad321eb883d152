package org.usageflow.verification.parts;

import java.io.IOException;
import java.io.OutputStream;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/** CSV under another name that cannot be written until it is repaired, and reads nothing. */
final class UnwritableFormat implements UsageFormat {

    private boolean fails = true;
    private Runnable meanwhile = () -> {};

    void repair() {
        fails = false;
    }

    void fail() {
        fails = true;
    }

    /** Done once, before the next file is written. */
    void meanwhile(Runnable work) {
        meanwhile = work;
    }

    @Override
    public FormatId id() {
        return new FormatId("brittle");
    }

    @Override
    public boolean recognises(ContentSample sample) {
        return false;
    }

    @Override
    public void read(UploadSource source, ReadOptions options, RowSink sink) throws IOException {
        Shop.CSV.read(source, options, sink);
    }

    @Override
    public RowWriter write(OutputStream target, WriteOptions options) throws IOException {
        Runnable work = meanwhile;
        meanwhile = () -> {};
        work.run();
        if (fails) {
            throw new IOException("the disk is full");
        }
        return Shop.CSV.write(target, options);
    }
}
