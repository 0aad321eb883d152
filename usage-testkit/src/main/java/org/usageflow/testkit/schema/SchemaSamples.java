package org.usageflow.testkit.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Capabilities;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.Tier;
import org.usageflow.policy.NegativeMarginPolicy;
import org.usageflow.policy.NegativePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.policy.WindowPolicy;
import org.usageflow.schema.GroupRow;
import org.usageflow.schema.RecordView;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

/** What schemas are asked about in their contract: capabilities, policies, rows and groups, sound ones and others. */
final class SchemaSamples {

    private SchemaSamples() {}

    /** Every combination for a product that reports in the schema. */
    static List<Capabilities> capabilities(SchemaCode schema) {
        var all = new ArrayList<Capabilities>();
        for (int bits = 0; bits < 32; bits++) {
            var payAsYouGo = new PayAsYouGo(schema, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0);
            all.add(new Capabilities((bits & 16) != 0, payAsYouGo));
        }
        return List.copyOf(all);
    }

    static List<Policies> policies() {
        return List.of(
                Policies.DEFAULTS,
                Policies.DEFAULTS.with(NegativePolicy.CORRECTIONS),
                Policies.DEFAULTS.with(NegativeMarginPolicy.REFUSE),
                Policies.DEFAULTS.with(WindowPolicy.IGNORE));
    }

    /** Rows of every kind of item with and without amounts and tiers, positive and not; and a row in which everything is blank. */
    static List<RecordView> rows(SchemaCode schema) {
        CatalogWorld world = UsageFixtures.world(schema);
        var rows = new ArrayList<RecordView>();
        rows.add(FakeRecordView.BLANK);
        for (String quantity : List.of("28", "0", "-3", "1.25")) {
            for (BigDecimal amount : amounts()) {
                for (Tier tier : tiers()) {
                    rows.add(FakeRecordView.of(row(UsageFixtures.CALLS.mpn(), quantity, amount, tier, null), world));
                    rows.add(FakeRecordView.of(row(UsageFixtures.SEATS.mpn(), quantity, amount, tier, null), world));
                }
            }
        }
        var dynamic = new DynamicItem("Dynamic", "DYN-1", "unit", ItemPrecision.INTEGER);
        rows.add(FakeRecordView.of(row("DYN-1", "1", new BigDecimal("2"), Tier.CUSTOMER, dynamic), world));
        rows.add(FakeRecordView.of(row("UNKNOWN", "1", null, null, null), world));
        return List.copyOf(rows);
    }

    private static List<@Nullable BigDecimal> amounts() {
        var amounts = new ArrayList<@Nullable BigDecimal>();
        amounts.add(null);
        amounts.add(new BigDecimal("562.24"));
        amounts.add(new BigDecimal("-1.5"));
        return amounts;
    }

    private static List<@Nullable Tier> tiers() {
        var tiers = new ArrayList<@Nullable Tier>();
        tiers.add(null);
        tiers.add(UsageFixtures.TIER_1);
        tiers.add(new Tier(9));
        return tiers;
    }

    private static ReportedRecord row(
            String mpn,
            String quantity,
            @Nullable BigDecimal amount,
            @Nullable Tier tier,
            @Nullable DynamicItem dynamic) {
        return ReportedRecord.builder(
                        new RecordKey("R-1"),
                        ItemSearch.byMpn(mpn),
                        Quantity.of(quantity),
                        UsageFixtures.WINDOW_JULY_8,
                        SubscriptionSearch.byId(UsageFixtures.SUBSCRIPTION.id().value()))
                .amount(amount)
                .tier(tier)
                .dynamicItem(dynamic)
                .parameter("region", "eu")
                .build();
    }

    /** Groups by what they are, in words. */
    static Map<String, List<GroupRow>> groups() {
        return Map.of(
                "complete", List.of(row(0, 0, "4", "100"), row(1, 1, "4", "93"), row(2, 2, "4", "90")),
                "in another order", List.of(row(0, 2, "4", "90"), row(1, 0, "4", "100"), row(2, 1, "4", "93")),
                "a customer alone", List.of(row(7, 0, "4", "100")),
                "with a gap", List.of(row(0, 0, "4", "100"), row(5, 2, "4", "90")),
                "without a customer", List.of(row(3, 1, "4", "100")),
                "with a tier twice", List.of(row(0, 0, "4", "100"), row(1, 0, "4", "100")),
                "with quantities that differ", List.of(row(0, 0, "4", "100"), row(1, 1, "5", "93")),
                "with a negative margin", List.of(row(0, 0, "4", "100"), row(1, 1, "4", "101")),
                "in error", List.of(nothing(0), row(1, 0, "4", "100"), nothing(2)));
    }

    private static GroupRow row(long position, int tier, String quantity, String amount) {
        return new GroupRow(position + 2, position, new Tier(tier), new BigDecimal(quantity), new BigDecimal(amount));
    }

    private static GroupRow nothing(long position) {
        return new GroupRow(position + 2, position, null, null, null);
    }
}
