package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.core.GivenRow.tier;
import static org.usageflow.testkit.UsageFixtures.QT;
import static org.usageflow.testkit.UsageFixtures.TR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;

/** One fault, one problem: as many problems as bad cells, each at its cell (rules §6.1). */
class OneFaultProperties {

    /** A bad value for a column, and what is said of it; the value is bad on its own, whatever the rest of the file. */
    record Fault(String column, CellKind kind, String value, ProblemCode code) {

        static Fault text(String column, String value, ProblemCode code) {
            return new Fault(column, CellKind.TEXT, value, code);
        }

        String line(int row) {
            return row + " " + column + " " + code + (value.isEmpty() ? "" : " [" + value + "]");
        }
    }

    private static final List<Fault> COMMON = List.of(
            Fault.text("record_id", "", ProblemCode.VALUE_REQUIRED),
            new Fault("record_id", CellKind.ERROR, "#N/A", ProblemCode.VALUE_IN_ERROR),
            Fault.text("record_note", "\u0002", ProblemCode.VALUE_HAS_CONTROL_CHARACTER),
            Fault.text("item_search_criteria", "mpn", ProblemCode.VALUE_NOT_ALLOWED),
            Fault.text("item_search_criteria", "", ProblemCode.VALUE_REQUIRED),
            Fault.text("item_search_value", "", ProblemCode.VALUE_REQUIRED),
            Fault.text("item_search_value", "MPN-OTHER", ProblemCode.ITEM_UNKNOWN),
            Fault.text("quantity", "", ProblemCode.VALUE_REQUIRED),
            Fault.text("quantity", "many", ProblemCode.VALUE_NOT_A_NUMBER),
            Fault.text("quantity", "1.5", ProblemCode.VALUE_TOO_PRECISE),
            Fault.text("quantity", "-1", ProblemCode.RECORD_NEGATIVE),
            new Fault("quantity", CellKind.STRUCTURE, "[1]", ProblemCode.VALUE_NOT_ALLOWED),
            Fault.text("start_time_utc", "", ProblemCode.VALUE_REQUIRED),
            Fault.text("start_time_utc", "yesterday", ProblemCode.VALUE_NOT_A_TIME),
            Fault.text("start_time_utc", "2021-07-08T00:00:00+01:00", ProblemCode.VALUE_NOT_UTC),
            Fault.text("start_time_utc", "2021-06-30 00:00:00", ProblemCode.RECORD_BEFORE_PERIOD),
            Fault.text("end_time_utc", "", ProblemCode.VALUE_REQUIRED),
            Fault.text("end_time_utc", "tomorrow", ProblemCode.VALUE_NOT_A_TIME),
            Fault.text("end_time_utc", "2021-07-07 00:00:00", ProblemCode.RECORD_WINDOW_REVERSED),
            Fault.text("end_time_utc", "2021-08-02 00:00:00", ProblemCode.RECORD_AFTER_PERIOD),
            Fault.text("asset_search_criteria", "", ProblemCode.VALUE_REQUIRED),
            Fault.text("asset_search_criteria", "asset", ProblemCode.VALUE_NOT_ALLOWED),
            Fault.text("asset_search_value", "", ProblemCode.VALUE_REQUIRED),
            Fault.text("asset_search_value", "AS-0000-0000-0000", ProblemCode.ASSET_UNKNOWN),
            Fault.text("asset_search_value", "AS-3919-2310-2859", ProblemCode.ASSET_NOT_ACTIVE),
            Fault.text("category_id", "C-9", ProblemCode.CATEGORY_UNKNOWN),
            Fault.text("v.region", "\u0003", ProblemCode.VALUE_HAS_CONTROL_CHARACTER));

