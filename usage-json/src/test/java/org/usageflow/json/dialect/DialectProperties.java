package org.usageflow.json.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.json.dialect.DialectTexts.DIALECT;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.usageflow.json.dialect.FileDocument.Event;
import org.usageflow.json.dialect.FileDocument.Period;
import org.usageflow.json.dialect.FileDocument.Stats;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Environment;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.arbitrary.UsageArbitraries;

class DialectProperties {

    @Property(tries = 500)
    void a_file_comes_back_equal(@ForAll("files") FileDocument file) {
        assertThat(DialectTexts.file(DialectTexts.text(file))).isEqualTo(file);
    }

    @Property(tries = 500)
    void a_record_comes_back_equal(@ForAll("documents") RecordDocument record) {
        assertThat(DialectTexts.record(DialectTexts.text(record))).isEqualTo(record);
    }

    @Property(tries = 200)
    void records_come_back_equal_and_in_order(@ForAll("lists") List<RecordDocument> records) {
        String text = DialectTexts.written(target -> DIALECT.writeRecords(records, target));

        assertThat(DialectTexts.records(text)).isEqualTo(records);
        assertThat(text.lines().count()).isEqualTo(records.isEmpty() ? 1 : records.size() + 2);
    }

    @Property(tries = 300)
    void a_file_of_any_case_of_its_words_and_with_members_in_any_place_is_the_same(@ForAll("files") FileDocument file) {
        String text = DialectTexts.text(file);
        String more = "{\"first\":[1,{}]" + (text.equals("{}") ? "" : ",") + text.substring(1);

        FileDocument read = DialectTexts.file(more);

        assertThat(read.unknown()).containsExactly(java.util.Map.entry("/first", "[1,{}]"));
        assertThat(read.toBuilder().unknown(java.util.Map.of()).build()).isEqualTo(file);
    }

    @Property(tries = 2_000)
    void bytes_of_any_kind_give_a_document_or_a_refusal(@ForAll("texts") String text) {
        DialectException refusal = DialectTexts.refusal(() -> DialectTexts.record(text));

        assertThat(refusal == null || !refusal.reason().isEmpty()).isTrue();
    }

    @Property(tries = 500)
    void a_text_cut_anywhere_is_refused(@ForAll("documents") RecordDocument record, @ForAll int place) {
        byte[] whole = DialectTexts.text(record).getBytes(StandardCharsets.UTF_8);
        byte[] part = java.util.Arrays.copyOf(whole, Math.floorMod(place, whole.length));

        assertThat(DialectTexts.refusal(() -> DialectTexts.record(part))).isNotNull();
    }

