package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.ContractId;
import org.usageflow.model.FileKind;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.query.FileQuery;
import org.usageflow.query.FileSort;
import org.usageflow.query.PageKey;
import org.usageflow.testkit.UsageFixtures;

/** Queries for files: filters, orders, pages. Source: rules §8 (portals). */
abstract class StoreFilePageRules extends StoreFileRules {

    private static final ProductId OTHER_PRODUCT = new ProductId("PRD-113-628-781");
    private static final ContractId OTHER_CONTRACT = new ContractId("CRD-90574-88738-44764");
    private static final UsagePeriod AUGUST =
            new UsagePeriod(Instant.parse("2021-08-01T00:00:00Z"), Instant.parse("2021-08-31T23:59:59Z"));

    /** Names by code points: blank, sign, digit, capital, small, accented, private, supplementary. */
    private static final List<String> NAMES =
            List.of(" a", "!a", "10", "9", "Zebra", "a", "ab", "b b", "z", "é", "\ue000", "\ufb00", "\ud835\udcb3");

    private List<UsageFileId> listed(FileQuery query) {
        return ids(ask(session -> session.files().list(query, StoreFixtures.SYSTEM)));
    }

    private long counted(FileQuery query) {
        return ask(session -> session.files().count(query, StoreFixtures.SYSTEM));
    }

    private static List<UsageFileId> ids(List<UsageFile> files) {
        return files.stream().map(UsageFile::id).toList();
    }

    private static List<UsageFileId> fileIds(int... numbers) {
        var ids = new ArrayList<UsageFileId>();
        for (int number : numbers) {
            ids.add(StoreFixtures.fileId(number));
        }
        return ids;
    }

    private void givenOneOfEachKind() {
        given(StoreFixtures.file(1).status(UsageFileStatus.PENDING));
        given(StoreFixtures.file(2).product(OTHER_PRODUCT));
        given(StoreFixtures.file(3).contract(OTHER_CONTRACT).status(UsageFileStatus.CLOSED));
        given(StoreFixtures.file(4).kind(FileKind.ESTIMATE));
        given(StoreFixtures.file(5).period(AUGUST).status(UsageFileStatus.DELETED));
    }

    @Test
    @DisplayName("STORE-28 MUST: each filter lets through what it says, and the count is that of the list")
    void filters_of_files_let_through_what_they_say() {
        givenOneOfEachKind();
        FileQuery all = FileQuery.ALL;

        assertFound(all, 1, 2, 3, 4, 5);
        assertFound(all.in(UsageFileStatus.DRAFT), 2, 4);
        assertFound(all.in(UsageFileStatus.CLOSED, UsageFileStatus.PENDING, UsageFileStatus.READY), 1, 3);
        assertFound(all.ofProduct(OTHER_PRODUCT), 2);
        assertFound(all.ofContract(UsageFixtures.CONTRACT), 1, 2, 4, 5);
        assertFound(all.ofKind(FileKind.ACTUAL), 1, 2, 3, 5);
        assertFound(all.ofPeriod(AUGUST), 5);
        assertFound(
                all.ofPeriod(UsageFixtures.PERIOD_JULY).ofKind(FileKind.ACTUAL).in(UsageFileStatus.DRAFT), 2);
        assertFound(all.ofProduct(OTHER_PRODUCT).ofContract(OTHER_CONTRACT));
    }

    private void assertFound(FileQuery query, int... numbers) {
        assertThat(listed(query)).as("%s", query).isEqualTo(fileIds(numbers));
        assertThat(counted(query)).as("count of %s", query).isEqualTo(numbers.length);
        assertThat(counted(query.limit(1))).as("count of a page of one").isEqualTo(numbers.length);
    }

    @Test
    @DisplayName("STORE-29 MUST: filters see what the transaction did itself")
    void filters_of_files_see_own_writes() {
        given(StoreFixtures.file(2));
        given(StoreFixtures.file(3));

        change(session -> {
            session.files().insert(StoreFixtures.file(1).build());
            session.files()
                    .update(session.files()
                            .find(F2, StoreFixtures.SYSTEM)
                            .orElseThrow()
                            .change()
                            .status(UsageFileStatus.DELETED)
                            .build());
            FileQuery drafts = FileQuery.ALL.in(UsageFileStatus.DRAFT);

            assertThat(ids(session.files().list(drafts, StoreFixtures.SYSTEM))).isEqualTo(fileIds(1, 3));
            assertThat(session.files().count(drafts, StoreFixtures.SYSTEM)).isEqualTo(2);
        });
    }

