package org.usageflow.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.CategoryId;
import org.usageflow.model.Item;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemType;
import org.usageflow.model.Quantity;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.Subscription;
import org.usageflow.model.TextRules;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UsageWindow;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;
import org.usageflow.testkit.schema.FakeRecordView;

class UsageArbitrariesProperties {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    @Provide
    Arbitrary<ReportedWorld> reported() {
        return UsageArbitraries.reportedWorlds(8);
    }

    @Provide
    Arbitrary<ReportedWorld> tiered() {
        return UsageArbitraries.worlds(UsageFixtures.TR)
                .flatMap(world ->
                        UsageArbitraries.consumptionRows(world).map(records -> new ReportedWorld(world, records)));
    }

    @Provide
    Arbitrary<CatalogWorld> worlds() {
        return UsageArbitraries.worlds();
    }

    @Provide
    Arbitrary<String> nasty() {
        return UsageArbitraries.nastyText();
    }

    @Provide
    Arbitrary<String> identifiers() {
        return UsageArbitraries.identifierText();
    }

    @Provide
    Arbitrary<UsageWindow> windows() {
        return UsageArbitraries.windows();
    }

    @Provide
    Arbitrary<UsagePeriod> periods() {
        return UsageArbitraries.periods();
    }

    @Property
    void nasty_texts_are_allowed_and_not_blank(@ForAll("nasty") String text) {
        assertThat(TextRules.firstForbidden(text)).isNegative();
        assertThat(TextRules.isBlank(text)).isFalse();
    }

    @Property
    void identifiers_as_keys_are_kept_as_they_are(@ForAll("identifiers") String text) {
        assertThat(new CategoryId(text).value()).isEqualTo(text).isEqualTo(text.strip());
    }

    @Property
    void windows_lie_in_years_that_files_can_hold(@ForAll("windows") UsageWindow window) {
        assertThat(window.start()).isAfterOrEqualTo(FIRST);
        assertThat(window.end()).isBefore(LAST);
    }

    @Property(tries = 200)
    void windows_in_a_period_are_neither_late_nor_future(@ForAll("periods") UsagePeriod period) {
        UsageArbitraries.windowsIn(period).list().ofSize(10).sample().forEach(window -> {
            assertThat(period.startsAfter(window))
                    .as("late: %s in %s", window, period)
                    .isFalse();
            assertThat(period.endsBefore(window))
                    .as("future: %s in %s", window, period)
                    .isFalse();
        });
    }

    @Property
    void worlds_are_complete_and_consistent(@ForAll("worlds") CatalogWorld world) {
        var data = world.reference();

        assertThat(data.findProduct(world.product().id())).contains(world.product());
        assertThat(data.findContract(world.contract().id())).contains(world.contract());
        assertThat(data.listings(world.product().id())).containsExactly(world.listing());
        assertThat(world.reportable()).isNotEmpty();
        assertThat(world.items())
                .allSatisfy(item -> assertThat(world.searches(item)).isNotEmpty());
        assertThat(world.subscriptions())
                .allSatisfy(each -> assertThat(world.searches(each)).isNotEmpty())
                .allSatisfy(each -> assertThat(each.isActiveDuring(new UsageWindow(
                                world.period().start(), world.period().end())))
                        .isTrue());
    }

    @Property
    void records_have_ids_once_and_lie_in_the_period(@ForAll("reported") ReportedWorld reported) {
        var keys = new HashSet<>();
        for (ReportedRecord each : reported.records()) {
            assertThat(keys.add(each.key())).as("%s once", each.key()).isTrue();
            assertThat(reported.world().period().startsAfter(each.window())).isFalse();
            assertThat(reported.world().period().endsBefore(each.window())).isFalse();
            assertThat(each.category()).isNull();
        }
    }

    @Property
    void records_name_items_and_subscriptions_that_are_found(@ForAll("reported") ReportedWorld reported) {
        for (ReportedRecord each : reported.records()) {
            FakeRecordView view = FakeRecordView.of(each, reported.world());
            ItemPrecision precision = view.itemPrecision();
            Subscription subscription = view.subscription();

            assertThat(view.item() == null).isEqualTo(each.dynamicItem() != null);
            assertThat(reported.world().product().capabilities().allow(view.itemType()))
                    .isTrue();
            assertThat(each.quantity().fits(precision))
                    .as("%s fits %s", each.quantity(), precision)
                    .isTrue();
            assertThat(each.quantity().isNegative()).isFalse();
            assertThat(subscription).isNotNull();
            assertThat(subscription.isActiveDuring(each.window())).isTrue();
        }
    }

