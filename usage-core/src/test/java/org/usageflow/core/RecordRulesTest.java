package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.priced;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.CONTRACT;
import static org.usageflow.testkit.UsageFixtures.CR;
import static org.usageflow.testkit.UsageFixtures.PR;
import static org.usageflow.testkit.UsageFixtures.PRODUCT;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.model.ContractId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RowCounts;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.UsageRecordId;
import org.usageflow.policy.NegativePolicy;
import org.usageflow.policy.RecordIdReuse;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.testkit.reference.InMemoryReportedRecords;
import org.usageflow.testkit.reference.KnownRecord;

/** Ids, signs, amounts and corrections (rules §3.1, §6.1, §6.3). */
class RecordRulesTest {

    private static KnownRecord known(String key, String id, boolean live, boolean closed) {
        return new KnownRecord(PRODUCT, CONTRACT, new RecordKey(key), new UsageRecordId(id), live, closed);
    }

    private final InMemoryReportedRecords reported = InMemoryReportedRecords.of(List.of(
            known("LIVE", "UR-2021-06-0001-0001-0000-0001", true, false),
            known("RETIRED", "UR-2021-06-0001-0001-0000-0002", false, false),
            known("CLOSED", "UR-2021-06-0001-0001-0000-0003", true, true)));

    private static Bench corrections(SchemaCode schema) {
        return Bench.of(schema).policies(policies -> policies.with(NegativePolicy.CORRECTIONS));
    }

    @Test
    @DisplayName("rules §6.1: a duplicate on each row after the first")
    void record_id_that_is_there_twice_is_an_error_on_each_later_row() {
        ValidationReport report = Bench.of(QT).judge(row("R-1"), row("R-2"), row("R-1"), row("R-3"), row("R-1"));

        assertThat(Bench.lines(report))
                .containsExactly("4 record_id RECORD_ID_DUPLICATE [R-1]", "6 record_id RECORD_ID_DUPLICATE [R-1]");
        assertThat(report.problems())
                .allMatch(each -> "2".equals(each.arguments().get("first")));
        assertThat(report.rows()).isEqualTo(new RowCounts(5, 3, 2, 0));
        assertThat(report.totals().quantity()).isEqualByComparingTo("84");
    }

    @Test
    @DisplayName("rules §3.3: ids are compared after NFC, exactly otherwise")
    void record_ids_are_compared_in_their_normal_form() {
        ValidationReport report = Bench.of(QT)
                .judge(
                        row("Caf\u00E9"),
                        row("Cafe\u0301"),
                        row("r-1"),
                        row("R-1"),
                        row("R-1 "),
                        row("77"),
                        row("x").with("record_id", CellKind.SPREADSHEET_NUMBER, "7.7E1"));

        assertThat(report.countByCode()).containsOnly(Map.entry(ProblemCode.RECORD_ID_DUPLICATE, 2L));
        assertThat(report.problems())
                .extracting(Bench::line)
                .containsExactly(
                        "3 record_id RECORD_ID_DUPLICATE [Cafe\u0301]", "8 record_id RECORD_ID_DUPLICATE [7.7E1]");
    }

    @Test
    void duplicate_of_a_row_in_error_is_still_a_duplicate() {
        ValidationReport report =
                Bench.of(QT).judge(row("R-1").with("quantity", "x"), row("R-1").with("quantity", "y"));

        assertThat(Bench.lines(report))
                .containsExactly(
                        "2 quantity VALUE_NOT_A_NUMBER [x]",
                        "3 record_id RECORD_ID_DUPLICATE [R-1]",
                        "3 quantity VALUE_NOT_A_NUMBER [y]");
        assertThat(report.rows().invalid()).isEqualTo(2);
        assertThat(report.totals().quantity()).isZero();
    }

