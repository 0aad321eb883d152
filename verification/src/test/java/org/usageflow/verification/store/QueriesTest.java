package org.usageflow.verification.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.ContractId;
import org.usageflow.model.FileKind;
import org.usageflow.model.HubId;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UsageRecord;
import org.usageflow.query.FileQuery;
import org.usageflow.query.FileSort;
import org.usageflow.query.Page;
import org.usageflow.query.PageKey;
import org.usageflow.query.RecordQuery;
import org.usageflow.query.RecordSort;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.store.StoreFixtures;

class QueriesTest {

    private static final UsageFileId FILE = StoreFixtures.fileId(1);
    private static final PageKey KEY = new PageKey("UF-2021-07-0000-0001", "a b");
    private static final UsagePeriod AUGUST =
            new UsagePeriod(Instant.parse("2021-08-01T00:00:00Z"), Instant.parse("2021-09-01T00:00:00Z"));

    @Test
    void query_for_files_is_what_was_asked_for_piece_by_piece() {
        FileQuery query = FileQuery.ALL
                .in(UsageFileStatus.READY, UsageFileStatus.PENDING)
                .ofProduct(UsageFixtures.PRODUCT)
                .ofContract(UsageFixtures.CONTRACT)
                .ofKind(FileKind.ACTUAL)
                .ofPeriod(AUGUST)
                .sortedBy(FileSort.NAME)
                .turnedRound()
                .after(KEY)
                .limit(7)
                .withCount();

        assertThat(query)
                .isEqualTo(new FileQuery(
                        Set.of(UsageFileStatus.READY, UsageFileStatus.PENDING),
                        UsageFixtures.PRODUCT,
                        UsageFixtures.CONTRACT,
                        FileKind.ACTUAL,
                        AUGUST,
                        FileSort.NAME,
                        true,
                        KEY,
                        7,
                        true));
        assertThat(query.turnedRound().descending()).isFalse();
        assertThat(query.after(null).after()).isNull();
        assertThat(FileQuery.ALL)
                .isEqualTo(new FileQuery(Set.of(), null, null, null, null, FileSort.ID, false, null, 100, false));
    }

    @Test
    void query_for_records_is_what_was_asked_for_piece_by_piece() {
        RecordQuery query = RecordQuery.of(FILE)
                .in(RecordStatus.ACCEPTED)
                .ofKey(new RecordKey("R-1"))
                .ofItem(UsageFixtures.CALLS.id())
                .ofSubscription(UsageFixtures.SUBSCRIPTION.id())
                .ofHub(UsageFixtures.HUB)
                .sortedBy(RecordSort.START)
                .turnedRound()
                .after(KEY)
                .limit(7)
                .withCount();

        assertThat(query)
                .isEqualTo(new RecordQuery(
                        FILE,
                        Set.of(RecordStatus.ACCEPTED),
                        new RecordKey("R-1"),
                        UsageFixtures.CALLS.id(),
                        UsageFixtures.SUBSCRIPTION.id(),
                        UsageFixtures.HUB,
                        RecordSort.START,
                        true,
                        KEY,
                        7,
                        true));
        assertThat(query.turnedRound().descending()).isFalse();
        assertThat(RecordQuery.of(FILE))
                .isEqualTo(new RecordQuery(
                        FILE, Set.of(), null, null, null, null, RecordSort.POSITION, false, null, 1_000, false));
    }

    @Test
    void page_of_nothing_cannot_be_asked_for() {
        RecordQuery records = RecordQuery.of(FILE);

        assertThatIllegalArgumentException().isThrownBy(() -> FileQuery.ALL.limit(0));
        assertThatIllegalArgumentException().isThrownBy(() -> records.limit(0));
        assertThat(FileQuery.ALL.limit(1).limit()).isEqualTo(1);
        assertThat(records.limit(1).limit()).isEqualTo(1);
    }

