package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.usageflow.csv.CsvFormat;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.Tier;
import org.usageflow.problem.Problem;
import org.usageflow.spi.format.FormatId;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.arbitrary.UploadTable;
import org.usageflow.testkit.arbitrary.UsageArbitraries;
import org.usageflow.testkit.reference.CatalogWorld;

/** What is written validates, and reads back equal (rules §3.1, §3.6), in each schema. */
class RoundTripProperties {

    private static final int MOST = 8;

    record Case(CatalogWorld world, List<ReportedRecord> records) {}

    record SpeltCase(CatalogWorld world, List<ReportedRecord> records, UploadTable table) {}

    @Provide
    Arbitrary<Case> cases() {
        return UsageArbitraries.worlds()
                .flatMap(world -> UsageArbitraries.recordLists(world, MOST).map(records -> new Case(world, records)));
    }

    @Provide
    Arbitrary<SpeltCase> speltCases() {
        return cases().flatMap(each -> UsageArbitraries.tables(each.world(), each.records())
                .map(table -> new SpeltCase(each.world(), each.records(), table)));
    }

    private static ValidationReport judge(CatalogWorld world, byte[] upload, List<ReportedRecord> read) {
        return Bench.of(world).judge(upload, new ValidationListener() {
            @Override
            public void onRecord(long row, ReportedRecord reported) {
                read.add(reported);
            }
        });
    }

    @Property(tries = 100)
    void records_written_by_the_library_are_read_back_equal(@ForAll("cases") Case given) throws IOException {
        var target = new ByteArrayOutputStream();
        var parameters = new LinkedHashSet<String>();
        given.records().forEach(each -> parameters.addAll(each.parameters().keySet()));
        UploadService service = Usageflow.builder()
                .formats(new CsvFormat())
                .reference(given.world().reference())
                .build()
                .uploads();
        try (UploadWriter writer =
                service.open(given.world().product().id(), FormatId.CSV, List.copyOf(parameters), target)) {
            for (ReportedRecord each : given.records()) {
                writer.write(each);
            }
            writer.finish();
            assertThat(writer.written()).isEqualTo(given.records().size());
        }
        var read = new ArrayList<ReportedRecord>();

        ValidationReport report = judge(given.world(), target.toByteArray(), read);

        assertThat(Bench.lines(report)).isEmpty();
        assertThat(read).isEqualTo(given.records());
        assertTotals(report, given);
    }

    @Property(tries = 100)
    void records_in_any_spelling_are_read_equal(@ForAll("speltCases") SpeltCase given) throws IOException {
        var target = new ByteArrayOutputStream();
        given.table().write(new CsvFormat(), target);
        var read = new ArrayList<ReportedRecord>();

        ValidationReport report = judge(given.world(), target.toByteArray(), read);

        assertThat(report.problems()).filteredOn(Problem::isError).isEmpty();
        assertThat(read).isEqualTo(given.records());
        assertTotals(report, new Case(given.world(), given.records()));
    }

    /** In TR each consumption has one row of tier 0; elsewhere rows have no tier. */
    private static void assertTotals(ValidationReport report, Case given) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal amount = BigDecimal.ZERO;
        Map<Tier, BigDecimal> byTier = new TreeMap<>();
        for (ReportedRecord each : given.records()) {
            if (each.tier() == null || each.tier().equals(Tier.CUSTOMER)) {
                quantity = quantity.add(each.quantity().value());
            }
            if (each.amount() != null && each.tier() == null) {
                amount = amount.add(each.amount());
            } else if (each.amount() != null) {
                byTier.merge(each.tier(), each.amount(), BigDecimal::add);
            }
        }
        assertThat(report.totals().quantity()).isEqualByComparingTo(quantity);
        boolean single = given.world().schema().equals(UsageFixtures.PR)
                || given.world().schema().equals(UsageFixtures.CR);
        if (single) {
            assertThat(report.totals().amount()).isEqualByComparingTo(amount);
        } else {
            assertThat(report.totals().amount()).isNull();
        }
        assertThat(report.totals().amountByTier().keySet()).isEqualTo(byTier.keySet());
        byTier.forEach((tier, sum) ->
                assertThat(report.totals().amountByTier().get(tier)).isEqualByComparingTo(sum));
        assertThat(report.totals().currency()).isEqualTo(given.world().currency());
        assertThat(report.rows().valid()).isEqualTo(given.records().size());
    }
}