    @Test
    @DisplayName("rules §6.3: an id that is live is refused")
    void live_record_id_is_refused() {
        Bench bench = Bench.of(QT).wire(builder -> builder.reported(reported));

        ValidationReport report = bench.judge(row("LIVE"), row("RETIRED"), row("NEW"), row("CLOSED"), row("LIVE"));

        assertThat(Bench.lines(report))
                .containsExactly(
                        "2 record_id RECORD_ID_ALREADY_REPORTED [LIVE]",
                        "5 record_id RECORD_ID_ALREADY_REPORTED [CLOSED]",
                        "6 record_id RECORD_ID_ALREADY_REPORTED [LIVE]");
    }

    @Test
    @DisplayName("rules §6.3: for the same product and contract")
    void record_id_of_another_contract_is_not_live() {
        var other = new ContractId("CRD-00000-00000-00001");
        var elsewhere = InMemoryReportedRecords.of(List.of(new KnownRecord(
                PRODUCT,
                other,
                new RecordKey("R-1"),
                new UsageRecordId("UR-2021-06-0001-0001-0000-0001"),
                true,
                false)));

        assertThat(Bench.lines(Bench.of(QT)
                        .wire(builder -> builder.reported(elsewhere))
                        .judge(row("R-1"))))
                .isEmpty();
    }

    @Test
    @DisplayName("rules §6.3: record-id-reuse = allow")
    void live_record_id_may_be_allowed() {
        Bench bench = Bench.of(QT)
                .policies(policies -> policies.with(RecordIdReuse.ALLOW))
                .wire(builder -> builder.reported(reported));

        assertThat(Bench.lines(bench.judge(row("LIVE"), row("R-2"), row("R-2"))))
                .containsExactly("4 record_id RECORD_ID_DUPLICATE [R-2]");
        assertThat(reported.liveCalls()).isEmpty();
    }

    @Test
    void reported_records_are_asked_once_a_batch_for_what_can_be_read() {
        Bench bench = Bench.of(QT).wire(builder -> builder.reported(reported));

        bench.judge(row("A"), row("B"), row("A"), row("x").without("record_id"));

        assertThat(reported.liveCalls()).containsExactly(Set.of(new RecordKey("A"), new RecordKey("B")));
        assertThat(reported.closedCalls()).isEmpty();
    }

    @Test
    @DisplayName("a batch of at most a thousand ids a call")
    void reported_records_are_asked_in_batches() {
        Bench bench = corrections(QT).wire(builder -> builder.reported(reported));

        bench.judge(GivenUpload.records(2_500, i -> row("R-" + i).with("corrects_record_id", "CLOSED")));

        assertThat(reported.liveCalls()).extracting(Set::size).containsExactly(1_000, 1_000, 500);
        assertThat(reported.closedCalls()).hasSize(3).containsOnly(Set.of("CLOSED"));
    }

    @Test
    @DisplayName("rules §3.3, §9: the raw value of a repeated id, without the apostrophe that guards it")
    void repeated_id_is_shown_as_it_was_written() {
        GivenUpload upload = GivenUpload.records(row("'=Cafe\u0301"), row("'=Cafe\u0301"), row("=Caf\u00E9"))
                .withApostrophes();

        assertThat(Bench.lines(Bench.of(QT).judge(upload)))
                .containsExactly(
                        "3 record_id RECORD_ID_DUPLICATE [=Cafe\u0301]",
                        "4 record_id RECORD_ID_DUPLICATE [=Caf\u00E9]");
    }

    @Test
    void reported_records_are_not_asked_where_there_is_no_id() {
        Bench.of(QT).wire(builder -> builder.reported(reported)).judge(row("x").without("record_id"));

        assertThat(reported.liveCalls()).isEmpty();
    }

    @Test
    @DisplayName("rules §6.3: negatives = refuse")
    void negative_quantity_and_amount_are_refused() {
        ValidationReport report = Bench.of(PR)
                .judge(
                        priced("R-1", "-0.00000001").with("quantity", "-1"),
                        priced("R-2", "-0").with("quantity", "-0.0"));

        assertThat(Bench.lines(report))
                .containsExactly("2 quantity RECORD_NEGATIVE [-1]", "2 amount RECORD_NEGATIVE [-0.00000001]");
    }

