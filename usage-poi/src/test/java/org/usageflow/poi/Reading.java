package org.usageflow.poi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedCell;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

/** Reads workbooks of bytes, and sees to it that nothing is left behind. */
final class Reading {

    private Reading() {}

    static RecordingSink read(byte[] workbook) {
        return read(workbook, UploadLimits.DEFAULTS);
    }

    static RecordingSink read(byte[] workbook, UploadLimits limits) {
        return read(workbook, limits, EnumSet.of(TableName.RECORDS));
    }

    static RecordingSink read(byte[] workbook, UploadLimits limits, EnumSet<TableName> tables) {
        RecordingSink sink = RecordingSink.all();
        into(sink, workbook, limits, tables);
        if (!sink.violations().isEmpty() || sink.faults().size() > 1) {
            throw new AssertionError(sink.violations() + " " + sink.faults());
        }
        return sink;
    }

    static void into(RowSink sink, byte[] workbook, UploadLimits limits, EnumSet<TableName> tables) {
        try {
            Path directory = Files.createTempDirectory("usageflow-poi-");
            Path temporary = Files.createDirectory(directory.resolve("temporary"));
            Path file = Files.write(directory.resolve("upload"), workbook);
            try (UploadSource source = UploadSource.of(file)) {
                new XlsxFormat().read(source, new ReadOptions(tables, limits, temporary), sink);
            } finally {
                refuseLeftovers(temporary);
                Files.delete(file);
                Files.delete(temporary);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseLeftovers(Path temporary) throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            List<Path> files = left.toList();
            if (!files.isEmpty()) {
                throw new AssertionError("left behind: " + files);
            }
        }
    }

    /** The records of a workbook that is sound. */
    static RecordedTable records(byte[] workbook) {
        RecordingSink sink = read(workbook);
        if (!sink.faults().isEmpty()) {
            throw new AssertionError(sink.faults().toString());
        }
        return sink.table(TableName.RECORDS);
    }

    /** The code of the fault of a workbook that has one. */
    static ProblemCode fault(byte[] workbook) {
        return fault(workbook, UploadLimits.DEFAULTS);
    }

    static ProblemCode fault(byte[] workbook, UploadLimits limits) {
        RecordingSink sink = read(workbook, limits);
        if (sink.faults().isEmpty()) {
            throw new AssertionError("no fault, " + sink.rows() + " rows");
        }
        return sink.faults().get(0).code();
    }

    /** The first column of all rows, as texts. */
    static List<String> firstColumn(byte[] workbook) {
        return records(workbook).rows().stream().map(row -> row.cell(0).text()).toList();
    }

    /** The cell B2. */
    static RecordedCell b2(byte[] workbook) {
        return records(workbook).rows().get(0).cell(1);
    }

    static RecordedCell cell(CellKind kind, String text) {
        return new RecordedCell(kind, text);
    }
}
