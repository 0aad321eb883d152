package org.usageflow.jdbc.internal.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.Actor;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Closing;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemCriterion;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Party;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.UsageWindow;
import org.usageflow.model.UserId;
import org.usageflow.model.Version;
import org.usageflow.testkit.arbitrary.UsageArbitraries;
import org.usageflow.testkit.store.StoreFixtures;

/** Records with everything that a record may have, valid or not, and with any of it missing. */
final class RecordSamples {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final int MAX_DIGITS = 38;
    private static final int MAX_DECIMALS = 8;

    private RecordSamples() {}

    /** Records of a file, in order, of which none refers to the file; the caller gives them its ids. */
    static Arbitrary<List<UsageRecord>> records() {
        return record().list().ofMinSize(1).ofMaxSize(12).map(RecordSamples::placed);
    }

    private static List<UsageRecord> placed(List<UsageRecord> records) {
        var placed = new ArrayList<UsageRecord>();
        for (UsageRecord each : records) {
            placed.add(at(StoreFixtures.fileId(1), placed.size() + 1, each));
        }
        return placed;
    }

    /** The records in another file. */
    static List<UsageRecord> in(UsageFileId file, List<UsageRecord> records) {
        var placed = new ArrayList<UsageRecord>();
        for (UsageRecord each : records) {
            placed.add(at(file, placed.size() + 1, each));
        }
        return placed;
    }

    private static UsageRecord at(UsageFileId file, int number, UsageRecord record) {
        return new UsageRecord(
                UsageRecordId.of(file, number),
                number * 3L,
                record.row(),
                record.key(),
                record.reported(),
                record.item(),
                record.subscription(),
                record.status(),
                record.closing(),
                record.successor(),
                record.version());
    }

    private static Arbitrary<UsageRecord> record() {
        Arbitrary<UsageRecordId> successors = UsageArbitraries.usageRecordIds().filter(id -> id.number() > 0);
        return Combinators.combine(
                        Arbitraries.longs().between(1, 3_000_000_000L).injectNull(0.2),
                        keys().injectNull(0.2),
                        reported().injectNull(0.2),
                        UsageArbitraries.items().injectNull(0.2),
                        subscriptions().injectNull(0.2),
                        Arbitraries.of(RecordStatus.class),
                        closings(),
                        Combinators.combine(
                                        successors.injectNull(0.7),
                                        Arbitraries.longs().between(1, Long.MAX_VALUE))
                                .as(Ending::new))
                .as(RecordSamples::record);
    }

    private record Ending(@Nullable UsageRecordId successor, long version) {}

    private static UsageRecord record(
            @Nullable Long row,
            @Nullable RecordKey key,
            @Nullable ReportedRecord reported,
            @Nullable Item item,
            @Nullable RecordSubscription subscription,
            RecordStatus status,
            Closing closing,
            Ending ending) {
        RecordStatus possible = reported == null ? RecordStatus.INVALID : status;
        return new UsageRecord(
                UsageRecordId.of(StoreFixtures.fileId(1), 1),
                0,
                row,
                key,
                reported,
                item,
                subscription,
                possible,
                possible == RecordStatus.CLOSED ? closing : null,
                ending.successor(),
                new Version(ending.version()));
    }

    /** Ids, with blanks behind them too, and of up to 255 letters of four bytes each. */
    private static Arbitrary<String> ids() {
        Arbitrary<String> texts = UsageArbitraries.identifierText();
        return Arbitraries.oneOf(
                texts,
                texts.filter(text -> text.length() < 250).map(text -> text + "  "),
                Arbitraries.of(
                        "a", "A", "a ", " a", "\uD835\uDCB3".repeat(127), "\uFFFD".repeat(255), "\u00E9", "'\"\\%_`"));
    }

    private static Arbitrary<RecordKey> keys() {
        return ids().map(RecordKey::new);
    }

    private static Arbitrary<String> notes() {
        Arbitrary<String> any = UsageArbitraries.nastyText();
        return Arbitraries.oneOf(
                any.map(text -> text.length() > ReportedRecord.MAX_TEXT ? "long" : text),
                Arbitraries.of("n".repeat(4_000), "\uD83D\uDE00".repeat(2_000), "\u20AC".repeat(4_000)));
    }

    private static Arbitrary<BigDecimal> decimals() {
        BigInteger most = BigInteger.TEN.pow(MAX_DIGITS).subtract(BigInteger.ONE);
        return Combinators.combine(
                        Arbitraries.bigIntegers().between(most.negate(), most),
                        Arbitraries.integers().between(0, MAX_DECIMALS))
                .as(BigDecimal::new);
    }