    private static final List<Fault> OF_TIERS = List.of(
            Fault.text("amount", "", ProblemCode.VALUE_REQUIRED),
            Fault.text("amount", "lots", ProblemCode.VALUE_NOT_A_NUMBER),
            Fault.text("amount", "0.123456789", ProblemCode.VALUE_TOO_PRECISE),
            Fault.text("amount", "-5", ProblemCode.RECORD_NEGATIVE),
            Fault.text("tier", "", ProblemCode.VALUE_REQUIRED),
            Fault.text("tier", "-1", ProblemCode.VALUE_NOT_ALLOWED),
            Fault.text("tier", "one", ProblemCode.VALUE_NOT_A_NUMBER),
            Fault.text("tier", "9", ProblemCode.TIER_OUT_OF_CHAIN),
            new Fault("tier", CellKind.ERROR, "#REF!", ProblemCode.VALUE_IN_ERROR));

    private static final List<String> ORDER =
            List.copyOf(sound(0, false).cells().keySet());

    /** A row without faults, with every column, so that a fault finds its place. */
    private static GivenRow sound(int index, boolean tiers) {
        GivenRow row = tiers
                ? tier("R-" + index, 0, "10")
                : row("R-" + index).without("amount").without("tier");
        return row.with("record_note", "").with("category_id", "C-1").with("v.region", "eu");
    }

    @Provide
    Arbitrary<Map<Integer, Fault>> faults() {
        return Arbitraries.maps(Arbitraries.integers().between(0, 29), Arbitraries.of(COMMON))
                .ofMaxSize(12);
    }

    @Property(tries = 200)
    void file_has_as_many_problems_as_bad_cells(@ForAll("faults") Map<Integer, Fault> faults) {
        var rows = new ArrayList<GivenRow>();
        for (int i = 0; i < 30; i++) {
            GivenRow row = sound(i, false);
            Fault fault = faults.get(i);
            rows.add(fault == null ? row : row.with(fault.column(), fault.kind(), fault.value()));
        }

        ValidationReport report = Bench.of(QT)
                .judge(GivenUpload.records(rows.toArray(GivenRow[]::new)).categories("C-1"));

        var expected = new ArrayList<String>();
        new TreeMap<>(faults).forEach((index, fault) -> expected.add(fault.line(index + 2)));
        assertThat(Bench.lines(report)).containsExactlyElementsOf(expected);
        assertThat(report.rows().invalid()).isEqualTo(faults.size());
        assertThat(report.totals().quantity()).isEqualByComparingTo(Integer.toString(28 * (30 - faults.size())));
    }

    /** Two faults of one row, at columns that do not depend on each other. */
    @Property(tries = 300)
    void row_with_two_bad_cells_has_two_problems(@ForAll("independent") List<Fault> faults) {
        GivenRow row = sound(0, false);
        faults.forEach(fault -> row.with(fault.column(), fault.kind(), fault.value()));

        ValidationReport report = Bench.of(QT).judge(GivenUpload.records(row).categories("C-1"));

        String[] expected = faults.stream()
                .sorted(java.util.Comparator.comparingInt(fault -> ORDER.indexOf(fault.column())))
                .map(fault -> fault.line(2))
                .toArray(String[]::new);
        assertThat(Bench.lines(report)).containsExactly(expected);
    }

    @Provide
    Arbitrary<List<Fault>> independent() {
        return Combinators.combine(Arbitraries.of(COMMON), Arbitraries.of(COMMON))
                .filter((left, right) -> !topic(left).equals(topic(right)) && !dependsOnEachOther(left, right))
                .as(List::of);
    }

    private static String topic(Fault fault) {
        return fault.column().replaceAll("_.*", "").replace("end", "start");
    }

    /** What needs two sound cells is not said where one of them is bad. */
    private static boolean dependsOnEachOther(Fault left, Fault right) {
        return needsOther(left, right) || needsOther(right, left);
    }

    private static boolean needsOther(Fault fault, Fault other) {
        return (fault.code() == ProblemCode.VALUE_TOO_PRECISE && topic(other).equals("item"))
                || (fault.code() == ProblemCode.ASSET_NOT_ACTIVE && topic(other).equals("start"));
    }

    /** Rows of one consumption, tiers from 0 up, among other consumptions. */
    private static List<GivenRow> groups(int groups, int tiers) {
        var rows = new ArrayList<GivenRow>();
        for (int tier = 0; tier < tiers; tier++) {
            for (int group = 0; group < groups; group++) {
                rows.add(sound(rows.size(), true)
                        .with("tier", Integer.toString(tier))
                        .with("amount", Integer.toString(100 - tier))
                        .with("v.n", Integer.toString(group)));
            }
        }
        return rows;
    }

