package org.usageflow.testkit.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/** Writes and reads files with the format under test, in a directory of its own that goes with it. */
final class FormatBench implements AutoCloseable {

    private final UsageFormat format;
    private final Path files;
    private final Path temporary;

    FormatBench(UsageFormat format) throws IOException {
        this.format = format;
        this.files = Files.createTempDirectory("usageflow-format-");
        this.temporary = Files.createDirectory(files.resolve("temporary"));
    }

    /** All tables, default limits, the directory that {@link #leftovers} looks at. */
    ReadOptions options() {
        return new ReadOptions(EnumSet.allOf(TableName.class), UploadLimits.DEFAULTS, temporary);
    }

    Path write(TestTable... tables) throws IOException {
        Path file = Files.createTempFile(files, "upload-", "." + format.id());
        try (OutputStream out = Files.newOutputStream(file)) {
            writeTo(out, tables);
        }
        return file;
    }

    void writeTo(OutputStream out, TestTable... tables) throws IOException {
        var buffer = new SourceRow();
        try (RowWriter writer = format.write(out, WriteOptions.DEFAULTS)) {
            for (TestTable table : tables) {
                writer.table(table.output());
                for (int i = 0; i < table.rows().size(); i++) {
                    writer.row(table.fill(buffer, i));
                }
            }
            writer.finish();
        }
    }

    Path store(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(files, "upload-", ".bin"), content);
    }

    RecordingSink read(Path file) throws IOException {
        return read(file, options());
    }

    RecordingSink read(Path file, ReadOptions options) throws IOException {
        return read(file, options, RecordingSink.all());
    }

    <S extends RowSink> S read(Path file, ReadOptions options, S sink) throws IOException {
        try (UploadSource source = UploadSource.of(file)) {
            format.read(source, options, sink);
        }
        return sink;
    }

    /** What readers left in their temporary directory. */
    List<Path> leftovers() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            return left.toList();
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(files)) {
            all = tree.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
