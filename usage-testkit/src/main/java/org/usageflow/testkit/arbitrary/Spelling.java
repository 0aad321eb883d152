package org.usageflow.testkit.arbitrary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.ReportedRecord;
import org.usageflow.schema.Columns;

/**
 * One of the ways in which a vendor may write the same records.
 *
 * <p>Source: rules §3.1, §3.3.
 */
enum Spelling {
    /** As the library writes. */
    USUAL,
    /** ISO 8601 times and trailing zeros. */
    ISO,
    /** One digit of the hour where one is enough, numbers as they come. */
    SHORT;

    private static final DateTimeFormatter FRACTION = new DateTimeFormatterBuilder()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    /** Every column that a value is in, and those that a schema wants, in the usual order. */
    UploadTable table(List<ReportedRecord> records, boolean amounts, boolean tiers) {
        List<Cells> columns = columns(records, amounts, tiers);
        var rows = new ArrayList<List<String>>();
        for (ReportedRecord each : records) {
            rows.add(columns.stream()
                    .map(column -> text(column.value().apply(each)))
                    .toList());
        }
        return new UploadTable(columns.stream().map(Cells::header).toList(), rows);
    }

    private record Cells(String header, boolean always, Function<ReportedRecord, @Nullable String> value) {}

    private List<Cells> columns(List<ReportedRecord> records, boolean amounts, boolean tiers) {
        var all = new ArrayList<>(standard(amounts, tiers));
        parameters(records)
                .forEach(name -> all.add(new Cells(
                        Columns.PARAMETER_PREFIX + name,
                        true,
                        each -> each.parameters().get(name))));
        return all.stream()
                .filter(column -> column.always()
                        || records.stream()
                                .anyMatch(each ->
                                        !text(column.value().apply(each)).isEmpty()))
                .toList();
    }

    private List<Cells> standard(boolean amounts, boolean tiers) {
        return List.of(
                new Cells(Columns.RECORD_ID, true, each -> each.key().value()),
                new Cells(Columns.RECORD_NOTE, false, ReportedRecord::note),
                new Cells(
                        Columns.ITEM_SEARCH_CRITERIA,
                        true,
                        each -> each.item().criterion().code()),
                new Cells(Columns.ITEM_SEARCH_VALUE, true, each -> each.item().value()),
                new Cells(Columns.QUANTITY, true, each -> number(each.quantity().value())),
                new Cells(
                        Columns.START_TIME_UTC, true, each -> time(each.window().start())),
                new Cells(Columns.END_TIME_UTC, true, each -> time(each.window().end())),
                new Cells(
                        Columns.ASSET_SEARCH_CRITERIA,
                        true,
                        each -> each.subscription().criterion().code()),
                new Cells(
                        Columns.ASSET_SEARCH_VALUE,
                        true,
                        each -> each.subscription().value()),
                new Cells(Columns.CATEGORY_ID, false, each -> named(each.category())),
                new Cells(Columns.AMOUNT, amounts, each -> number(each.amount())),
                new Cells(Columns.TIER, tiers, each -> named(each.tier())),
                new Cells(Columns.ITEM_NAME, false, each -> described(each, DynamicItem::name)),
                new Cells(Columns.ITEM_MPN, false, each -> described(each, DynamicItem::mpn)),
                new Cells(Columns.ITEM_UNIT, false, each -> described(each, DynamicItem::unit)),
                new Cells(
                        Columns.ITEM_PRECISION,
                        false,
                        each -> described(each, item -> item.precision().code())),
                new Cells(Columns.ASSET_RECON_ID, false, ReportedRecord::assetReconId),
                new Cells(Columns.CORRECTS_RECORD_ID, false, ReportedRecord::corrects));
    }

    private static List<String> parameters(List<ReportedRecord> records) {
        var names = new LinkedHashSet<String>();
        records.forEach(each -> names.addAll(each.parameters().keySet()));
        return List.copyOf(names);
    }

    private static @Nullable String named(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String described(ReportedRecord row, Function<DynamicItem, String> part) {
        DynamicItem item = row.dynamicItem();
        return item == null ? null : part.apply(item);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private @Nullable String number(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return this == ISO ? value.setScale(Math.max(1, value.scale() + 1)).toPlainString() : value.toPlainString();
    }

    private String time(Instant time) {
        LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        String hour = this == SHORT ? "H" : "HH";
        String separator = this == ISO ? "'T'" : " ";
        String whole = DateTimeFormatter.ofPattern("uuuu-MM-dd" + separator + hour + ":mm:ss", Locale.ROOT)
                .format(utc);
        return whole + FRACTION.format(utc) + (this == ISO ? "Z" : "");
    }
}
