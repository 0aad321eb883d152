package org.usageflow.core.internal.processed;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;

/** Finds how many columns the rows of an upload use that nobody judged. */
final class WidestRow implements RowSink {

    private int width;

    private WidestRow() {}

    static int of(UsageFormat format, UploadSource upload, ReadOptions options) throws IOException {
        var sink = new WidestRow();
        format.read(upload, options.withTables(TableName.RECORDS), sink);
        return sink.width;
    }

    @Override
    public boolean table(SourceTable table) {
        return true;
    }

    @Override
    public boolean row(SourceRow row) {
        width = Math.max(width, row.width());
        return true;
    }

    @Override
    public void fault(ProblemCode code, Place place, @Nullable String value, Map<String, String> arguments) {
        // Whoever reads next will find it
    }
}
