package org.usageflow.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedCell;
import org.usageflow.testkit.format.RecordingSink.RecordedRow;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

/** Reads CSV text as an upload. */
final class CsvReading {

    private CsvReading() {}

    static RecordingSink read(String text) {
        return read(text, UploadLimits.DEFAULTS);
    }

    static RecordingSink read(String text, UploadLimits limits) {
        return read(text.getBytes(StandardCharsets.UTF_8), limits);
    }

    static RecordingSink read(byte[] content) {
        return read(content, UploadLimits.DEFAULTS);
    }

    static RecordingSink read(byte[] content, UploadLimits limits) {
        RecordingSink sink = RecordingSink.all();
        read(new CsvFormat(), content, limits, sink);
        return sink;
    }

    static void read(UsageFormat format, byte[] content, UploadLimits limits, RowSink sink) {
        try {
            Path file = Files.createTempFile("usageflow-", ".csv");
            try (UploadSource source = UploadSource.of(Files.write(file, content))) {
                format.read(source, ReadOptions.DEFAULTS.withLimits(limits), sink);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordedTable records(RecordingSink sink) {
        return sink.table(TableName.RECORDS);
    }

    static List<RecordedRow> rows(String text) {
        return records(read(text)).rows();
    }

    static List<String> texts(RecordedRow row) {
        return row.cells().stream().map(RecordedCell::text).toList();
    }

    static byte[] bytes(Object... parts) {
        var out = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer value) {
                out.write(value);
            } else {
                out.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