    @Provide
    Arbitrary<Fault> tierFaults() {
        return Arbitraries.of(concat());
    }

    private static List<Fault> concat() {
        var all = new ArrayList<>(COMMON);
        all.addAll(OF_TIERS);
        return all;
    }

    @Property(tries = 300)
    void bad_cell_in_a_group_does_not_make_its_tier_missing(
            @ForAll("tierFaults") Fault fault,
            @ForAll @IntRange(min = 1, max = 3) int groups,
            @ForAll @IntRange(min = 1, max = 4) int tiers,
            @ForAll @IntRange(max = 11) int seed) {
        List<GivenRow> rows = groups(groups, tiers);
        int bad = seed % rows.size();
        rows.get(bad).with(fault.column(), fault.kind(), fault.value());

        ValidationReport report = Bench.of(TR)
                .policies(policies -> policies.with(AcceptancePolicy.PARTIAL))
                .judge(GivenUpload.records(rows.toArray(GivenRow[]::new)).categories("C-1"));

        assertThat(Bench.lines(report)).containsExactly(fault.line(bad + 2));
        assertThat(report.rows().suspended()).isEqualTo(1);
    }

    /** Each group has its own fault in its own row; nothing else is said. */
    @Property(tries = 200)
    void bad_cells_in_several_groups_are_all_that_is_told(
            @ForAll("manyTierFaults") List<Fault> faults, @ForAll @IntRange(min = 2, max = 4) int tiers) {
        List<GivenRow> rows = groups(faults.size(), tiers);
        for (int group = 0; group < faults.size(); group++) {
            Fault fault = faults.get(group);
            rows.get(faults.size() * (group % tiers) + group).with(fault.column(), fault.kind(), fault.value());
        }

        ValidationReport report = Bench.of(TR)
                .judge(GivenUpload.records(rows.toArray(GivenRow[]::new)).categories("C-1"));

        assertThat(report.problems()).as(Bench.lines(report).toString()).hasSize(faults.size());
        assertThat(report.problems()).extracting(Problem::code).doesNotContain(ProblemCode.TIER_MISSING);
    }

    @Provide
    Arbitrary<List<Fault>> manyTierFaults() {
        return Arbitraries.of(concat()).list().ofMinSize(1).ofMaxSize(5);
    }

    @Property(tries = 100)
    void tier_that_is_truly_missing_is_told_beside_faults_of_other_groups(
            @ForAll("tierFaults") Fault fault, @ForAll @IntRange(min = 1, max = 2) int missing) {
        // Item, subscription, window, category and parameters of the bad row are not those of the group that lacks a
        // tier
        var rows = new ArrayList<GivenRow>();
        for (int tier = 0; tier < 4; tier++) {
            if (tier != missing) {
                rows.add(sound(rows.size(), true)
                        .with("tier", Integer.toString(tier))
                        .with("amount", "10"));
            }
        }
        GivenRow bad = tier("BAD", 0, "10")
                .with("item_search_value", "MPN-STORAGE")
                .with("quantity", "1.25")
                .with("start_time_utc", "2021-07-09 00:00:00")
                .with("end_time_utc", "2021-07-10 00:00:00")
                .with("asset_search_value", "AS-3919-2310-2858")
                .with("category_id", "C-2")
                .with("v.region", "us");
        String value = fault.value().equals("1.5") ? "1.23456" : fault.value();
        rows.add(bad.with(fault.column(), fault.kind(), value));

        ValidationReport report = Bench.of(TR)
                .judge(GivenUpload.records(rows.toArray(GivenRow[]::new)).categories("C-1", "C-2"));

        assertThat(report.countByCode())
                .containsEntry(ProblemCode.TIER_MISSING, 1L)
                .containsEntry(fault.code(), 1L);
        assertThat(report.problemCount()).isEqualTo(2);
    }
}