    @Property
    void records_have_amounts_and_tiers_where_the_schema_wants_them(@ForAll("reported") ReportedWorld reported) {
        String schema = reported.world().schema().value();
        for (ReportedRecord each : reported.records()) {
            FakeRecordView view = FakeRecordView.of(each, reported.world());
            boolean billed = view.itemType() == ItemType.PPU && !schema.equals("QT");

            assertThat(each.amount() != null).as("an amount in %s", each).isEqualTo(billed);
            assertThat(each.tier() != null).as("a tier in %s", each).isEqualTo(billed && schema.equals("TR"));
        }
    }

    @Property(tries = 200)
    void groups_of_tiers_are_complete_and_without_negative_margins(@ForAll("tiered") ReportedWorld reported) {
        List<ReportedRecord> rows = reported.records();
        ReportedRecord first = rows.get(0);
        if (first.tier() == null) {
            assertThat(rows).hasSize(1);
            return;
        }
        for (int tier = 0; tier < rows.size(); tier++) {
            assertThat(rows.get(tier).tier().level()).isEqualTo(tier);
            assertThat(rows.get(tier).quantity()).isEqualTo(first.quantity());
            assertThat(rows.get(tier).window()).isEqualTo(first.window());
            if (tier > 0) {
                assertThat(rows.get(tier).amount())
                        .isLessThanOrEqualTo(rows.get(tier - 1).amount());
            }
        }
        Subscription subscription = FakeRecordView.of(first, reported.world()).subscription();
        assertThat(subscription.chain().contains(rows.get(rows.size() - 1).tier()))
                .isTrue();
    }

    @Property
    void lists_in_tr_hold_complete_groups_that_stay_apart(@ForAll("lists in TR") ReportedWorld reported) {
        Map<Object, List<ReportedRecord>> groups = reported.records().stream()
                .filter(each -> each.tier() != null)
                .collect(Collectors.groupingBy(each -> key(each, reported.world())));

        groups.values().forEach(group -> {
            var sorted = new ArrayList<>(group);
            sorted.sort(Comparator.comparing(ReportedRecord::tier));
            for (int tier = 0; tier < sorted.size(); tier++) {
                assertThat(sorted.get(tier).tier().level()).isEqualTo(tier);
                assertThat(sorted.get(tier).quantity()).isEqualTo(sorted.get(0).quantity());
            }
        });
    }

    @Provide("lists in TR")
    Arbitrary<ReportedWorld> listsInTr() {
        return UsageArbitraries.reportedWorlds(UsageFixtures.TR, 12);
    }

    private static List<Object> key(ReportedRecord row, CatalogWorld world) {
        FakeRecordView view = FakeRecordView.of(row, world);
        Item item = view.item();
        return List.of(
                item == null ? row.item().value() : item.mpn(),
                view.subscription().id(),
                row.window().start(),
                row.window().endExclusive(),
                row.parameters());
    }

    @Property(tries = 200)
    void tables_hold_every_value_of_their_records(@ForAll("reported") ReportedWorld reported) {
        UploadTable table =
                UsageArbitraries.tables(reported.world(), reported.records()).sample();

        assertThat(table.rows()).hasSameSizeAs(reported.records());
        for (int row = 0; row < table.rows().size(); row++) {
            ReportedRecord each = reported.records().get(row);
            assertThat(table.cell(row, "record_id")).isEqualTo(each.key().value());
            assertThat(new Quantity(new BigDecimal(table.cell(row, "quantity"))))
                    .isEqualTo(each.quantity());
            assertThat(optional(table, row, "record_note")).isEqualTo(blankIfNull(each.note()));
            assertThat(optional(table, row, "item_mpn"))
                    .isEqualTo(
                            each.dynamicItem() == null ? "" : each.dynamicItem().mpn());
        }
    }

    private static String optional(UploadTable table, int row, String header) {
        return table.headers().contains(header) ? table.cell(row, header) : "";
    }

    private static String blankIfNull(@Nullable String text) {
        return text == null ? "" : text;
    }
}
