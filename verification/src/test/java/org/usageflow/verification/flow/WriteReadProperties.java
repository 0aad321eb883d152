package org.usageflow.verification.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.usageflow.command.ValidateUpload;
import org.usageflow.core.UploadWriter;
import org.usageflow.core.Usageflow;
import org.usageflow.core.ValidationListener;
import org.usageflow.core.ValidationReport;
import org.usageflow.model.CategoryId;
import org.usageflow.model.Item;
import org.usageflow.model.ItemCriterion;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.UsageWindow;
import org.usageflow.policy.NegativePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.reference.Items;
import org.usageflow.spi.reference.Subscriptions;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.arbitrary.UsageArbitraries;
import org.usageflow.testkit.reference.CatalogWorld;

/** What a vendor's application writes is what the other side reads, in every format: equal records, in their order, and nothing to complain of. */
class WriteReadProperties {

    private static final List<FormatId> FORMATS = List.of(FormatId.XLSX, FormatId.CSV, FormatId.JSON, FormatId.JSONL);

    /** A world and a file of it. */
    record Upload(CatalogWorld world, List<ReportedRecord> records) {}

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void records_of_a_world_are_read_as_they_were_written(@ForAll("uploads") Upload upload) throws IOException {
        Usageflow library = Usageflow.builder()
                .formats(Court.formats(','))
                .reference(upload.world().reference())
                .build();

        for (FormatId format : FORMATS) {
            check(library, upload.world().command(), format, upload.records());
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void records_of_any_text_number_and_time_are_read_as_they_were_written(
            @ForAll("anything") List<ReportedRecord> records) throws IOException {
        CatalogWorld world = UsageFixtures.world(UsageFixtures.PR);
        Usageflow library = Usageflow.builder()
                .formats(Court.formats(';'))
                .catalog(world.reference())
                .items(new EveryItem())
                .subscriptions(everySubscription())
                .policies(Policies.DEFAULTS.with(NegativePolicy.CORRECTIONS))
                .build();

        for (FormatId format : FORMATS) {
            check(library, ValidateUpload.of(UsageFixtures.PRODUCT), format, records);
        }
    }

    private static void check(Usageflow library, ValidateUpload command, FormatId format, List<ReportedRecord> records)
            throws IOException {
        Set<String> parameters = new LinkedHashSet<>();
        records.forEach(each -> parameters.addAll(each.parameters().keySet()));
        var file = new ByteArrayOutputStream();
        try (UploadWriter writer = library.uploads().open(command.product(), format, List.copyOf(parameters), file)) {
            for (ReportedRecord each : records) {
                writer.write(each);
            }
            writer.finish();
        }

        List<ReportedRecord> read = new ArrayList<>();
        var listener = new ValidationListener() {
            @Override
            public void onRecord(long row, ReportedRecord reported) {
                read.add(reported);
            }
        };
        ValidationReport report;
        try (UploadSource source =
                UploadSource.spool(new ByteArrayInputStream(file.toByteArray()), UploadLimits.DEFAULTS, null)) {
            report = library.validation().validate(command, source, listener);
        }

        assertThat(report.problems()).as(format.value()).isEmpty();
        assertThat(report.isValid()).as(format.value()).isTrue();
        assertThat(read).as(format.value()).hasSameSizeAs(records);
        for (int i = 0; i < records.size(); i++) {
            assertThat(read.get(i)).as("%s, record %d", format, i).isEqualTo(records.get(i));
        }
    }

    @Provide
    Arbitrary<Upload> uploads() {
        return UsageArbitraries.worlds()
                .flatMap(world -> UsageArbitraries.recordLists(world, 8).map(records -> new Upload(world, records)));
    }

    /** Records for a host that knows every item and every subscription. */
    @Provide
    Arbitrary<List<ReportedRecord>> anything() {
        Arbitrary<String> ids = Arbitraries.oneOf(UsageArbitraries.identifierText(), UsageArbitraries.nastyText())
                .filter(text -> text.length() < 250);
        Arbitrary<ItemSearch> items =
                Combinators.combine(Arbitraries.of(ItemCriterion.class), ids).as(ItemSearch::new);
        Arbitrary<SubscriptionSearch> subscriptions = Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.of(
                                        SubscriptionCriterion.ID,
                                        SubscriptionCriterion.EXTERNAL_ID,
                                        SubscriptionCriterion.EXTERNAL_UID),
                                UsageArbitraries.identifierText()
                                        .filter(id -> id.length() < 240)
                                        .map(SubscriptionCriterion::parameter)),
                        ids)
                .as(SubscriptionSearch::new);
        Arbitrary<ReportedRecord> records = Combinators.combine(
                        ids, items, quantities(), UsageArbitraries.windows(), subscriptions, ids, texts(), quantities())
                .as(WriteReadProperties::record);
        return records.list().ofMinSize(1).ofMaxSize(12).map(WriteReadProperties::numbered);
    }

