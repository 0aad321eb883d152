package org.usageflow.json;

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
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedCell;
import org.usageflow.testkit.format.RecordingSink.RecordedRow;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

/** Reads JSON text as an upload. */
final class JsonTexts {

    private JsonTexts() {}

    static RecordingSink read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), UploadLimits.DEFAULTS);
    }

    static RecordingSink read(String text, UploadLimits limits) {
        return read(text.getBytes(StandardCharsets.UTF_8), limits);
    }

    static RecordingSink read(byte[] content, UploadLimits limits) {
        RecordingSink sink = RecordingSink.all();
        read(content, limits, sink);
        return sink;
    }

    static void read(byte[] content, UploadLimits limits, RowSink sink) {
        try {
            Path file = Files.createTempFile("usageflow-", ".json");
            try (UploadSource source = UploadSource.of(Files.write(file, content))) {
                JsonFormat.lines().read(source, ReadOptions.DEFAULTS.withLimits(limits), sink);
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

    /** The only cell of an object with that value. */
    static RecordedCell cell(String value) {
        return rows("{\"a\":" + value + ",\"b\":1}").get(0).cell(0);
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