    private static Arbitrary<Instant> instants() {
        Arbitrary<Instant> any = Combinators.combine(
                        Arbitraries.longs().between(FIRST.getEpochSecond(), LAST.getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
        return Arbitraries.oneOf(
                any,
                Arbitraries.of(
                        FIRST,
                        LAST,
                        Instant.EPOCH,
                        Instant.EPOCH.minusNanos(1),
                        Instant.parse("1582-10-10T00:00:00Z")));
    }

    private static Arbitrary<UsageWindow> windows() {
        return Combinators.combine(instants(), instants())
                .as((one, other) -> one.isBefore(other) ? new UsageWindow(one, other) : new UsageWindow(other, one));
    }

    private static Arbitrary<SubscriptionSearch> searches() {
        Arbitrary<SubscriptionCriterion> criteria = Arbitraries.oneOf(
                Arbitraries.of(
                        SubscriptionCriterion.ID,
                        SubscriptionCriterion.EXTERNAL_ID,
                        SubscriptionCriterion.EXTERNAL_UID),
                ids().map(SubscriptionCriterion::parameter));
        return Combinators.combine(criteria, ids()).as(SubscriptionSearch::new);
    }

    private static Arbitrary<DynamicItem> dynamicItems() {
        return Combinators.combine(ids(), ids(), ids(), Arbitraries.of(ItemPrecision.class))
                .as(DynamicItem::new);
    }

    private static Arbitrary<Map<String, String>> parameters() {
        Arbitrary<String> values = notes();
        return Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(9),
                        values.list().ofMaxSize(4))
                .as((name, all) -> {
                    var parameters = new LinkedHashMap<String, String>();
                    all.forEach(value -> parameters.put(name + (9 - parameters.size()), value));
                    return parameters;
                });
    }

    private record Texts(
            @Nullable String note,
            @Nullable String category,
            @Nullable String recon,
            @Nullable String corrects) {}

    private static Arbitrary<ReportedRecord> reported() {
        Arbitrary<Texts> texts = Combinators.combine(
                        notes().injectNull(0.4), ids().injectNull(0.5), ids().injectNull(0.5), ids().injectNull(0.5))
                .as(Texts::new);
        Arbitrary<ItemSearch> items =
                Combinators.combine(Arbitraries.of(ItemCriterion.class), ids()).as(ItemSearch::new);
        Arbitrary<ReportedRecord.Builder> begun = Combinators.combine(
                        keys(), items, decimals().map(Quantity::new), windows(), searches())
                .as(ReportedRecord::builder);
        return Combinators.combine(
                        begun,
                        texts,
                        decimals().injectNull(0.3),
                        Arbitraries.integers().between(0, Tier.MAX_LEVEL).injectNull(0.5),
                        dynamicItems().injectNull(0.6),
                        parameters())
                .as((builder, some, amount, tier, dynamic, parameters) -> {
                    parameters.forEach(builder::parameter);
                    return builder.note(some.note())
                            .category(
                                    some.category() == null
                                            ? null
                                            : new org.usageflow.model.CategoryId(some.category()))
                            .assetReconId(some.recon())
                            .corrects(some.corrects())
                            .amount(amount)
                            .tier(tier == null ? null : new Tier(tier))
                            .dynamicItem(dynamic)
                            .build();
                });
    }

    /** Names may hold any character, a NUL and halves of pairs too. */
    private static Arbitrary<RecordSubscription> subscriptions() {
        Arbitrary<String> names = Arbitraries.oneOf(
                UsageArbitraries.nastyText(), Arbitraries.strings().all().ofMaxLength(5));
        Arbitrary<ChainParty> parties =
                Combinators.combine(ids().map(AccountId::new), names).as(ChainParty::new);
        return Combinators.combine(
                        UsageArbitraries.subscriptionIds(),
                        names.injectNull(0.5),
                        names.injectNull(0.5),
                        names.injectNull(0.5),
                        UsageArbitraries.hubIds().injectNull(0.5),
                        parties.list().ofMinSize(1).ofMaxSize(6).map(SalesChain::new))
                .as(RecordSubscription::new);
    }

    private static Arbitrary<Closing> closings() {
        Arbitrary<Actor> actors = Combinators.combine(
                        Arbitraries.of(Party.class),
                        ids().map(AccountId::new),
                        ids().map(UserId::new).injectNull(0.4))
                .as(Actor::new);
        Arbitrary<Instant> times = instants().map(each -> each.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
        return Combinators.combine(
                        ids(), Arbitraries.strings().all().ofMaxLength(20).injectNull(0.4), times, actors)
                .as(Closing::new);
    }
}