    private static ReportedRecord record(
            String id,
            ItemSearch item,
            BigDecimal quantity,
            UsageWindow window,
            SubscriptionSearch subscription,
            String other,
            List<String> texts,
            BigDecimal amount) {
        return ReportedRecord.builder(new RecordKey(id), item, new Quantity(quantity), window, subscription)
                .amount(amount)
                .note(texts.get(0))
                .category(texts.get(0).length() % 2 == 0 ? null : new CategoryId(other))
                .assetReconId(texts.get(1).length() % 2 == 0 ? null : other)
                .corrects(texts.get(2).length() % 2 == 0 ? null : other)
                .parameter("größe, \"m\"", texts.get(1))
                .parameter("=1+1", texts.get(2))
                .build();
    }

    /** Numbers of up to 38 digits, of either sign. */
    private static Arbitrary<BigDecimal> quantities() {
        return Combinators.combine(
                        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(38),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of(true, false))
                .as((digits, decimals, negative) -> {
                    BigDecimal value = new BigDecimal(new java.math.BigInteger(digits), decimals);
                    return negative ? value.negate() : value;
                });
    }

    private static Arbitrary<List<String>> texts() {
        Arbitrary<String> any = Arbitraries.oneOf(
                UsageArbitraries.nastyText(), UsageArbitraries.blankText(), Arbitraries.just("long ".repeat(800)));
        return any.filter(text -> text.length() <= ReportedRecord.MAX_TEXT)
                .list()
                .ofSize(3);
    }

    private static List<ReportedRecord> numbered(List<ReportedRecord> records) {
        List<ReportedRecord> numbered = new ArrayList<>();
        for (ReportedRecord each : records) {
            var key = new RecordKey(each.key().value() + "#" + numbered.size());
            numbered.add(new ReportedRecord(
                    key,
                    each.note(),
                    each.item(),
                    each.quantity(),
                    each.window(),
                    each.subscription(),
                    each.category(),
                    each.amount(),
                    each.tier(),
                    each.dynamicItem(),
                    each.assetReconId(),
                    each.corrects(),
                    each.parameters()));
        }
        return numbered;
    }

    /** A host whose product has whatever item is asked for. */
    private static final class EveryItem implements Items {

        private static final Item ITEM = new Item(
                UsageFixtures.STORAGE.id(),
                "1",
                "MPN",
                "Name",
                "GB",
                org.usageflow.model.ItemPrecision.DECIMAL_8,
                org.usageflow.model.ItemType.PPU,
                org.usageflow.model.BillingPeriod.MONTHLY);

        @Override
        public Map<ItemSearch, Item> findItems(org.usageflow.model.ProductId product, Set<ItemSearch> searches) {
            Map<ItemSearch, Item> found = new LinkedHashMap<>();
            searches.forEach(each -> found.put(each, ITEM));
            return found;
        }

        @Override
        public List<Item> items(org.usageflow.model.ProductId product, int most) {
            return List.of(ITEM);
        }
    }

    /** A host that has whatever subscription is asked for, active at all times. */
    private static Subscriptions everySubscription() {
        Subscription some = UsageFixtures.SUBSCRIPTION;
        var ever = new Subscription(
                some.id(),
                null,
                null,
                some.product(),
                some.contract(),
                null,
                Instant.EPOCH,
                null,
                Map.of(),
                null,
                some.chain());
        return (product, contract, searches) -> {
            Map<SubscriptionSearch, List<Subscription>> found = new LinkedHashMap<>();
            searches.forEach(each -> found.put(each, List.of(ever)));
            return found;
        };
    }
}
