package org.usageflow.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.spi.reference.ReportedRecords;
import org.usageflow.testkit.InParallel;
import org.usageflow.testkit.UsageFixtures;

/**
 * The contract of {@link ReportedRecords}: extend it, return an implementation that holds the {@link #known} records, and run it with JUnit.
 *
 * <p>Source: rules §3.1 ({@code corrects_record_id}), §6.3 (live ids).
 */
public abstract class ReportedRecordsContract {

    private static final int BATCH = 1_000;
    private static final UsageFileId FILE = new UsageFileId("UF-2021-07-0000-0001");

    /** Makes the contract; subclasses need no state. */
    protected ReportedRecordsContract() {}

    /** The implementation under test, which holds the {@link #known} records; asked for each rule. */
    protected abstract ReportedRecords reported();

    /**
     * What the implementation holds, at the least: records of one product and contract, one of them live and closed, one live and open, one neither. Override it for data that are
     * there already.
     */
    protected List<KnownRecord> known() {
        return List.of(
                known("R-closed", 1, true, true), known("R-open", 2, true, false), known("R-retired", 3, false, false));
    }

    private static KnownRecord known(String key, int number, boolean live, boolean closed) {
        return new KnownRecord(
                UsageFixtures.PRODUCT,
                UsageFixtures.CONTRACT,
                new RecordKey(key),
                UsageRecordId.of(FILE, number),
                live,
                closed);
    }

    private ProductId product() {
        return known().get(0).product();
    }

    private ContractId contract() {
        return known().get(0).contract();
    }

    private Set<RecordKey> keys() {
        return known().stream().map(KnownRecord::key).collect(Collectors.toSet());
    }

    private Set<RecordKey> liveKeys() {
        return known().stream().filter(KnownRecord::live).map(KnownRecord::key).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("REPORTED-01 MUST: of the ids asked for, the live ones are found and no others")
    void live_ids_among_others_are_found() {
        var asked = new HashSet<>(keys());
        asked.add(new RecordKey("R-never-reported"));

        assertThat(reported().findLive(product(), contract(), asked)).isEqualTo(liveKeys());
    }

    @Test
    @DisplayName("REPORTED-02 MUST: ids that were not asked for are not found")
    void live_ids_not_asked_for_are_not_found() {
        RecordKey one = liveKeys().iterator().next();

        assertThat(reported().findLive(product(), contract(), Set.of(one))).containsExactly(one);
        assertThat(reported().findLive(product(), contract(), Set.of(new RecordKey("R-never-reported"))))
                .isEmpty();
    }

    @Test
    @DisplayName("REPORTED-03 MUST: ids of another product or contract are not found")
    void live_ids_of_others_are_not_found() {
        assertThat(reported().findLive(new ProductId("PRD-000-000-000"), contract(), keys()))
                .isEmpty();
        assertThat(reported().findLive(product(), new ContractId("CRD-00000-00000-00000"), keys()))
                .isEmpty();
        assertThat(reported().findClosed(new ProductId("PRD-000-000-000"), contract(), ids()))
                .isEmpty();
        assertThat(reported().findClosed(product(), new ContractId("CRD-00000-00000-00000"), ids()))
                .isEmpty();
    }

    private Set<String> ids() {
        return known().stream().map(each -> each.key().value()).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("REPORTED-04 MUST: records to be corrected are found by the vendor's id, closed or not")
    void records_by_the_vendors_id_are_found() {
        Map<String, Boolean> found = reported().findClosed(product(), contract(), ids());

        for (KnownRecord each : known()) {
            if (each.live()) {
                assertThat(found).containsEntry(each.key().value(), each.closed());
            }
        }
    }

    @Test
    @DisplayName(
            "REPORTED-05 MUST: records to be corrected are found by the library's id, closed or not, mixed with the vendor's")
    void records_by_the_librarys_id_are_found() {
        var asked = new LinkedHashSet<>(ids());
        known().forEach(each -> asked.add(each.id().value()));

        Map<String, Boolean> found = reported().findClosed(product(), contract(), asked);

        for (KnownRecord each : known()) {
            if (each.live()) {
                assertThat(found).containsEntry(each.id().value(), each.closed());
                assertThat(found).containsEntry(each.key().value(), each.closed());
            }
        }
    }

    @Test
    @DisplayName("REPORTED-06 MUST: ids that do not exist are absent, and ids that were not asked for too")
    void records_that_do_not_exist_are_absent() {
        String one = liveKeys().iterator().next().value();
        String unknown = "UR-1999-01-0000-0000-0000-0001";

        assertThat(reported().findClosed(product(), contract(), Set.of(one, unknown, "R-never-reported")))
                .containsOnlyKeys(one);
    }

    @Test
    @DisplayName("REPORTED-07 MUST: a whole batch is answered in one call")
    void batch_of_ids_is_answered() {
        var asked = new HashSet<>(keys());
        for (int i = 0; asked.size() < BATCH; i++) {
            asked.add(new RecordKey("R-never-reported-" + i));
        }
        Set<String> ids = asked.stream().map(RecordKey::value).collect(Collectors.toSet());

        assertThat(reported().findLive(product(), contract(), asked)).isEqualTo(liveKeys());
        assertThat(reported().findClosed(product(), contract(), ids).keySet()).isSubsetOf(ids());
    }

    @Test
    @DisplayName("REPORTED-08 MUST: the same question has the same answer, in several threads too")
    void answers_in_several_threads_are_the_same() {
        ReportedRecords reported = reported();

        assertThat(InParallel.answers(() -> reported.findLive(product(), contract(), keys())))
                .containsExactly(liveKeys());
        assertThat(InParallel.answers(() -> reported.findClosed(product(), contract(), ids())))
                .hasSize(1);
    }
}
