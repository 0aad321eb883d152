package org.usageflow.core;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.ReportedRecord;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.TableName;

/**
 * Writes an upload, record by record: what is read back equals what was written.
 *
 * <p>Made by {@link UploadService#open}. Write, {@link #finish}, close. Memory is that of a record. Not thread-safe.
 *
 * <p>Source: rules §3.6, §9.
 */
public final class UploadWriter implements Closeable {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private final RowWriter out;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final SourceRow row = new SourceRow();
    private long written;

    UploadWriter(RowWriter out, List<Column> columns, List<String> parameters) throws IOException {
        if (parameters.size() > ReportedRecord.MAX_PARAMETERS) {
            throw new IllegalArgumentException(
                    "at most " + ReportedRecord.MAX_PARAMETERS + " parameters: " + parameters.size());
        }
        this.out = out;
        var outputs = new ArrayList<OutputColumn>();
        for (Column column : columns) {
            add(outputs, output(column));
        }
        for (String parameter : parameters) {
            if (parameter.isEmpty() || !ColumnSet.fold(parameter).equals(parameter)) {
                throw new IllegalArgumentException(
                        "a parameter's name is trimmed and in lower case: '" + parameter + "'");
            }
            add(outputs, OutputColumn.text(Columns.PARAMETER_PREFIX + parameter));
        }
        out.table(new OutputTable(TableName.RECORDS.code(), outputs));
    }

    private void add(List<OutputColumn> outputs, OutputColumn column) {
        if (indexes.put(column.name(), outputs.size()) != null) {
            throw new IllegalArgumentException("the column '" + column.name() + "' is there twice");
        }
        outputs.add(column);
    }

    /** A column as it is written: bold where it is required. */
    static OutputColumn output(Column column) {
        boolean required = column.use() == ColumnUse.REQUIRED || column.use() == ColumnUse.EXPECTED;
        return new OutputColumn(
                column.name(),
                column.type().isText(),
                required,
                Math.max(column.name().length() + 2, 16),
                column.accepted());
    }

    /**
     * Writes a record.
     *
     * @throws IllegalArgumentException if it has a value for which the product's schema, or the parameters given, have no column
     * @throws IOException if the target cannot be written
     */
    public void write(ReportedRecord reported) throws IOException {
        row.begin(written + 2, written);
        text(Columns.RECORD_ID, reported.key().value());
        text(Columns.RECORD_NOTE, reported.note());
        text(Columns.ITEM_SEARCH_CRITERIA, reported.item().criterion().code());
        text(Columns.ITEM_SEARCH_VALUE, reported.item().value());
        number(Columns.QUANTITY, reported.quantity().value());
        text(Columns.START_TIME_UTC, time(reported.window().start()));
        text(Columns.END_TIME_UTC, time(reported.window().end()));
        text(Columns.ASSET_SEARCH_CRITERIA, reported.subscription().criterion().code());
        text(Columns.ASSET_SEARCH_VALUE, reported.subscription().value());
        text(
                Columns.CATEGORY_ID,
                reported.category() == null ? null : reported.category().value());
        number(Columns.AMOUNT, reported.amount());
        number(
                Columns.TIER,
                reported.tier() == null
                        ? null
                        : BigDecimal.valueOf(reported.tier().level()));
        item(reported.dynamicItem());
        text(Columns.ASSET_RECON_ID, reported.assetReconId());
        text(Columns.CORRECTS_RECORD_ID, reported.corrects());
        for (Map.Entry<String, String> parameter : reported.parameters().entrySet()) {
            text(Columns.PARAMETER_PREFIX + parameter.getKey(), parameter.getValue());
        }
        out.row(row);
        written++;
    }

    private void item(@Nullable DynamicItem item) {
        if (item != null) {
            text(Columns.ITEM_NAME, item.name());
            text(Columns.ITEM_MPN, item.mpn());
            text(Columns.ITEM_UNIT, item.unit());
            text(Columns.ITEM_PRECISION, item.precision().code());
        }
    }

    private static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private void text(String column, @Nullable String value) {
        if (value != null) {
            row.cell(index(column), CellKind.TEXT, value);
        }
    }

    private void number(String column, @Nullable BigDecimal value) {
        if (value != null) {
            row.cell(index(column), CellKind.NUMBER, value.toPlainString());
        }
    }

    private int index(String column) {
        Integer index = indexes.get(column);
        if (index == null) {
            throw new IllegalArgumentException("there is no column '" + column + "' for this product's uploads");
        }
        return index;
    }

    /** How many records were written. */
    public long written() {
        return written;
    }

    /**
     * Completes the file.
     *
     * @throws IOException if the target cannot be written
     */
    public void finish() throws IOException {
        out.finish();
    }

    /** Frees what the writer holds; the file is whole only after {@link #finish}. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
