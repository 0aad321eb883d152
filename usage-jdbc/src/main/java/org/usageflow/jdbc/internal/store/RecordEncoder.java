package org.usageflow.jdbc.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.BulkInsert;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.jdbc.internal.sql.RowTarget;
import org.usageflow.jdbc.internal.sql.Sql;
import org.usageflow.jdbc.internal.sql.Texts;
import org.usageflow.model.Closing;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.UsageRecord;

/** Writes the records of one file in the columns of their table. Used by one thread. */
final class RecordEncoder implements BulkInsert.Encoder<RecordEncoder.Numbered> {

    private final String vendor;
    private final long file;

    /**
     * A record with the numbers of what it refers to.
     *
     * @param item 0 for none
     * @param subscription 0 for none
     */
    record Numbered(UsageRecord record, int item, int subscription) {}

    RecordEncoder(String vendor, long file) {
        this.vendor = vendor;
        this.file = file;
    }

    @Override
    public void encode(Numbered numbered, RowTarget target) throws SQLException {
        UsageRecord record = numbered.record();
        target.text(vendor);
        target.bigint(file);
        target.bigint(record.position());
        target.integer(number(record.id().value()));
        encodeContent(numbered, target);
    }

    /** The running number at the end of an id, {@code NNNN-NNNN}. */
    private static int number(String id) {
        int number = 0;
        for (int i = id.length() - 9; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c != '-') {
                number = number * 10 + (c - '0');
            }
        }
        return number;
    }

    /** Writes what a change may change. */
    static void encodeContent(Numbered numbered, RowTarget target) throws SQLException {
        UsageRecord record = numbered.record();
        if (record.row() == null) {
            target.none();
        } else {
            target.bigint(record.row());
        }
        target.text(record.key() == null ? null : record.key().value());
        target.text(record.status().name());
        target.bigint(record.version().number());
        encodeReference(numbered.item(), target);
        encodeReference(numbered.subscription(), target);
        encodeSuccessor(record, target);
        encodeReported(record, target);
        encodeClosing(record.closing(), target);
    }

    private static void encodeReference(int number, RowTarget target) throws SQLException {
        if (number == 0) {
            target.none();
        } else {
            target.integer(number);
        }
    }

    private static void encodeSuccessor(UsageRecord record, RowTarget target) throws SQLException {
        if (record.successor() == null) {
            none(2, target);
        } else {
            target.bigint(FileNumbers.of(record.successor().file()));
            target.integer(record.successor().number());
        }
    }

    private static void encodeReported(UsageRecord record, RowTarget target) throws SQLException {
        ReportedRecord reported = record.reported();
        if (reported == null) {
            none(RecordColumns.REPORTED, target);
            return;
        }
        target.text(reported.item().criterion().name());
        target.text(reported.item().value());
        target.text(reported.key().equals(record.key()) ? null : reported.key().value());
        target.text(reported.note());
        target.decimal(reported.quantity().value());
        target.time(reported.window().start());
        target.smallint(Sql.nanos(reported.window().start()));
        target.time(reported.window().end());
        target.smallint(Sql.nanos(reported.window().end()));
        target.text(written(reported.subscription().criterion()));
        target.text(reported.subscription().value());
        target.text(reported.category() == null ? null : reported.category().value());
        target.decimal(reported.amount());
        if (reported.tier() == null) {
            target.none();
        } else {
            target.smallint(reported.tier().level());
        }
        encodeDynamic(reported.dynamicItem(), target);
        target.text(reported.assetReconId());
        target.text(reported.corrects());
        target.text(written(reported.parameters()));
    }

    /** The kind; of a parameter its id behind a dot. */
    static String written(SubscriptionCriterion criterion) {
        return criterion.parameter() == null
                ? criterion.kind().name()
                : criterion.kind().name() + "." + criterion.parameter();
    }

    private static @Nullable String written(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return null;
        }
        var texts = new ArrayList<String>(2 * parameters.size());
        parameters.forEach((name, value) -> {
            texts.add(name);
            texts.add(value);
        });
        return Texts.write(texts);
    }

    private static void encodeDynamic(@Nullable DynamicItem item, RowTarget target) throws SQLException {
        if (item == null) {
            none(4, target);
            return;
        }
        target.text(item.mpn());
        target.text(item.name());
        target.text(item.unit());
        target.text(item.precision().name());
    }

    private static void encodeClosing(@Nullable Closing closing, RowTarget target) throws SQLException {
        if (closing == null) {
            none(ClosingColumns.NAMES.size(), target);
            return;
        }
        target.text(closing.billingId());
        target.text(Texts.any(closing.note()));
        target.time(closing.at());
        target.text(closing.by().role().name());
        target.text(closing.by().account().value());
        target.text(closing.by().user() == null ? null : closing.by().user().value());
    }

    private static void none(int columns, RowTarget target) throws SQLException {
        for (int i = 0; i < columns; i++) {
            target.none();
        }
    }
}
