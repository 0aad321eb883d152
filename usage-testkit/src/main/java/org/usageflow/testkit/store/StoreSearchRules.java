package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.ContractId;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.testkit.UsageFixtures;

/** Records found by the vendors' ids and the library's, in all files of a product and contract. Source: rules §3.1, §4.2. */
abstract class StoreSearchRules extends StoreKeyRules {

    private static final ProductId OTHER_PRODUCT = new ProductId("PRD-113-628-781");
    private static final ContractId OTHER_CONTRACT = new ContractId("CRD-90574-88738-44764");

    private Map<String, Boolean> closed(String... ids) {
        return ask(session -> session.records().findClosed(UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, Set.of(ids)));
    }

    @Test
    @DisplayName("STORE-63 MUST: records are found by the vendor's id and the library's, closed or not")
    void records_to_be_corrected_are_found() {
        given(
                StoreFixtures.file(1),
                StoreFixtures.record(F1, 1).status(RecordStatus.CLOSED).build(),
                StoreFixtures.record(F1, 2).status(RecordStatus.ACCEPTED).build(),
                StoreFixtures.record(F1, 3)
                        .status(RecordStatus.SUSPENDED)
                        .successor(UsageRecordId.of(F2, 9))
                        .build());
        given(
                StoreFixtures.file(2),
                StoreFixtures.record(F2, 1)
                        .key("R-2")
                        .status(RecordStatus.CLOSED)
                        .build());
        String one = UsageRecordId.of(F1, 1).value();
        String two = UsageRecordId.of(F1, 2).value();
        String three = UsageRecordId.of(F1, 3).value();

        assertThat(closed(
                        "R-1",
                        "R-2",
                        "R-3",
                        "R-4",
                        one,
                        two,
                        three,
                        UsageRecordId.of(F2, 7).value()))
                .isEqualTo(Map.of("R-1", true, "R-2", true, one, true, two, false));
        assertThat(closed(two)).isEqualTo(Map.of(two, false));
        assertThat(askMap(session ->
                        session.records().findClosed(OTHER_PRODUCT, UsageFixtures.CONTRACT, Set.of("R-1", one))))
                .isEmpty();
        assertThat(askMap(session ->
                        session.records().findClosed(UsageFixtures.PRODUCT, OTHER_CONTRACT, Set.of("R-1", one))))
                .isEmpty();
    }

    @Test
    @DisplayName("STORE-64 MUST: records of previews, estimates and deleted files are not found for correction")
    void records_that_do_not_count_are_not_found() {
        given(
                StoreFixtures.file(1).environment(Environment.PREVIEW),
                StoreFixtures.record(F1, 1).status(RecordStatus.ACCEPTED).build());
        given(
                StoreFixtures.file(2).kind(FileKind.ESTIMATE),
                StoreFixtures.record(F2, 1).status(RecordStatus.ACCEPTED).build());
        var deleted = StoreFixtures.fileId(3);
        given(
                StoreFixtures.file(3).status(UsageFileStatus.DELETED),
                StoreFixtures.record(deleted, 1).build());

        assertThat(closed(
                        "R-1",
                        UsageRecordId.of(F1, 1).value(),
                        UsageRecordId.of(F2, 1).value(),
                        UsageRecordId.of(deleted, 1).value()))
                .isEmpty();
    }

    private List<UsageRecord> suspended(String... texts) {
        return ask(
                session -> session.records().findSuspended(UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, keys(texts)));
    }

    @Test
    @DisplayName(
            "STORE-65 MUST: suspended records are found by the vendor's ids, in accepted and closed files that count")
    void suspended_records_are_found() {
        UsageRecord one = StoreFixtures.record(F1, 1)
                .inError()
                .status(RecordStatus.SUSPENDED)
                .build();
        UsageRecord two =
                StoreFixtures.record(F2, 2).status(RecordStatus.SUSPENDED).build();
        given(
                StoreFixtures.file(1).status(UsageFileStatus.ACCEPTED),
                one,
                StoreFixtures.record(F1, 2).status(RecordStatus.ACCEPTED).build(),
                StoreFixtures.record(F1, 3)
                        .status(RecordStatus.SUSPENDED)
                        .successor(UsageRecordId.of(F2, 1))
                        .build());
        given(StoreFixtures.file(2).status(UsageFileStatus.CLOSED), two);

        assertThat(suspended("R-1", "R-2", "R-3", "R-4")).containsExactlyInAnyOrder(one, two);
        assertThat(suspended("R-2")).containsExactly(two);
        assertThat(askList(
                        session -> session.records().findSuspended(OTHER_PRODUCT, UsageFixtures.CONTRACT, keys("R-1"))))
                .isEmpty();
        assertThat(askList(
                        session -> session.records().findSuspended(UsageFixtures.PRODUCT, OTHER_CONTRACT, keys("R-1"))))
                .isEmpty();
    }

    @Test
    @DisplayName("STORE-66 MUST: suspended records of files in other statuses, previews and estimates are not found")
    void suspended_records_of_other_files_are_not_found() {
        int number = 1;
        for (UsageFileStatus status : UsageFileStatus.values()) {
            if (status != UsageFileStatus.ACCEPTED && status != UsageFileStatus.CLOSED) {
                givenSuspended(StoreFixtures.file(number).status(status), number++);
            }
        }
        givenSuspended(
                StoreFixtures.file(number).status(UsageFileStatus.ACCEPTED).kind(FileKind.ESTIMATE), number++);
        givenSuspended(
                StoreFixtures.file(number).status(UsageFileStatus.ACCEPTED).environment(Environment.PREVIEW), number);

        assertThat(suspended("R-1")).isEmpty();
    }

    private void givenSuspended(GivenFile file, int number) {
        given(
                file,
                StoreFixtures.record(StoreFixtures.fileId(number), 1)
                        .status(RecordStatus.SUSPENDED)
                        .build());
    }

    @Test
    @DisplayName("STORE-67 MUST: records found by id are as the transaction itself made them")
    void records_found_by_id_show_own_writes() {
        given(
                StoreFixtures.file(1).status(UsageFileStatus.ACCEPTED),
                StoreFixtures.record(F1, 1).status(RecordStatus.ACCEPTED).build());

        changeRecords(F1, session -> {
            session.records().close(F1, StoreFixtures.CLOSING);
            @Nullable
            Boolean found = session.records()
                    .findClosed(UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, Set.of("R-1"))
                    .get("R-1");

            assertThat(found).isTrue();
        });
    }
}
