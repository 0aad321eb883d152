package org.usageflow.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.ReportedRecord;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.SourceRow;

/**
 * Puts typed records into rows.
 *
 * <p>Source: rules §3.1.
 */
final class RecordColumns {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private final Map<String, Integer> indexes;

    /** The columns of a row in their order, {@code v.} ones included. */
    RecordColumns(List<String> names) {
        Map<String, Integer> byName = new HashMap<>();
        names.forEach(each -> byName.put(each, byName.size()));
        this.indexes = byName;
    }

    /** Columns of a row by name, {@code v.} ones included. */
    RecordColumns(Map<String, Integer> indexes) {
        this.indexes = Map.copyOf(indexes);
    }

    /**
     * Sets the cells of a record.
     *
     * @throws IllegalArgumentException if it has a value for which there is no column
     */
    void fill(SourceRow row, ReportedRecord reported) {
        text(row, Columns.RECORD_ID, reported.key().value());
        text(row, Columns.RECORD_NOTE, reported.note());
        text(row, Columns.ITEM_SEARCH_CRITERIA, reported.item().criterion().code());
        text(row, Columns.ITEM_SEARCH_VALUE, reported.item().value());
        number(row, Columns.QUANTITY, reported.quantity().value());
        text(row, Columns.START_TIME_UTC, time(reported.window().start()));
        text(row, Columns.END_TIME_UTC, time(reported.window().end()));
        text(
                row,
                Columns.ASSET_SEARCH_CRITERIA,
                reported.subscription().criterion().code());
        text(row, Columns.ASSET_SEARCH_VALUE, reported.subscription().value());
        text(
                row,
                Columns.CATEGORY_ID,
                reported.category() == null ? null : reported.category().value());
        number(row, Columns.AMOUNT, reported.amount());
        number(
                row,
                Columns.TIER,
                reported.tier() == null
                        ? null
                        : BigDecimal.valueOf(reported.tier().level()));
        item(row, reported.dynamicItem());
        text(row, Columns.ASSET_RECON_ID, reported.assetReconId());
        text(row, Columns.CORRECTS_RECORD_ID, reported.corrects());
        for (Map.Entry<String, String> parameter : reported.parameters().entrySet()) {
            text(row, Columns.PARAMETER_PREFIX + parameter.getKey(), parameter.getValue());
        }
    }

    private void item(SourceRow row, @Nullable DynamicItem item) {
        if (item != null) {
            text(row, Columns.ITEM_NAME, item.name());
            text(row, Columns.ITEM_MPN, item.mpn());
            text(row, Columns.ITEM_UNIT, item.unit());
            text(row, Columns.ITEM_PRECISION, item.precision().code());
        }
    }

    /** A time as it is written: in UTC, to the nanosecond where it has fractions. */
    static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private void text(SourceRow row, String column, @Nullable String value) {
        if (value != null) {
            row.cell(index(column), CellKind.TEXT, value);
        }
    }

    private void number(SourceRow row, String column, @Nullable BigDecimal value) {
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
}
