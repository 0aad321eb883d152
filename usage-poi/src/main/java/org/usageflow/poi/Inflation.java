package org.usageflow.poi;

import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.UploadLimits;

/** Counts what all entries inflate to, and how much of the file was consumed for it. One for each read. */
final class Inflation {

    private static final long REPORT_EVERY = 1 << 20;

    private final UploadLimits limits;
    private final RowSink sink;
    private long inflated;
    private long consumed;
    private long reported;

    Inflation(UploadLimits limits, RowSink sink) {
        this.limits = limits;
        this.sink = sink;
    }

    void inflated(long bytes) throws FaultException {
        inflated += bytes;
        if (inflated > limits.totalBytes()) {
            throw FaultException.tooLarge("the inflated size of all entries in bytes", limits.totalBytes(), null);
        }
    }

    /** Says how far the reading has come, from time to time. */
    void consumed(long bytes) {
        consumed += bytes;
        if (consumed - reported >= REPORT_EVERY) {
            report();
        }
    }

    void report() {
        reported = consumed;
        sink.progress(consumed);
    }

    long total() {
        return inflated;
    }

    UploadLimits limits() {
        return limits;
    }

    static FaultException tooDense(UploadLimits limits, String name) {
        return FaultException.suspicious("an entry is compressed more than " + limits.ratio() + " : 1", name);
    }
}
