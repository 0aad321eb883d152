package org.usageflow.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/** A format of workbooks whose files name uploads that a test gives, so that cells of every kind can be judged. */
final class GivenFormat implements UsageFormat {

    private static final String MARK = "GIVEN ";

    private final List<GivenUpload> uploads = new ArrayList<>();

    /** The bytes of the file that stands for an upload. */
    byte[] file(GivenUpload upload) {
        uploads.add(upload);
        return (MARK + (uploads.size() - 1)).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public FormatId id() {
        return new FormatId("given");
    }

    @Override
    public boolean recognises(ContentSample sample) {
        return sample.text().startsWith(MARK);
    }

    @Override
    public void read(UploadSource source, ReadOptions options, RowSink sink) throws IOException {
        try (var in = source.open()) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            uploads.get(Integer.parseInt(text.substring(MARK.length()))).push(options.tables(), sink);
        }
    }

    @Override
    public RowWriter write(OutputStream target, WriteOptions options) {
        throw new UnsupportedOperationException("given uploads are not written");
    }

    @Override
    public boolean holdsSeveralTables() {
        return true;
    }
}
