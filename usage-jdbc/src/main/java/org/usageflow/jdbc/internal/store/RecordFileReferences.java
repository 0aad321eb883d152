package org.usageflow.jdbc.internal.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.model.AccountId;
import org.usageflow.model.Item;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.SalesChain;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.Version;

/** What the records of one file refer to, and where its last record is, as one transaction knows it. */
final class RecordFileReferences {

    private static final List<String> CHAIN_COLUMNS =
            List.of("vendor", "file_no", "sub_no", "account", "tier", "buyer_tier");

    private final JdbcSession session;
    private final String vendor;
    private final long file;
    private final RecordPool<Item> items;
    private final RecordPool<RecordSubscription> subscriptions;
    private Optional<Version> seen = Optional.empty();
    private long lastPosition;

    /** A reseller's highest place in the chain of a subscription. */
    private record Place(int subscription, AccountId account, int tier, int buyerTier) {}

    RecordFileReferences(JdbcSession session, String vendor, long file) {
        this.session = session;
        this.vendor = vendor;
        this.file = file;
        this.items = new RecordPool<>(session, RecordKinds.ITEMS, vendor, file);
        this.subscriptions = new RecordPool<>(session, RecordKinds.SUBSCRIPTIONS, vendor, file);
    }

    String vendor() {
        return vendor;
    }

    long file() {
        return file;
    }

    RecordPool<Item> items() {
        return items;
    }

    RecordPool<RecordSubscription> subscriptions() {
        return subscriptions;
    }

    /** These records with the numbers of what they refer to, which is written. */
    List<RecordEncoder.Numbered> numbered(List<UsageRecord> records) {
        var numbered = new ArrayList<RecordEncoder.Numbered>(records.size());
        for (UsageRecord each : records) {
            int item = each.item() == null ? 0 : items.numberOf(each.item());
            int subscription = each.subscription() == null ? 0 : subscriptions.numberOf(each.subscription());
            numbered.add(new RecordEncoder.Numbered(each, item, subscription));
        }
        flush();
        return numbered;
    }

    /** The number of an item, which is written. */
    int written(Item item) {
        int number = items.numberOf(item);
        flush();
        return number;
    }

    private void flush() {
        items.flush();
        var places = new ArrayList<Place>();
        for (RecordPool.Fresh<RecordSubscription> each : subscriptions.flush()) {
            addPlaces(each.number(), each.value().chain(), places);
        }
        if (!places.isEmpty()) {
            session.dialect().bulk().insert(session.sql(), "chain", CHAIN_COLUMNS, places, (place, target) -> {
                target.text(vendor);
                target.bigint(file);
                target.integer(place.subscription());
                target.text(place.account().value());
                target.smallint(place.tier());
                target.smallint(place.buyerTier());
            });
        }
    }

    private static void addPlaces(int subscription, SalesChain chain, List<Place> places) {
        Map<AccountId, Integer> highest = new HashMap<>();
        for (int level = 1; level < chain.parties().size(); level++) {
            highest.put(chain.parties().get(level).id(), level);
        }
        int buyerTier = chain.buyerTier().level();
        highest.forEach((account, level) -> places.add(new Place(subscription, account, level, buyerTier)));
    }

    /** The version that the file had when its last position was looked for, from which this transaction started. */
    Version seen() {
        return seen.orElse(Version.FIRST);
    }

    /** The highest position of the file's records; -1 where there are none. */
    long lastPosition() {
        if (seen.isEmpty()) {
            seen = session.sql()
                    .first(
                            "select version from {file} where vendor = ? and file_no = ?",
                            row -> new Version(row.number()),
                            vendor,
                            file);
            lastPosition = session.sql()
                    .first(
                            "select position from {record} where vendor = ? and file_no = ? order by vendor desc, file_no desc, position desc limit 1",
                            Row::number,
                            vendor,
                            file)
                    .orElse(-1L);
        }
        return lastPosition;
    }

    void appendedTo(long position) {
        lastPosition = position;
    }
}