    /** Ten files with ties in every order but the one by id. */
    private List<UsageFile> givenTen() {
        var files = new ArrayList<UsageFile>();
        for (int i = 0; i < 10; i++) {
            files.add(given(StoreFixtures.file(10 - i)
                    .name(NAMES.get(i % 2 == 0 ? i : 1))
                    .createdAt(Instant.parse("2021-08-02T09:00:00Z").plusNanos(i / 3 * 1_000L))
                    .period(i % 4 == 0 ? AUGUST : UsageFixtures.PERIOD_JULY)));
        }
        return files;
    }

    private static List<UsageFileId> sorted(List<UsageFile> files, FileSort sort, boolean descending) {
        Comparator<UsageFile> order = Comparator.<UsageFile, String>comparing(
                        each -> sort.keyOf(each).value())
                .thenComparing(UsageFile::id);
        return ids(files.stream().sorted(descending ? order.reversed() : order).toList());
    }

    @Test
    @DisplayName("STORE-30 MUST: files come in the order asked for, ties by id, and wholly turned round")
    void lists_of_files_are_sorted() {
        List<UsageFile> files = givenTen();

        for (FileSort sort : FileSort.values()) {
            FileQuery query = FileQuery.ALL.sortedBy(sort);
            assertThat(listed(query)).as("by %s", sort).isEqualTo(sorted(files, sort, false));
            assertThat(listed(query.turnedRound()))
                    .as("by %s, turned round", sort)
                    .isEqualTo(sorted(files, sort, true));
        }
    }

    @Test
    @DisplayName("STORE-31 MUST: names are sorted by code points, whatever the language")
    void lists_of_files_by_name_are_sorted_by_code_points() {
        List<String> shuffled = new ArrayList<>(NAMES);
        Collections.rotate(shuffled, 3);
        for (int i = 0; i < shuffled.size(); i++) {
            given(StoreFixtures.file(i + 1).name(shuffled.get(i)));
        }

        List<UsageFile> files =
                ask(session -> session.files().list(FileQuery.ALL.sortedBy(FileSort.NAME), StoreFixtures.SYSTEM));

        assertThat(files.stream().map(UsageFile::name)).isEqualTo(NAMES);
    }

    @Test
    @DisplayName("STORE-32 MUST: pages follow each other without gap or overlap, in every order, both ways")
    void pages_of_files_follow_each_other() {
        List<UsageFile> files = givenTen();

        for (FileSort sort : FileSort.values()) {
            FileQuery query = FileQuery.ALL.sortedBy(sort).limit(3);
            assertThat(paged(query, none -> {})).as("by %s", sort).isEqualTo(sorted(files, sort, false));
            assertThat(paged(query.turnedRound(), none -> {}))
                    .as("by %s, turned round", sort)
                    .isEqualTo(sorted(files, sort, true));
        }
    }

    /** All pages one after the other, each begun by the key of the one before, read back from its text. */
    private List<UsageFileId> paged(FileQuery query, Consumer<Integer> between) {
        var found = new ArrayList<UsageFileId>();
        @Nullable PageKey after = null;
        for (int page = 1; page < 20; page++) {
            FileQuery asked = query.after(after);
            List<UsageFile> files = ask(session -> session.files().list(asked, StoreFixtures.SYSTEM));
            assertThat(files).hasSizeLessThanOrEqualTo(query.limit());
            if (files.isEmpty()) {
                return found;
            }
            found.addAll(ids(files));
            PageKey last = query.sort().keyOf(files.get(files.size() - 1));
            after = PageKey.parse(last.toString());
            between.accept(page);
        }
        throw new AssertionError("pages without end: " + found);
    }

    @Test
    @DisplayName("STORE-33 MUST: pages show each file once that was there all the time, while others come in")
    void pages_of_files_are_stable_while_others_come_in() {
        for (int number = 10; number <= 100; number += 10) {
            given(StoreFixtures.file(number));
        }

        List<UsageFileId> found = paged(FileQuery.ALL.limit(3), page -> {
            if (page <= 3) {
                given(StoreFixtures.file(page));
                given(StoreFixtures.file(page * 30 + 5));
            }
        });

        assertThat(found).containsAll(fileIds(10, 20, 30, 40, 50, 60, 70, 80, 90, 100));
        assertThat(found).doesNotHaveDuplicates().isSorted();
        assertThat(found).doesNotContainAnyElementsOf(fileIds(1, 2, 3));
    }

    @Test
    @DisplayName("STORE-34 MUST: a page may begin behind a file that has gone, or never was")
    void page_behind_a_file_that_is_not_there_begins_at_the_next() {
        given(StoreFixtures.file(1));
        given(StoreFixtures.file(3));

        assertThat(listed(FileQuery.ALL.after(new PageKey(F2.value(), "")))).isEqualTo(fileIds(3));
        assertThat(listed(FileQuery.ALL.turnedRound().after(new PageKey(F2.value(), ""))))
                .isEqualTo(fileIds(1));
    }
}
