package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.core.schema.StandardSchemas;
import org.usageflow.model.Capabilities;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Tier;
import org.usageflow.policy.Policies;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;
import org.usageflow.schema.FileRule;
import org.usageflow.schema.Findings;
import org.usageflow.schema.GroupFindings;
import org.usageflow.schema.GroupJudge;
import org.usageflow.schema.GroupRow;
import org.usageflow.schema.KeyPart;
import org.usageflow.schema.RecordRule;
import org.usageflow.schema.RecordView;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.schema.SchemaRegistry;
import org.usageflow.schema.Visibility;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.schema.ReportingSchemaContract;

/** A schema that a host makes needs no change anywhere else: metered peaks, one reading a phase. */
class FifthSchemaTest extends ReportingSchemaContract {

    private static final SchemaCode PK = new SchemaCode("PK");
    private static final String PHASE = "phase";
    private static final String PEAK = "peak";
    private static final String MEASURED = "measured_at";

    /** Quantities with a phase, a peak and a time of measuring; an amount that the row's tier pays, where it names one. */
    private static final class Peaks implements ReportingSchema {

        @Override
        public SchemaCode code() {
            return PK;
        }

        @Override
        public String name() {
            return "Peaks";
        }

        @Override
        public ColumnSet columns(Capabilities capabilities) {
            return ColumnSet.standard(capabilities)
                    .use(Columns.AMOUNT, ColumnUse.OPTIONAL)
                    .use(Columns.TIER, ColumnUse.OPTIONAL)
                    .with(Column.choice(PHASE, ColumnUse.REQUIRED, List.of("day", "night"), "When.")
                            .withAlias("shift"))
                    .with(Column.decimal(PEAK, ColumnUse.OPTIONAL, 2, "The highest reading."))
                    .with(Column.time(MEASURED, ColumnUse.OPTIONAL, "When it was read."));
        }

        @Override
        public List<RecordRule> recordRules(Policies policies) {
            return List.of(new PeakOfDay());
        }

        @Override
        public FileRule fileRule() {
            return new TwoAtMost();
        }

        @Override
        public Set<KeyPart> ratingKey() {
            return Set.of(KeyPart.ITEM, KeyPart.SUBSCRIPTION);
        }

        @Override
        public Visibility visibility() {
            return Visibility.of(Visibility.PriceOf.TIER_OF_ROW);
        }
    }

    /** The peak of a day is no lower than the quantity; measured within the window. */
    private record PeakOfDay() implements RecordRule {

        @Override
        public Set<String> inputs() {
            return Set.of(PHASE, PEAK, Columns.QUANTITY, MEASURED, "v.meter");
        }

        @Override
        public void check(RecordView row, Findings findings) {
            BigDecimal peak = row.decimal(PEAK);
            BigDecimal quantity = row.decimal(Columns.QUANTITY);
            if ("day".equals(row.text(PHASE)) && peak != null && quantity != null && peak.compareTo(quantity) < 0) {
                findings.report(ProblemCode.VALUE_NOT_ALLOWED, PEAK, Map.of("expected", "at least the quantity"));
            }
            if (row.time(MEASURED) != null
                    && row.window() != null
                    && row.time(MEASURED).isBefore(row.window().start())) {
                findings.report(
                        ProblemCode.VALUE_NOT_ALLOWED, Severity.WARNING, MEASURED, Map.of("expected", "in the window"));
            }
            if (row.item() != null && row.item().unit().equals("seat") && row.text("v.meter") == null) {
                findings.report(ProblemCode.VALUE_REQUIRED, "v.meter", Map.of("column", "v.meter"));
            }
        }
    }

    /** At most two rows of an item and subscription. */
    private static final class TwoAtMost implements FileRule {

        @Override
        public Set<KeyPart> key() {
            return Set.of(KeyPart.ITEM, KeyPart.SUBSCRIPTION);
        }

        @Override
        public boolean groups(RecordView row) {
            return row.itemPrecision() != null && row.itemPrecision().decimals() == 0;
        }

        @Override
        public GroupJudge judge(Policies policies) {
            return new GroupJudge() {
                private int rows;
                private @Nullable GroupRow last;

                @Override
                public void begin() {
                    rows = 0;
                    last = null;
                }

                @Override
                public void row(GroupRow row, GroupFindings findings) {
                    rows++;
                    last = row;
                }

                @Override
                public void end(GroupFindings findings) {
                    if (rows > 2) {
                        findings.report(
                                last,
                                ProblemCode.VALUE_NOT_ALLOWED,
                                Severity.ERROR,
                                Columns.QUANTITY,
                                Map.of("expected", "two"));
                    }
                }
            };
        }
    }

    private final Bench bench = Bench.of(PK).wire(FifthSchemaTest::register);

    private static void register(Usageflow.Builder builder) {
        builder.schemas(SchemaRegistry.of(StandardSchemas.all()).plus(new Peaks()));
    }

    @Override
    protected ReportingSchema schema() {
        return new Peaks();
    }

    private static GivenRow peak(String id, String phase) {
        return GivenRow.row(id).with(PHASE, phase);
    }

