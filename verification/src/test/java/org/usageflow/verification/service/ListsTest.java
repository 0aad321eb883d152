package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.command.CreateFile;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.FileKind;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.problem.Problem;
import org.usageflow.query.FileQuery;
import org.usageflow.query.FileSort;
import org.usageflow.query.Page;
import org.usageflow.query.PageKey;
import org.usageflow.query.RecordQuery;
import org.usageflow.query.RecordSort;
import org.usageflow.testkit.UsageFixtures;

/** Lists of files, records and problems: filtered, sorted, counted, by pages, and of what the actor sees alone (rules §5, §8). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {

    private DeskWorld world;

    /** Every kind of file in every status, and where each is. */
    private final Map<UsageFileId, Map.Entry<Scene, UsageFileStatus>> all = new TreeMap<>();

    private UsageFileId thirty;
    private UsageFileId faulty;

    @BeforeAll
    void wire(@TempDir Path directory) {
        world = DeskWorld.in(directory);
        for (Scene scene : Scene.values()) {
            for (UsageFileStatus status : UsageFileStatus.values()) {
                if (scene.reaches(status)) {
                    world.clock.advance(Duration.ofSeconds(1));
                    keep(scene.at(status, world).id(), scene, status);
                }
            }
        }
        thirty = world.ladder()
                .rows(IntStream.range(0, 30)
                        .mapToObj(i -> world.rows.good("L-" + (i * 7) % 30))
                        .toList())
                .id(UsageFileStatus.ACCEPTED);
        keep(thirty, Scene.DISTRIBUTION, UsageFileStatus.ACCEPTED);
        faulty = world.ladder().id(UsageFileStatus.DRAFT);
        world.files.upload(
                faulty,
                world.rows.upload(IntStream.range(0, 30)
                        .mapToObj(i -> world.rows.wrong("F-" + i))
                        .toList()),
                Parties.OWNER);
        keep(faulty, Scene.DISTRIBUTION, UsageFileStatus.INVALID);
    }

    private void keep(UsageFileId id, Scene scene, UsageFileStatus status) {
        all.put(id, Map.entry(scene, status));
    }

    private List<UsageFile> files(FileQuery query, Person person) {
        return world.files.list(query.limit(1_000), person.actor).items();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Person.class)
    void everybody_is_listed_and_counted_exactly_what_it_sees(Person person) {
        List<UsageFileId> seen = all.entrySet().stream()
                .filter(each ->
                        person.sees(each.getValue().getKey(), each.getValue().getValue()))
                .map(Map.Entry::getKey)
                .toList();

        Page<UsageFile> page = world.files.list(FileQuery.ALL.limit(1_000).withCount(), person.actor);

        assertThat(page.items()).extracting(UsageFile::id).isEqualTo(seen);
        assertThat(page.items())
                .allSatisfy(each ->
                        assertThat(world.files.file(each.id(), person.actor)).isEqualTo(each));
        assertThat(page.total()).isEqualTo(seen.size());
        assertThat(page.next()).isNull();
    }

    private static Comparator<UsageFile> order(FileSort sort) {
        Comparator<UsageFile> order = switch (sort) {
            case ID -> Comparator.comparing(UsageFile::id);
            case NAME -> Comparator.comparing(UsageFile::name);
            case CREATED -> Comparator.comparing(UsageFile::createdAt);
            case PERIOD_START -> Comparator.comparing(each -> each.period().start());
        };
        return order.thenComparing(UsageFile::id);
    }

    private List<UsageFile> byPages(FileQuery query, Person person, int limit) {
        List<UsageFile> found = new ArrayList<>();
        PageKey next = null;
        do {
            Page<UsageFile> page = world.files.list(query.after(next).limit(limit), person.actor);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            found.addAll(page.items());
            // A portal keeps the key as text
            next = page.next() == null ? null : PageKey.parse(page.next().toString());
        } while (next != null);
        return found;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(FileSort.class)
    void files_come_in_order_by_pages_of_any_size_up_and_down(FileSort sort) {
        FileQuery query = FileQuery.ALL.sortedBy(sort);
        for (Person person : List.of(Person.OWNER, Person.DISTRIBUTOR, Person.LOWER_RESELLER)) {
            List<UsageFile> sorted =
                    files(FileQuery.ALL, person).stream().sorted(order(sort)).toList();
            List<UsageFile> turned = new ArrayList<>(sorted);
            Collections.reverse(turned);

            assertThat(byPages(query, person, 1)).isEqualTo(sorted);
            assertThat(byPages(query, person, 3)).isEqualTo(sorted);
            assertThat(byPages(query.turnedRound(), person, 4)).isEqualTo(turned);
        }
    }

    @Test
    void files_are_filtered_and_the_count_is_of_what_passes_whatever_the_page() {
        CreateFile estimate = Scene.ESTIMATE.command();
        List<UsageFile> everything = files(FileQuery.ALL, Person.OWNER);
        List<FileQuery> queries = List.of(
                FileQuery.ALL.in(UsageFileStatus.READY, UsageFileStatus.PENDING),
                FileQuery.ALL.ofContract(Parties.RESALE),
                FileQuery.ALL.ofProduct(UsageFixtures.PRODUCT).ofKind(FileKind.ESTIMATE),
                FileQuery.ALL.ofProduct(Parties.FOREIGN_PRODUCT),
                FileQuery.ALL.ofPeriod(UsageFixtures.PERIOD_JULY).in(UsageFileStatus.ACCEPTED),
                FileQuery.ALL.ofPeriod(estimate.period()));

        for (FileQuery query : queries) {
            List<UsageFile> expected =
                    everything.stream().filter(query::accepts).toList();
            assertThat(files(query, Person.OWNER)).isEqualTo(expected);
            assertThat(world.files
                            .list(query.limit(1).withCount(), Parties.OWNER)
                            .total())
                    .isEqualTo(expected.size());
        }
        assertThat(files(queries.get(0), Person.OWNER)).hasSize(8);
        assertThat(files(queries.get(1), Person.OWNER)).hasSize(10);
    }

    @Test
    void a_count_is_given_where_it_is_asked_for_alone() {
        assertThat(world.files.list(FileQuery.ALL, Parties.OWNER).total()).isNull();
        assertThat(world.records.list(RecordQuery.of(thirty), Parties.OWNER).total())
                .isNull();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(RecordSort.class)
    void records_come_in_order_by_pages_up_and_down(RecordSort sort) {
        Comparator<UsageRecord> order = switch (sort) {
            case POSITION -> Comparator.comparing(UsageRecord::position);
            case KEY -> Comparator.comparing(each -> each.key().value());
            case START -> Comparator.comparing(each -> each.reported().window().start());
        };
        List<UsageRecord> sorted = world.records(thirty).stream()
                .sorted(order.thenComparing(UsageRecord::position))
                .toList();
        List<UsageRecord> turned = new ArrayList<>(sorted);
        Collections.reverse(turned);
        RecordQuery query = RecordQuery.of(thirty).sortedBy(sort);

        assertThat(recordsByPages(query, 1)).isEqualTo(sorted);
        assertThat(recordsByPages(query, 7)).isEqualTo(sorted);
        assertThat(recordsByPages(query.turnedRound(), 30)).isEqualTo(turned);
    }

    private List<UsageRecord> recordsByPages(RecordQuery query, int limit) {
        List<UsageRecord> found = new ArrayList<>();
        PageKey next = null;
        do {
            Page<UsageRecord> page =
                    world.records.list(query.after(next).limit(limit).withCount(), Parties.LOWER_RESELLER);
            assertThat(page.total()).isEqualTo(30);
            found.addAll(page.items());
            next = page.next() == null ? null : PageKey.parse(page.next().toString());
        } while (next != null);
        return found;
    }

    @Test
    void records_are_filtered() {
        List<UsageRecord> records = world.records(thirty);
        UsageRecord third = records.get(2);

        assertThat(found(RecordQuery.of(thirty).ofKey(third.key()))).containsExactly(third);
        assertThat(found(RecordQuery.of(thirty).in(RecordStatus.ACCEPTED))).isEqualTo(records);
        assertThat(found(RecordQuery.of(thirty).in(RecordStatus.CLOSED))).isEmpty();
        assertThat(found(RecordQuery.of(thirty).ofItem(UsageFixtures.CALLS.id())))
                .isEqualTo(records);
        assertThat(found(RecordQuery.of(thirty).ofItem(UsageFixtures.SEATS.id())))
                .isEmpty();
        assertThat(found(RecordQuery.of(thirty).ofSubscription(UsageFixtures.SUBSCRIPTION.id())))
                .isEqualTo(records);
        assertThat(found(RecordQuery.of(thirty).ofSubscription(Parties.RESOLD.id())))
                .isEmpty();
        assertThat(found(RecordQuery.of(thirty).ofHub(UsageFixtures.HUB))).isEqualTo(records);
    }

    private List<UsageRecord> found(RecordQuery query) {
        return world.records.list(query, Parties.BUYER).items();
    }

    @Test
    void problems_come_in_order_by_pages() {
        List<Problem> whole = world.files.report(faulty, Parties.OWNER).problems();
        List<Problem> paged = new ArrayList<>();
        PageKey next = null;
        do {
            Page<Problem> page = world.files.problems(faulty, next, 7, Parties.OWNER);
            paged.addAll(page.items());
            next = page.next() == null ? null : PageKey.parse(page.next().toString());
        } while (next != null);

        assertThat(paged).hasSize(30).isEqualTo(whole);
        assertThat(paged).extracting(each -> each.place().row()).isSorted();
    }
}