    @Test
    void statuses_of_a_query_are_a_copy_that_does_not_change() {
        EnumSet<UsageFileStatus> statuses = EnumSet.of(UsageFileStatus.DRAFT);
        EnumSet<RecordStatus> ofRecords = EnumSet.of(RecordStatus.CLOSED);
        var files = new FileQuery(statuses, null, null, null, null, FileSort.ID, false, null, 1, false);
        var records = new RecordQuery(FILE, ofRecords, null, null, null, null, RecordSort.KEY, false, null, 1, false);

        statuses.add(UsageFileStatus.READY);
        ofRecords.clear();

        assertThat(files.statuses()).containsExactly(UsageFileStatus.DRAFT);
        assertThat(records.statuses()).containsExactly(RecordStatus.CLOSED);
        assertThatThrownBy(() -> files.statuses().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> records.statuses().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void filter_of_files_lets_through_what_is_equal_in_all_that_is_asked() {
        UsageFile file = StoreFixtures.file(1).status(UsageFileStatus.READY).build();

        assertThat(FileQuery.ALL.accepts(file)).isTrue();
        assertThat(FileQuery.ALL.in(UsageFileStatus.READY).accepts(file)).isTrue();
        assertThat(FileQuery.ALL.in(UsageFileStatus.DRAFT).accepts(file)).isFalse();
        assertThat(FileQuery.ALL.ofProduct(UsageFixtures.PRODUCT).accepts(file)).isTrue();
        assertThat(FileQuery.ALL.ofProduct(new ProductId("PRD-1")).accepts(file))
                .isFalse();
        assertThat(FileQuery.ALL.ofContract(UsageFixtures.CONTRACT).accepts(file))
                .isTrue();
        assertThat(FileQuery.ALL.ofContract(new ContractId("CRD-1")).accepts(file))
                .isFalse();
        assertThat(FileQuery.ALL.ofKind(FileKind.ACTUAL).accepts(file)).isTrue();
        assertThat(FileQuery.ALL.ofKind(FileKind.ESTIMATE).accepts(file)).isFalse();
        assertThat(FileQuery.ALL.ofPeriod(UsageFixtures.PERIOD_JULY).accepts(file))
                .isTrue();
        assertThat(FileQuery.ALL.ofPeriod(AUGUST).accepts(file)).isFalse();
        assertThat(FileQuery.ALL
                        .ofKind(FileKind.ACTUAL)
                        .in(UsageFileStatus.DRAFT)
                        .accepts(file))
                .isFalse();
    }

    @Test
    void filter_of_records_lets_through_what_is_equal_in_all_that_is_asked() {
        UsageRecord record = StoreFixtures.record(FILE, 1).build();
        RecordQuery all = RecordQuery.of(FILE);

        assertThat(all.accepts(record)).isTrue();
        assertThat(RecordQuery.of(StoreFixtures.fileId(2)).accepts(record)).isFalse();
        assertThat(all.in(RecordStatus.VALIDATED).accepts(record)).isTrue();
        assertThat(all.in(RecordStatus.CLOSED).accepts(record)).isFalse();
        assertThat(all.ofKey(new RecordKey("R-1")).accepts(record)).isTrue();
        assertThat(all.ofKey(new RecordKey("r-1")).accepts(record)).isFalse();
        assertThat(all.ofItem(UsageFixtures.CALLS.id()).accepts(record)).isTrue();
        assertThat(all.ofItem(UsageFixtures.SEATS.id()).accepts(record)).isFalse();
        assertThat(all.ofSubscription(UsageFixtures.SUBSCRIPTION.id()).accepts(record))
                .isTrue();
        assertThat(all.ofSubscription(UsageFixtures.SUBSCRIPTION_DIRECT.id()).accepts(record))
                .isFalse();
        assertThat(all.ofHub(UsageFixtures.HUB).accepts(record)).isTrue();
        assertThat(all.ofHub(new HubId("HB-9")).accepts(record)).isFalse();
    }

    @Test
    void filter_of_records_lets_nothing_through_that_has_not_what_is_asked() {
        UsageRecord blank = StoreFixtures.record(FILE, 1).key(null).inError().build();
        RecordSubscription found = RecordSubscription.of(UsageFixtures.SUBSCRIPTION);
        UsageRecord hubless = StoreFixtures.record(FILE, 2)
                .subscription(new RecordSubscription(found.id(), null, null, null, null, found.chain()))
                .build();
        RecordQuery all = RecordQuery.of(FILE);

        assertThat(all.accepts(blank)).isTrue();
        assertThat(all.ofKey(new RecordKey("R-1")).accepts(blank)).isFalse();
        assertThat(all.ofItem(UsageFixtures.CALLS.id()).accepts(blank)).isFalse();
        assertThat(all.ofSubscription(UsageFixtures.SUBSCRIPTION.id()).accepts(blank))
                .isFalse();
        assertThat(all.ofHub(UsageFixtures.HUB).accepts(blank)).isFalse();
        assertThat(all.ofHub(UsageFixtures.HUB).accepts(hubless)).isFalse();
    }

    @Test
    void page_keeps_a_copy_of_its_items() {
        var items = new ArrayList<>(List.of("a", "b"));
        var page = new Page<>(items, KEY, 7L);

        items.clear();

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page).isEqualTo(new Page<>(List.of("a", "b"), KEY, 7L));
        assertThat(new Page<>(List.of(), null, null).next()).isNull();
    }
}