    @Test
    void columns_of_its_own_are_read_and_judged() {
        ValidationReport report = bench.judge(
                peak("R-1", "Night"),
                peak("R-2", "dusk").with("asset_search_value", "AS-3919-2310-2858"),
                peak("R-3", "day").with(PEAK, "27.99").with("item_search_value", "MPN-STORAGE"),
                peak("R-4", "day").with(PEAK, "1.999").with("item_search_value", "MPN-STORAGE"),
                peak("R-5", "").with(MEASURED, "noon").with("item_search_value", "MPN-STORAGE"),
                peak("R-6", "day").with(MEASURED, "2021-07-07 12:00:00"));

        assertThat(Bench.lines(report))
                .containsExactly(
                        "3 phase VALUE_NOT_ALLOWED [dusk]",
                        "4 peak VALUE_NOT_ALLOWED [27.99]",
                        "5 peak VALUE_TOO_PRECISE [1.999]",
                        "6 phase VALUE_REQUIRED",
                        "6 measured_at VALUE_NOT_A_TIME [noon]",
                        "7 measured_at VALUE_NOT_ALLOWED (warning) [2021-07-07 12:00:00]");
        assertThat(report.rows().valid()).isEqualTo(2);
    }

    @Test
    void its_required_column_must_be_there_by_name_or_alias() {
        assertThat(Bench.lines(bench.judge(GivenRow.row("R-1")))).containsExactly("- phase COLUMN_MISSING");
        assertThat(Bench.lines(bench.judge(GivenRow.row("R-1").with(" Shift", "day"))))
                .isEmpty();
    }

    @Test
    void its_rule_may_speak_of_a_column_that_the_file_lacks() {
        ValidationReport lacking = bench.judge(peak("R-1", "day").ofSeats());
        ValidationReport blank = bench.judge(peak("R-1", "day").ofSeats().without("v.meter"));
        ValidationReport inError = bench.judge(peak("R-1", "day").ofSeats().with("v.meter", "\u0001"));

        assertThat(Bench.lines(lacking)).containsExactly("2 v.meter VALUE_REQUIRED");
        assertThat(lacking.problems().get(0).place()).isEqualTo(new Place("records", 2L, "v.meter", null, null));
        assertThat(blank.problems().get(0).place().cell()).isEqualTo("J2");
        assertThat(Bench.lines(inError)).containsExactly("2 v.meter VALUE_HAS_CONTROL_CHARACTER [\u0001]");
    }

    @Test
    @DisplayName("rules §6.4: a group's quantity counts once, by whatever key")
    void its_groups_are_judged_by_its_own_key() {
        ValidationReport report = bench.judge(
                peak("R-1", "day"),
                peak("R-2", "night").with("start_time_utc", "2021-07-07"),
                peak("R-3", "day").with("category_id", "C").with("quantity", "7"),
                peak("R-4", "day").with("asset_search_value", "AS-3919-2310-2858"),
                peak("R-5", "day").with("item_search_value", "MPN-STORAGE"),
                peak("R-6", "day").with("item_search_value", "MPN-STORAGE"));

        assertThat(Bench.lines(report)).containsExactly("4 quantity VALUE_NOT_ALLOWED [7]");
        assertThat(report.totals().quantity()).isEqualByComparingTo("112");
    }

    @Test
    void row_whose_key_is_in_error_is_in_no_group_of_its() {
        ValidationReport report = bench.judge(
                peak("R-1", "day"),
                peak("R-2", "day"),
                peak("R-3", "day").with("asset_search_value", "AS-0000-0000-0000"),
                peak("R-4", "day").with("item_search_value", "MPN-OTHER"));

        assertThat(report.countByCode())
                .containsOnly(Map.entry(ProblemCode.ASSET_UNKNOWN, 1L), Map.entry(ProblemCode.ITEM_UNKNOWN, 1L));
    }

    @Test
    @DisplayName("amounts of rows with a tier are summed by tier, those without apart")
    void its_amounts_are_summed_with_and_without_a_tier() {
        ValidationReport report = bench.judge(
                peak("R-1", "day").with("amount", "5").with("tier", "1"),
                peak("R-2", "day").with("amount", "7").without("tier"),
                peak("R-3", "day").with("amount", "1.50").with("tier", "1").with("item_search_value", "MPN-STORAGE"));

        assertThat(Bench.lines(report)).isEmpty();
        assertThat(report.totals().amountByTier()).containsExactly(Map.entry(new Tier(1), new BigDecimal("6.5")));
        assertThat(report.totals().amount()).isEqualByComparingTo("7");
        assertThat(report.totals().currency()).isEqualTo(UsageFixtures.EUR);
    }

    @Test
    void its_records_are_made() {
        var records = new ArrayList<ReportedRecord>();

        bench.judge(GivenUpload.records(peak("R-1", "day").with("amount", "5")), new ValidationListener() {
            @Override
            public void onRecord(long row, ReportedRecord reported) {
                records.add(reported);
            }
        });

        assertThat(records).extracting(ReportedRecord::amount).containsExactly(new BigDecimal("5"));
        assertThat(records).extracting(ReportedRecord::tier).containsOnlyNulls();
    }
}
