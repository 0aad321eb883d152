package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.model.UsageFileId;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;

/** Problems. Source: rules §6.1. */
abstract class StoreProblemRules extends StoreSearchRules {

    /** In their order: the file, its header, two other tables, and three rows. */
    private static final List<PlacedProblem> IN_ORDER = List.of(
            StoreFixtures.problem(0, -1, -1, 7),
            StoreFixtures.problem(0, 0, -1, 1),
            StoreFixtures.problem(1, -1, 0, 9),
            StoreFixtures.problem(1, -1, 3, 2),
            StoreFixtures.problem(2, 5, 0, 3),
            StoreFixtures.problem(3, 4, 0, 4),
            StoreFixtures.problem(4, -1, -1, 12),
            StoreFixtures.problem(4, 0, 2, 5),
            StoreFixtures.problem(4, 0, 10, 11),
            StoreFixtures.problem(4, 9, 1, 6),
            StoreFixtures.problem(4, 9, 1, 10),
            StoreFixtures.problem(4, 3_000_000_000L, 0, 8));

    private void givenShuffled() {
        given(StoreFixtures.file(1));
        var shuffled = new ArrayList<>(IN_ORDER);
        Collections.reverse(shuffled);
        Collections.swap(shuffled, 2, 8);
        change(session -> {
            session.problems().append(F1, shuffled.subList(0, 5));
            session.problems().append(F1, List.of());
        });
        change(session -> session.problems().append(F1, shuffled.subList(5, shuffled.size())));
    }

    private List<PlacedProblem> listed(UsageFileId file, @Nullable ProblemKey after, int limit) {
        return ask(session -> session.problems().list(file, after, limit));
    }

    private List<PlacedProblem> rows(@Nullable ProblemKey after, int limit) {
        return ask(session -> session.problems().listRows(F1, after, limit));
    }

    @Test
    @DisplayName("STORE-68 MUST: problems come in the order of their keys, in whatever order they were found")
    void problems_found_in_any_order_are_listed_in_theirs() {
        givenShuffled();

        assertThat(listed(F1, null, 100)).isEqualTo(IN_ORDER);
        assertThat(listed(F2, null, 100)).isEmpty();
    }

    @Test
    @DisplayName("STORE-69 MUST: pages of problems follow each other, from behind any key")
    void pages_of_problems_follow_each_other() {
        givenShuffled();

        var found = new ArrayList<PlacedProblem>();
        for (List<PlacedProblem> page = listed(F1, null, 5);
                !page.isEmpty();
                page = listed(F1, found.get(found.size() - 1).key(), 5)) {
            assertThat(page).hasSizeLessThanOrEqualTo(5);
            found.addAll(page);
        }

        assertThat(found).isEqualTo(IN_ORDER);
        assertThat(listed(F1, new ProblemKey(4, 9, 1, 7), 100)).isEqualTo(IN_ORDER.subList(10, 12));
    }

    @Test
    @DisplayName("STORE-70 MUST: problems of rows are listed alone, from behind any key")
    void problems_of_rows_are_listed_alone() {
        givenShuffled();

        assertThat(rows(null, 100)).isEqualTo(IN_ORDER.subList(6, 12));
        assertThat(rows(null, 2)).isEqualTo(IN_ORDER.subList(6, 8));
        assertThat(rows(IN_ORDER.get(1).key(), 100)).isEqualTo(IN_ORDER.subList(6, 12));
        assertThat(rows(IN_ORDER.get(8).key(), 2)).isEqualTo(IN_ORDER.subList(9, 11));
        assertThat(rows(IN_ORDER.get(11).key(), 2)).isEmpty();
    }

    @Test
    @DisplayName("STORE-71 MUST: problems are counted by code, whatever their number")
    void problems_are_counted_by_code() {
        given(StoreFixtures.file(1));
        given(StoreFixtures.file(2));
        for (int batch = 0; batch < 12; batch++) {
            var problems = new ArrayList<PlacedProblem>();
            for (int i = 0; i < 1_000; i++) {
                int row = batch * 1_000 + i;
                ProblemCode code = row % 3 == 0 ? ProblemCode.ASSET_UNKNOWN : ProblemCode.VALUE_TOO_LONG;
                problems.add(StoreFixtures.problem(code, new ProblemKey(ProblemKey.RECORDS, row, 2, row)));
            }
            change(session -> session.problems().append(F1, problems));
        }

        assertThat(askMap(session -> session.problems().counts(F1)))
                .isEqualTo(Map.of(ProblemCode.ASSET_UNKNOWN, 4_000L, ProblemCode.VALUE_TOO_LONG, 8_000L));
        assertThat(askMap(session -> session.problems().counts(F2))).isEmpty();
        assertThat(listed(F1, null, 20_000)).hasSize(12_000);
    }

    @Test
    @DisplayName("STORE-72 MUST: problems that are cleared are gone, those of other files are not")
    void problems_that_are_cleared_are_gone() {
        givenShuffled();
        given(StoreFixtures.file(2));
        change(session -> session.problems().append(F2, IN_ORDER.subList(0, 2)));

        change(session -> {
            session.problems().clear(F1);
            assertThat(session.problems().list(F1, null, 10)).isEmpty();
            session.problems().append(F1, IN_ORDER.subList(3, 4));
        });

        assertThat(listed(F1, null, 100)).isEqualTo(IN_ORDER.subList(3, 4));
        assertThat(askMap(session -> session.problems().counts(F1))).isEqualTo(Map.of(ProblemCode.VALUE_REQUIRED, 1L));
        assertThat(listed(F2, null, 100)).isEqualTo(IN_ORDER.subList(0, 2));
    }

    @Test
    @DisplayName("STORE-73 MUST: a problem comes back with all that it has, and without what it lacks")
    void problems_of_all_kinds_come_back_equal() {
        given(StoreFixtures.file(1));
        var arguments = new LinkedHashMap<String, String>();
        arguments.put("z", "é𝒳 'quoted' \\ %_\n");
        arguments.put("a", "");
        var full = new PlacedProblem(
                new ProblemKey(4, 3_000_000_000L, 17, Long.MAX_VALUE),
                new Problem(
                        ProblemCode.TIER_MARGIN_NEGATIVE,
                        Severity.ERROR,
                        new Place("usage_records", 3_000_000_002L, "amount", "R17", "/3/amount"),
                        "v".repeat(Problem.MAX_VALUE),
                        arguments));
        var bare = new PlacedProblem(
                new ProblemKey(0, 0, -1, 1),
                new Problem(ProblemCode.FILE_NO_RECORDS, Severity.WARNING, Place.FILE, null, Map.of()));

        change(session -> session.problems().append(F1, List.of(full, bare)));

        List<PlacedProblem> back = listed(F1, null, 10);
        assertThat(back).containsExactly(bare, full);
        assertThat(back.get(1).problem().arguments().keySet()).containsExactly("z", "a");
    }
}
