package org.usageflow.json;

import java.io.IOException;
import java.io.InputStream;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;

/** Reads one JSON text into a sink, in two passes: for the names of members, and for the rows. */
final class JsonReading {

    private static final long PROGRESS = 256 * 1024;

    private final UploadSource source;
    private final ReadOptions options;
    private final UploadLimits limits;
    private final RowSink sink;
    private boolean array;
    private long reported;

    JsonReading(UploadSource source, ReadOptions options, RowSink sink) {
        this.source = source;
        this.options = options;
        this.limits = options.limits();
        this.sink = sink;
    }

    void read() throws IOException {
        try {
            long size = source.size();
            if (size > limits.bytes()) {
                throw RefusedException.tooLarge(0, "the upload", limits.bytes() + " bytes");
            }
            Members members = names();
            if (members.headers().isEmpty() || rows(members)) {
                sink.progress(size);
            }
        } catch (RefusedException e) {
            e.report(sink);
        }
    }

    private Members names() throws IOException {
        var members = new Members(limits);
        try (InputStream in = source.open()) {
            var scan = new NameScan(new Utf8Stream(in), members);
            if (scan.collect()) {
                array = scan.isArray();
                return members;
            }
        }
        members = new Members(limits);
        try (InputStream in = source.open();
                JsonText text = new JsonText(in, limits)) {
            NamePass.collect(text, members);
            array = text.isArray();
        }
        return members;
    }

    // Whether all of them were wanted
    private boolean rows(Members members) throws IOException {
        if (!sink.table(table(members))) {
            return false;
        }
        boolean wanted = true;
        try (InputStream in = source.open();
                JsonText text = new JsonText(in, limits)) {
            var rows = new RowPass(text, members, limits);
            while (wanted && rows.next()) {
                wanted = rows.push(sink);
                progress(text.bytesRead());
            }
        }
        return wanted;
    }

    private SourceTable table(Members members) {
        var locator = new JsonLocator(members.headers(), array);
        return new SourceTable(
                options.onlyTable(), members.headers(), members.places(), locator, DateSystem.EXCEL_1900, false);
    }

    private void progress(long bytes) {
        if (bytes - reported >= PROGRESS) {
            reported = bytes;
            sink.progress(bytes);
        }
    }
}
