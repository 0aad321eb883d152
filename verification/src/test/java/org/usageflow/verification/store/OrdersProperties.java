package org.usageflow.verification.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UsageRecord;
import org.usageflow.query.FileSort;
import org.usageflow.query.PageKey;
import org.usageflow.query.RecordSort;
import org.usageflow.query.TextOrder;
import org.usageflow.spi.store.ProblemKey;
import org.usageflow.testkit.store.GivenRecord;
import org.usageflow.testkit.store.StoreFixtures;

/** Orders and the keys of pages: what a store sorts by, and what a host hands back. */
class OrdersProperties {

    private static final UsageFileId FILE = StoreFixtures.fileId(1);
    private static final Comparator<PageKey> BY_TEXT =
            Comparator.comparing(PageKey::value, OrdersProperties::byCodePoints).thenComparing(PageKey::id);

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8),
                Arbitraries.strings().withChars(' ', 'a', 'Z').ofMaxLength(4));
    }

    @Provide
    Arbitrary<Instant> times() {
        Arbitrary<Long> seconds = Arbitraries.longs().between(0, 7_258_118_399L); // 1970 to 2199
        Arbitrary<Integer> nanos = Arbitraries.of(0, 1, 1_000, 999_999_999);
        return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<UsageFile> files() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(
                                "",
                                "a",
                                "A",
                                "a b",
                                " a",
                                "é",
                                "10",
                                "9",
                                "\ud7ff",
                                "\ue000",
                                "\uffee",
                                "\ud800\udc00",
                                "a\ud835\udcb3"),
                        times(),
                        times())
                .as((number, name, created, start) -> StoreFixtures.file(number)
                        .name(name)
                        .createdAt(created)
                        .period(new UsagePeriod(start, start.plusSeconds(60)))
                        .build());
    }

    @Provide
    Arbitrary<UsageRecord> records() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.longs().between(0, 1_000_000_000_000L),
                        Arbitraries.of("a", "A", "a b", "é", "10", "9", "\ue000", "\ufb00", "\ud835\udcb3")
                                .injectNull(0.2),
                        times(),
                        Arbitraries.of(true, false))
                .as((number, position, key, start, inError) -> {
                    GivenRecord record = StoreFixtures.record(FILE, number)
                            .position(position)
                            .key(key)
                            .start(start);
                    return (inError ? record.inError() : record).build();
                });
    }

    @Property
    void key_of_a_page_comes_back_from_its_text(@ForAll("values") String value) {
        var key = new PageKey("UF-2021-07-0000-0001", value);

        assertThat(PageKey.parse(key.toString())).isEqualTo(key);
    }

    @Example
    void key_of_a_page_has_an_id_without_blanks() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PageKey("", "value"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PageKey("a b", "value"));
        assertThatIllegalArgumentException().isThrownBy(() -> PageKey.parse(""));
        assertThatIllegalArgumentException().isThrownBy(() -> PageKey.parse(" value"));
        assertThat(PageKey.parse("id")).isEqualTo(new PageKey("id", ""));
        assertThat(new PageKey("id", "").toString()).isEqualTo("id");
    }

    @Property
    void keys_of_files_order_as_what_they_stand_for(@ForAll("files") UsageFile one, @ForAll("files") UsageFile other) {
        assertThat(compared(FileSort.ID, one, other)).isEqualTo(sign(one.id().compareTo(other.id())));
        assertThat(compared(FileSort.NAME, one, other))
                .isEqualTo(sign(Comparator.comparing(UsageFile::name, OrdersProperties::byCodePoints)
                        .thenComparing(UsageFile::id)
                        .compare(one, other)));
        assertThat(compared(FileSort.CREATED, one, other)).isEqualTo(ofFiles(UsageFile::createdAt, one, other));
        assertThat(compared(FileSort.PERIOD_START, one, other))
                .isEqualTo(ofFiles(file -> file.period().start(), one, other));
    }

    private static int compared(FileSort sort, UsageFile one, UsageFile other) {
        return sign(BY_TEXT.compare(sort.keyOf(one), sort.keyOf(other)));
    }

    private static <T extends Comparable<T>> int ofFiles(Function<UsageFile, T> value, UsageFile one, UsageFile other) {
        return sign(Comparator.comparing(value).thenComparing(UsageFile::id).compare(one, other));
    }

    /** Code point by code point, as the words say. */
    private static int byCodePoints(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }

    @Property
    void texts_are_ordered_by_code_points(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(sign(TextOrder.BY_CODE_POINTS.compare(one, other)))
                .isEqualTo(sign(byCodePoints(one, other)))
                .isEqualTo(sign(Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8))));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "\ud7ff", "\ue000", "\uffff", "\ud800\udc00", "\ud835\udcb3", "\udbff\udfff")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    private static int sign(int comparison) {
        return Integer.signum(comparison);
    }

    @Property
    void keys_of_records_order_as_what_they_stand_for(
            @ForAll("records") UsageRecord one, @ForAll("records") UsageRecord other) {
        Comparator<UsageRecord> byPosition = Comparator.comparingLong(UsageRecord::position);
        Comparator<UsageRecord> byKey = Comparator.comparing(
                record -> record.key() == null ? null : record.key().value(),
                Comparator.nullsFirst(OrdersProperties::byCodePoints));
        Comparator<UsageRecord> byStart = Comparator.comparing(
                record -> record.reported() == null
                        ? null
                        : record.reported().window().start(),
                Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

        assertOrder(RecordSort.POSITION, byPosition, one, other);
        assertOrder(RecordSort.KEY, byKey.thenComparing(byPosition), one, other);
        assertOrder(RecordSort.START, byStart.thenComparing(byPosition), one, other);
    }

    private static void assertOrder(
            RecordSort sort, Comparator<UsageRecord> order, UsageRecord one, UsageRecord other) {
        assertThat(sign(BY_TEXT.compare(sort.keyOf(one), sort.keyOf(other))))
                .as("%s", sort)
                .isEqualTo(sign(order.compare(one, other)));
    }

    @Provide
    Arbitrary<ProblemKey> problemKeys() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, ProblemKey.RECORDS),
                        Arbitraries.of(-1L, 0L, 1L, 3_000_000_000L),
                        Arbitraries.of(-1, 0, 1),
                        Arbitraries.longs().between(0, 3))
                .as(ProblemKey::new);
    }

    @Property
    void problems_are_ordered_by_rank_then_row_then_column_then_as_they_were_found(
            @ForAll("problemKeys") ProblemKey one, @ForAll("problemKeys") ProblemKey other) {
        List<Long> parts = parts(one);
        List<Long> others = parts(other);
        int first = 0;
        while (first < parts.size() && parts.get(first).equals(others.get(first))) {
            first++;
        }
        int expected = first == parts.size() ? 0 : parts.get(first).compareTo(others.get(first));

        assertThat(sign(one.compareTo(other))).isEqualTo(sign(expected));
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        assertThat(sign(other.compareTo(one))).isEqualTo(-sign(expected));
    }

    private static List<Long> parts(ProblemKey key) {
        return List.of((long) key.rank(), key.position(), (long) key.column(), key.sequence());
    }
}
