package org.usageflow.jdbc.internal.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.RowReader;
import org.usageflow.jdbc.internal.sql.Texts;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.CategoryId;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.ItemCriterion;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.UsageWindow;
import org.usageflow.model.Version;

/** Reads records from the columns of their table. Used by one thread, for the rows of one answer. */
final class RecordDecoder implements RowReader<RecordRow> {

    private long lastFile = -1;
    private @Nullable UsageFileId lastId;
    private String lastWritten = "";
    private @Nullable SubscriptionCriterion lastCriterion;

    @Override
    public RecordRow read(Row row) throws SQLException {
        long file = row.number();
        long position = row.number();
        UsageRecordId id = UsageRecordId.of(file(file), row.integer());
        Long ofUpload = row.numberOrNull();
        String keyText = row.textOrNull();
        RecordKey key = keyText == null ? null : new RecordKey(keyText);
        RecordStatus status = RecordStatus.valueOf(row.text());
        var version = new Version(row.number());
        int item = row.integer();
        int subscription = row.integer();
        Long successorFile = row.numberOrNull();
        int successor = row.integer();
        return new RecordRow(
                file,
                id,
                position,
                ofUpload,
                key,
                status,
                version,
                item,
                subscription,
                successorFile == null ? null : FileNumbers.record(successorFile, successor),
                reported(row, key),
                ClosingColumns.read(row));
    }

    private UsageFileId file(long number) {
        UsageFileId known = lastId;
        if (known == null || number != lastFile) {
            known = FileNumbers.id(number);
            lastFile = number;
            lastId = known;
        }
        return known;
    }

    private @Nullable ReportedRecord reported(Row row, @Nullable RecordKey key) throws SQLException {
        String itemBy = row.textOrNull();
        if (itemBy == null) {
            row.skip(RecordColumns.REPORTED - 1);
            return null;
        }
        var item = new ItemSearch(ItemCriterion.valueOf(itemBy), row.text());
        String otherKey = row.textOrNull();
        String note = row.textOrNull();
        var quantity = new Quantity(Objects.requireNonNull(row.decimalOrNull(), "a quantity that is kept"));
        Instant start = row.exactTime();
        var window = new UsageWindow(start, row.exactTime());
        var subscription = new SubscriptionSearch(criterion(row.text()), row.text());
        String category = row.textOrNull();
        BigDecimal amount = row.decimalOrNull();
        Integer tier = row.integerOrNull();
        return new ReportedRecord(
                otherKey == null ? Objects.requireNonNull(key, "a vendor's id that is kept") : new RecordKey(otherKey),
                note,
                item,
                quantity,
                window,
                subscription,
                category == null ? null : new CategoryId(category),
                amount,
                tier == null ? null : new Tier(tier),
                dynamicItem(row),
                row.textOrNull(),
                row.textOrNull(),
                parameters(row.textOrNull()));
    }

    private SubscriptionCriterion criterion(String written) {
        SubscriptionCriterion known = lastCriterion;
        if (known == null || !written.equals(lastWritten)) {
            known = parsed(written);
            lastCriterion = known;
            lastWritten = written;
        }
        return known;
    }

    private static SubscriptionCriterion parsed(String written) {
        int dot = written.indexOf('.');
        return dot < 0
                ? new SubscriptionCriterion(SubscriptionCriterion.Kind.valueOf(written), null)
                : SubscriptionCriterion.parameter(written.substring(dot + 1));
    }

    /** The dynamic item in the next four columns; null where they are. */
    static @Nullable DynamicItem dynamicItem(Row row) throws SQLException {
        String mpn = row.textOrNull();
        if (mpn == null) {
            row.skip(3);
            return null;
        }
        String name = row.text();
        String unit = row.text();
        return new DynamicItem(name, mpn, unit, ItemPrecision.valueOf(row.text()));
    }

    private static Map<String, String> parameters(@Nullable String written) {
        if (written == null) {
            return Map.of();
        }
        List<@Nullable String> texts = Texts.read(written);
        var parameters = new LinkedHashMap<String, String>();
        for (int i = 0; i < texts.size(); i += 2) {
            parameters.put(kept(texts.get(i)), kept(texts.get(i + 1)));
        }
        return parameters;
    }

    private static String kept(@Nullable String text) {
        return Objects.requireNonNull(text, "a text that is kept");
    }
}