    @Property(tries = 1_000)
    void numbers_come_back_exactly_as_numbers_and_as_strings(@ForAll("numbers") BigDecimal number) {
        BigDecimal canonical = RecordDocument.builder().usage(number).build().usage();

        assertThat(canonical).isEqualByComparingTo(number);
        assertThat(DialectTexts.record("{\"usage\":" + number + "}").usage()).isEqualTo(canonical);
        assertThat(DialectTexts.record("{\"usage\":\"" + number.toPlainString() + "\"}")
                        .usage())
                .isEqualTo(canonical);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.strings()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(38)
                .flatMap(digits -> Arbitraries.integers()
                        .between(digits.length() - 38, digits.length())
                        .map(scale -> new BigDecimal(new java.math.BigInteger(digits), Math.min(scale, 38))))
                .flatMap(number -> Arbitraries.of(number, number.negate()));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"",
                "\"id\"",
                "\"usage\"",
                "\"item\"",
                "\"params\"",
                "\"parameter_name\"",
                "\"start_date\"",
                "\"2021-07-01T00:00:00Z\"",
                "1",
                "-",
                ".",
                "e",
                "9",
                "null",
                "true",
                "\\",
                "\\ud800",
                " ",
                "\n",
                "\u0000",
                "é",
                "\"status\"",
                "\"valid\"",
                "\"error_codes\"",
                "\"x\"",
                "{\"id\":1}");
        return pieces.list().ofMaxSize(14).map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                        UsageArbitraries.plainText(),
                        UsageArbitraries.nastyText(),
                        UsageArbitraries.blankText(),
                        UsageArbitraries.forbiddenText())
                .injectNull(0.3);
    }

    private static Arbitrary<String> word() {
        return UsageArbitraries.nastyText();
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(0, 7_258_118_399L)
                .flatMap(second -> Arbitraries.of(0, 1, 500_000_000, 999_999_999)
                        .map(nanos -> Instant.ofEpochSecond(second, nanos)))
                .injectNull(0.3);
    }

    private static Arbitrary<Long> counts() {
        return Arbitraries.longs().between(0, 999_999_999_999_999_999L).injectNull(0.3);
    }

    private static Arbitrary<Reference> references() {
        return Combinators.combine(word(), text()).as(Reference::new).injectNull(0.3);
    }

    private static Arbitrary<Event> events() {
        return Combinators.combine(times().filter(each -> each != null), references())
                .as(Event::new)
                .injectNull(0.3);
    }

    @Provide
    Arbitrary<FileDocument> files() {
        Arbitrary<FileDocument.Builder> texts = Combinators.combine(text(), text(), text(), text(), text(), text())
                .as((id, name, description, note, externalId, detail) -> FileDocument.builder()
                        .id(id)
                        .name(name)
                        .description(description)
                        .note(note)
                        .externalId(externalId)
                        .acceptanceNote(note)
                        .rejectionNote(detail)
                        .errorDetail(detail));
        Arbitrary<Stats> stats = Combinators.combine(counts(), counts(), counts())
                .as((some, more, most) -> new Stats(1L, some, more, most, some))
                .injectNull(0.3);
        Arbitrary<FileEvents> history = Combinators.combine(events(), events(), events(), events())
                .as((a, b, c, d) -> FileEvents.builder()
                        .created(a)
                        .uploaded(b)
                        .submitted(c)
                        .accepted(d)
                        .rejected(a)
                        .closed(b)
                        .deleted(new Event(null, Reference.to("U")))
                        .build())
                .injectNull(0.3);
        Arbitrary<FileDocument.Builder> parts = Combinators.combine(
                        texts, references(), references(), references(), stats, history)
                .as((file, a, b, c, numbers, all) -> file.product(a)
                        .contract(b)
                        .marketplace(c)
                        .vendor(a)
                        .provider(b)
                        .stats(numbers)
                        .events(all));
        return Combinators.combine(
                        parts,
                        UsageArbitraries.schemaCodes().injectNull(0.3),
                        times(),
                        Arbitraries.of(UsageFileStatus.class).injectNull(0.3),
                        Arbitraries.of(Environment.class).injectNull(0.3),
                        Arbitraries.of(UsageFixtures.EUR).injectNull(0.3))
                .as((file, schema, time, status, environment, currency) -> file.schema(schema)
                        .period(time == null ? null : new Period(time, null))
                        .status(status)
                        .environment(environment)
                        .currency(currency)
                        .build());
    }

    @Provide
    Arbitrary<List<RecordDocument>> lists() {
        return documents().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<RecordDocument> documents() {
        Arbitrary<RecordItem> items = Combinators.combine(word(), text(), text())
                .as((id, name, mpn) -> RecordItem.builder()
                        .id(id)
                        .localId(name)
                        .mpn(mpn)
                        .name(name)
                        .type("ppu")
                        .precision(mpn)
                        .unit(name)
                        .build())
                .injectNull(0.3);
        Arbitrary<RecordAsset> assets = Combinators.combine(word(), text(), text(), text())
                .as(RecordAsset::new)
                .injectNull(0.3);
        Arbitrary<RecordCategory> categories = Combinators.combine(word(), text(), text())
                .as(RecordCategory::new)
                .injectNull(0.3);
        Arbitrary<List<RecordParameter>> params = Combinators.combine(word(), text())
                .as(RecordParameter::new)
                .list()
                .ofMaxSize(3);
        Arbitrary<RecordDocument.Builder> parts = Combinators.combine(items, assets, categories, params, numbers())
                .as((item, asset, category, all, number) -> RecordDocument.builder()
                        .item(item)
                        .asset(asset)
                        .category(category)
                        .params(all)
                        .usage(number)
                        .amount(item == null ? null : number.negate())
                        .multiplier(asset == null ? null : 1)
                        .tier(category == null ? null : UsageFixtures.TIER_2)
                        .usagefile(item == null ? null : new RecordFile(item.id(), item.name(), null, null)));
        Arbitrary<RecordDocument.Builder> more = Combinators.combine(
                        parts,
                        times(),
                        times(),
                        text(),
                        text(),
                        Arbitraries.of(DialectStatus.class).injectNull(0.3))
                .as((record, start, end, id, note, status) -> record.id(id)
                        .startDate(start)
                        .endDate(end)
                        .closedAt(end)
                        .closedBy(note)
                        .productId(note)
                        .status(status)
                        .externalBillingId(id)
                        .externalBillingNote(note)
                        .itemId(id)
                        .assetId(note)
                        .resourceLocalId(id)
                        .assetExternalId(note)
                        .assetExternalUid(id));
        Arbitrary<List<String>> errors = Arbitraries.oneOf(word(), UsageArbitraries.forbiddenText())
                .list()
                .ofMaxSize(3);
        return Combinators.combine(more, errors, errors)
                .as((record, codes, details) ->
                        record.errorCodes(codes).errorDetails(details).build());
    }
}
