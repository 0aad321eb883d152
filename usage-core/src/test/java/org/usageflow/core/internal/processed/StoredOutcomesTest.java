package org.usageflow.core.internal.processed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemMessages;
import org.usageflow.schema.KeyPart;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;
import org.usageflow.testkit.UsageFixtures;

/** Outcomes of records and problems that are kept, read page by page. */
class StoredOutcomesTest {

    private static final UsageFileId FILE = new UsageFileId("UF-2021-07-0001-0001");
    private static final int PAGE = 2;
    private static final Set<KeyPart> KEY = EnumSet.allOf(KeyPart.class);

    private static UsageRecord record(int number, ReportedRecord reported, RecordStatus status, Closing closing) {
        boolean sound = reported != null;
        return new UsageRecord(
                UsageRecordId.of(FILE, number),
                number * 3L,
                (long) number * 3 + 2,
                null,
                reported,
                sound ? UsageFixtures.STORAGE : null,
                sound ? RecordSubscription.of(UsageFixtures.SUBSCRIPTION) : null,
                status,
                closing,
                null,
                Version.FIRST);
    }

    private static PlacedProblem problem(int rank, long position, int column, long sequence) {
        var place = new Place("records", position + 2, "quantity", null, null);
        return new PlacedProblem(
                new ProblemKey(rank, position, column, sequence),
                Problem.of(ProblemCode.VALUE_NOT_A_NUMBER, place, "x\n7", Map.of()));
    }

    private static StoredOutcomes outcomes(List<UsageRecord> records, List<PlacedProblem> problems) {
        return new StoredOutcomes(
                after -> records.stream()
                        .filter(each -> each.position() > after)
                        .limit(PAGE)
                        .toList(),
                after -> problems.stream()
                        .filter(each -> after == null || each.key().compareTo(after) > 0)
                        .limit(PAGE)
                        .toList(),
                ProblemMessages.english(),
                KEY);
    }

    @Test
    void all_records_come_in_order_whatever_the_page() {
        List<UsageRecord> records = new ArrayList<>();
        for (int i = 1; i <= 2 * PAGE + 1; i++) {
            records.add(record(i, UsageFixtures.record("R-" + i).build(), RecordStatus.VALIDATED, null));
        }

        List<Long> positions = new ArrayList<>();
        outcomes(records, List.of()).rows().forEachRemaining(each -> positions.add(each.position()));

        assertThat(positions).containsExactly(3L, 6L, 9L, 12L, 15L);
    }

    @Test
    void all_problems_come_in_order_whatever_the_page() {
        List<PlacedProblem> problems = List.of(
                problem(1, 0, 9, 1),
                problem(4, 3, 4, 2),
                problem(4, 3, 4, 3),
                problem(4, 6, -1, 4),
                problem(4, 6, 2, 5));

        List<Long> sequences = new ArrayList<>();
        outcomes(List.of(), problems)
                .findings()
                .forEachRemaining(each -> sequences.add(each.key().sequence()));

        assertThat(sequences).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(outcomes(List.of(), problems).width()).isEqualTo(5);
        assertThat(outcomes(List.of(), List.of()).width()).isZero();
    }

    @Test
    void words_of_a_problem_stand_on_one_line() {
        Finding finding =
                outcomes(List.of(), List.of(problem(4, 3, 4, 2))).findings().next();

        assertThat(finding.text()).isEqualTo("VALUE_NOT_A_NUMBER: quantity: 'x 7' is not a number.");
    }

    @ParameterizedTest
    @CsvSource({
        "VALIDATED, valid",
        "INVALID, invalid",
        "SUSPENDED, suspended",
        "PENDING, pending",
        "ACCEPTED, accepted",
        "REJECTED, rejected"
    })
    void status_of_a_record_has_its_word(RecordStatus status, String word) {
        UsageRecord record = record(1, UsageFixtures.record("R-1").build(), status, null);

        assertThat(RowOutcome.of(record, KEY).status()).isEqualTo(word);
    }

    @Test
    void closed_record_shows_how() {
        var closing = new Closing("B-1", "a\u0007note", Instant.EPOCH, UsageFixtures.distributor());
        UsageRecord record = record(1, UsageFixtures.record("R-1").build(), RecordStatus.CLOSED, closing);

        RowOutcome outcome = RowOutcome.of(record, KEY);

        assertThat(outcome.status()).isEqualTo("closed");
        assertThat(outcome.billing()).isEqualTo(new RowOutcome.BillingFacts("B-1", "a note"));
        assertThat(outcome.systemId()).isEqualTo("UR-2021-07-0001-0001-0000-0001");
        assertThat(outcome.item().id()).isEqualTo(UsageFixtures.STORAGE.id().value());
        assertThat(outcome.subscription().customerName()).isEqualTo(UsageFixtures.CUSTOMER.name());
    }

    @Test
    void record_in_error_reports_nothing() {
        RowOutcome outcome = RowOutcome.of(record(1, null, RecordStatus.INVALID, null), KEY);

        assertThat(outcome.item()).isNull();
        assertThat(outcome.subscription()).isNull();
        assertThat(outcome.figures()).isNull();
    }

    @Test
    void suspended_record_does_not_count() {
        UsageRecord record = record(1, UsageFixtures.record("R-1").build(), RecordStatus.SUSPENDED, null);

        assertThat(RowOutcome.of(record, KEY).figures()).isNull();
    }

    @Test
    void rows_of_one_consumption_are_one_group_and_rows_without_tier_none() {
        long first = group(reported("a", 0));
        long second = group(reported("b", 1));

        assertThat(first).isEqualTo(second).isNotZero();
        assertThat(group(UsageFixtures.record("c").build())).isZero();
        assertThat(group(reportedFor("d", "other"))).isNotEqualTo(first);
        assertThat(RowOutcome.of(record(1, reported("a", 0), RecordStatus.VALIDATED, null), Set.of())
                        .figures()
                        .group())
                .isZero();
    }

    private static long group(ReportedRecord reported) {
        return RowOutcome.of(record(1, reported, RecordStatus.VALIDATED, null), KEY)
                .figures()
                .group();
    }

    private static ReportedRecord reported(String key, int tier) {
        return UsageFixtures.record(key)
                .amount(BigDecimal.TEN)
                .tier(tier == 0 ? UsageFixtures.TIER_0 : UsageFixtures.TIER_1)
                .build();
    }

    private static ReportedRecord reportedFor(String key, String region) {
        return UsageFixtures.record(key)
                .amount(BigDecimal.TEN)
                .tier(UsageFixtures.TIER_0)
                .parameter("region", region)
                .build();
    }
}