    @Test
    @DisplayName("rules §6.1: one fault, one problem")
    void negative_quantity_is_not_too_precise_as_well() {
        assertThat(Bench.lines(Bench.of(QT).judge(row("R-1").with("quantity", "-1.5"))))
                .containsExactly("2 quantity RECORD_NEGATIVE [-1.5]");
    }

    @Test
    @DisplayName("rules §6.3: negatives = corrections: signed rows, linked or not")
    void signed_rows_are_taken_where_corrections_are_on() {
        ValidationReport report = corrections(PR)
                .wire(builder -> builder.reported(reported))
                .judge(
                        priced("R-1", "-5").with("quantity", "-1").without("corrects_record_id"),
                        priced("R-2", "-7").with("quantity", "-2").with("corrects_record_id", "CLOSED"),
                        priced("R-3", "20").with("corrects_record_id", "UR-2021-06-0001-0001-0000-0003"));

        assertThat(Bench.lines(report)).isEmpty();
        assertThat(report.totals().quantity()).isEqualByComparingTo("25");
        assertThat(report.totals().amount()).isEqualByComparingTo("8");
        assertThat(reported.closedCalls()).containsExactly(Set.of("CLOSED", "UR-2021-06-0001-0001-0000-0003"));
    }

    @Test
    @DisplayName("rules §6.2: RECORD_CORRECTS_UNKNOWN, RECORD_CORRECTS_OPEN")
    void correction_of_what_is_unknown_or_open_is_refused() {
        ValidationReport report = corrections(QT)
                .wire(builder -> builder.reported(reported))
                .judge(
                        row("R-1").with("corrects_record_id", "LIVE"),
                        row("R-2").with("corrects_record_id", "ELSEWHERE"),
                        row("R-3").with("corrects_record_id", "x".repeat(256)));

        assertThat(Bench.lines(report))
                .hasSize(3)
                .startsWith(
                        "2 corrects_record_id RECORD_CORRECTS_OPEN [LIVE]",
                        "3 corrects_record_id RECORD_CORRECTS_UNKNOWN [ELSEWHERE]");
        assertThat(report.countByCode()).containsEntry(ProblemCode.VALUE_TOO_LONG, 1L);
    }

    @Test
    void corrections_are_not_looked_up_where_the_host_has_no_former_records() {
        assertThat(Bench.lines(corrections(QT).judge(row("R-1").with("corrects_record_id", "ELSEWHERE"))))
                .isEmpty();
    }

    @Test
    void correction_is_unexpected_where_corrections_are_off() {
        Bench bench = Bench.of(QT).wire(builder -> builder.reported(reported));

        assertThat(Bench.lines(bench.judge(row("R-1").with("corrects_record_id", "CLOSED"))))
                .containsExactly("2 corrects_record_id VALUE_UNEXPECTED [CLOSED]");
        assertThat(reported.closedCalls()).isEmpty();
    }

    @Test
    @DisplayName("rules §3.1: PR and CR need an amount for ppu items; reservation items must not have one")
    void amount_goes_with_pay_per_use() {
        for (SchemaCode schema : List.of(PR, CR)) {
            ValidationReport report = Bench.of(schema)
                    .judge(
                            priced("R-1", ""),
                            priced("R-2", "1").ofSeats(),
                            priced("R-3", "1").ofSeats().with("amount", "0"),
                            priced("R-4", "0"));

            assertThat(Bench.lines(report)).containsExactly("2 amount VALUE_REQUIRED", "4 amount VALUE_UNEXPECTED [0]");
        }
    }

    @Test
    @DisplayName("rules §3.1: at most 8 decimals")
    void amount_of_nine_decimals_is_too_precise() {
        ValidationReport report = Bench.of(PR).judge(priced("R-1", "0.123456789"), priced("R-2", "0.12345678"));

        assertThat(Bench.lines(report)).containsExactly("2 amount VALUE_TOO_PRECISE [0.123456789]");
        assertThat(report.problems().get(0).arguments()).containsEntry("limit", "8");
    }
}
