package org.usageflow.json.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.usageflow.json.dialect.DialectTexts.refusal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.command.CreateFile;
import org.usageflow.json.dialect.FileDocument.Event;
import org.usageflow.json.dialect.FileDocument.Period;
import org.usageflow.json.dialect.FileDocument.Stats;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.Actor;
import org.usageflow.model.ContractId;
import org.usageflow.model.Environment;
import org.usageflow.model.EventAction;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileKind;
import org.usageflow.model.FileNotes;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.Party;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RowCounts;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageTotals;
import org.usageflow.model.UserId;
import org.usageflow.model.Version;
import org.usageflow.testkit.UsageFixtures;

class FileMappingTest {

    static final UsageFileId ID = new UsageFileId("UF-2021-08-0001-0002");
    private static final Instant NOON = Instant.parse("2021-08-01T12:00:00Z");
    private static final Actor ANNA = new Actor(Party.VENDOR, UsageFixtures.VENDOR, new UserId("U-1"));
    private static final Actor SYSTEM = Actor.of(Party.SYSTEM, "system");

    private static final DialectNames NAMES = new DialectNames() {
        @Override
        public String product(ProductId id) {
            return "Vela Cloud";
        }

        @Override
        public String contract(ContractId id) {
            return "Vela with Dune";
        }

        @Override
        public String marketplace(MarketplaceId id) {
            return "Europe";
        }

        @Override
        public @Nullable String account(AccountId id) {
            return id.equals(UsageFixtures.VENDOR) ? "Vela Software" : null;
        }

        @Override
        public String user(UserId id) {
            return "Anna";
        }
    };

    static UsageFile draft(SchemaCode schema) {
        boolean priced = !schema.equals(UsageFixtures.QT);
        return UsageFile.draft(
                ID,
                new FileDetails(
                        "July",
                        "All of July",
                        "checked",
                        "ext-7",
                        UsageFixtures.PRODUCT,
                        UsageFixtures.CONTRACT,
                        UsageFixtures.MARKETPLACE,
                        UsageFixtures.VENDOR,
                        UsageFixtures.DISTRIBUTOR,
                        schema,
                        UsageFixtures.PERIOD_JULY,
                        priced ? UsageFixtures.EUR : null,
                        Environment.PREVIEW,
                        FileKind.ACTUAL),
                NOON);
    }

    private static UsageEvent event(long number, EventAction action, Actor by) {
        return new UsageEvent(
                ID,
                number,
                NOON.plusSeconds(number),
                action,
                UsageFileStatus.DRAFT,
                UsageFileStatus.DRAFT,
                by,
                null,
                null,
                Version.FIRST);
    }

    private static Event at(long second, @Nullable Reference by) {
        return new Event(NOON.plusSeconds(second), by);
    }

    @Nested
    class Documents {

        @Test
        void a_file_becomes_a_document_with_everything_it_has() {
            UsageFile file = draft(UsageFixtures.PR)
                    .change()
                    .status(UsageFileStatus.ACCEPTED)
                    .notes(new FileNotes("fine", "row 7?", "the worker stopped"))
                    .build();

            assertThat(FileDocument.of(file, List.of(), NAMES))
                    .isEqualTo(FileDocument.builder()
                            .id("UF-2021-08-0001-0002")
                            .name("July")
                            .description("All of July")
                            .note("checked")
                            .externalId("ext-7")
                            .status(UsageFileStatus.ACCEPTED)
                            .schema(UsageFixtures.PR)
                            .period(new Period(UsageFixtures.PERIOD_JULY.start(), UsageFixtures.PERIOD_JULY.end()))
                            .currency(UsageFixtures.EUR)
                            .environment(Environment.PREVIEW)
                            .product(new Reference("PRD-113-628-780", "Vela Cloud"))
                            .contract(new Reference("CRD-90574-88738-44763", "Vela with Dune"))
                            .marketplace(new Reference("MP-69876", "Europe"))
                            .vendor(new Reference("VA-674-253", "Vela Software"))
                            .provider(new Reference("PA-239-034", null))
                            .acceptanceNote("fine")
                            .rejectionNote("row 7?")
                            .errorDetail("the worker stopped")
                            .stats(new Stats(0L, 0L, 0L, 0L, 0L))
                            .events(FileEvents.builder().created(at(0, null)).build())
                            .build());
        }

        @Test
        void a_schema_without_amounts_has_no_currency_and_unnamed_things_no_names() {
            String text = DialectTexts.text(FileDocument.of(draft(UsageFixtures.QT), List.of(), DialectNames.NONE));

            assertThat(text)
                    .contains("\"schema\":\"qt\"", "\"product\":{\"id\":\"PRD-113-628-780\"}")
                    .doesNotContain("currency");
        }

        @ParameterizedTest
        @EnumSource(UsageFileStatus.class)
        void every_status_is_written_as_the_life_cycle_has_it(UsageFileStatus status) {
            UsageFile file = draft(UsageFixtures.QT).change().status(status).build();

            assertThat(DialectTexts.text(FileDocument.of(file, List.of(), DialectNames.NONE)))
                    .contains("\"status\":\"" + status.name().toLowerCase(java.util.Locale.ROOT) + "\"");
        }

        @Test
        void stats_count_rows_of_the_upload_and_records_where_they_stand() {
            var counts = new RecordCounts(Map.of(
                    RecordStatus.SUSPENDED, 1L,
                    RecordStatus.PENDING, 2L,
                    RecordStatus.ACCEPTED, 3L,
                    RecordStatus.CLOSED, 4L));
            var upload =
                    new Upload("a".repeat(64), 100, null, NOON, true, new RowCounts(10, 9, 1, 1), UsageTotals.NONE);
            UsageFile file = draft(UsageFixtures.QT)
                    .change()
                    .counts(counts)
                    .upload(upload)
                    .build();

            assertThat(FileDocument.of(file, List.of(), DialectNames.NONE).stats())
                    .isEqualTo(new Stats(10L, 9L, 2L, 3L, 4L));
        }

        @Test
        void appended_records_count_as_uploaded_before_they_are_judged() {
            UsageFile file = draft(UsageFixtures.QT)
                    .change()
                    .counts(new RecordCounts(Map.of(RecordStatus.UPLOADED, 7L)))
                    .build();

            assertThat(FileDocument.of(file, List.of(), DialectNames.NONE).stats())
                    .isEqualTo(new Stats(7L, 0L, 0L, 0L, 0L));
        }

        @Test
        void of_each_kind_the_last_event_is_told() {
            List<UsageEvent> history = List.of(
                    event(7, EventAction.UPLOAD, UsageFixtures.vendor()),
                    event(1, EventAction.CREATE, ANNA),
                    event(2, EventAction.APPEND, ANNA),
                    event(3, EventAction.UPLOAD, ANNA),
                    event(4, EventAction.PROCESS, SYSTEM),
                    event(5, EventAction.SUBMIT, ANNA),
                    event(6, EventAction.REJECT, SYSTEM),
                    event(8, EventAction.SUBMIT, ANNA),
                    event(9, EventAction.ACCEPT, UsageFixtures.distributor()),
                    event(10, EventAction.CLOSE_RECORDS, ANNA),
                    event(11, EventAction.CLOSE, SYSTEM),
                    event(12, EventAction.DELETE, ANNA));
            Reference anna = new Reference("U-1", "Anna");

            FileEvents events =
                    FileDocument.of(draft(UsageFixtures.QT), history, NAMES).events();

            assertThat(events)
                    .isEqualTo(FileEvents.builder()
                            .created(at(1, anna))
                            .uploaded(at(7, new Reference("VA-674-253", "Vela Software")))
                            .submitted(at(8, anna))
                            .accepted(at(9, Reference.to("PA-239-034")))
                            .rejected(at(6, null))
                            .closed(at(11, null))
                            .deleted(at(12, anna))
                            .build());
        }

        @Test
        void records_that_were_appended_last_count_as_the_upload() {
            List<UsageEvent> history =
                    List.of(event(1, EventAction.UPLOAD, ANNA), event(2, EventAction.APPEND, SYSTEM));

            assertThat(FileDocument.of(draft(UsageFixtures.QT), history, NAMES)
                            .events()
                            .uploaded())
                    .isEqualTo(at(2, null));
        }

        @Test
        void another_files_event_is_refused() {
            UsageFile other = UsageFile.draft(
                    new UsageFileId("UF-2021-08-0001-0003"),
                    draft(UsageFixtures.QT).details(),
                    NOON);

            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            FileDocument.of(other, List.of(event(1, EventAction.CREATE, ANNA)), DialectNames.NONE));
        }
    }

    @Nested
    class Commands {

        private static final String REQUEST = """
                {"name":"July","description":"d","note":"n","external_id":"ext-7","currency":"USD","environment":"test",
                 "period":{"from":"2021-07-01T00:00:00Z","to":"2021-07-31T23:59:59Z"},"product":{"id":"PRD-113-628-780"},
                 "contract":{"id":"CRD-90574-88738-44763"},"marketplace":{"id":"MP-69876"}}""";

        @Test
        void a_request_becomes_the_command_that_creates_the_file() {
            CreateFile plain = CreateFile.of(
                    "July",
                    UsageFixtures.PRODUCT,
                    UsageFixtures.CONTRACT,
                    UsageFixtures.MARKETPLACE,
                    UsageFixtures.PERIOD_JULY);

            assertThat(DialectTexts.file(REQUEST).toCommand())
                    .isEqualTo(plain.withTexts("d", "n")
                            .withExternalId("ext-7")
                            .withCurrency(java.util.Currency.getInstance("USD"))
                            .in(Environment.PREVIEW));
            assertThat(DialectTexts.file(REQUEST).toBuilder()
                            .description(null)
                            .note(null)
                            .externalId(null)
                            .currency(null)
                            .environment(null)
                            .build()
                            .toCommand())
                    .isEqualTo(plain);
        }

        @Test
        void what_is_missing_is_named() {
            FileDocument file = DialectTexts.file(REQUEST);

            assertMissing(file.toBuilder().name(null).build(), "/name");
            assertMissing(file.toBuilder().product(null).build(), "/product/id");
            assertMissing(file.toBuilder().product(new Reference(null, "Vela")).build(), "/product/id");
            assertMissing(file.toBuilder().contract(null).build(), "/contract/id");
            assertMissing(file.toBuilder().marketplace(null).build(), "/marketplace/id");
            assertMissing(file.toBuilder().period(null).build(), "/period/from");
            assertMissing(file.toBuilder().period(new Period(NOON, null)).build(), "/period/to");
        }

        private static void assertMissing(FileDocument file, String pointer) {
            DialectException refusal = refusal(file::toCommand);

            assertThat(refusal.pointer()).isEqualTo(pointer);
            assertThat(refusal.reason()).isEqualTo("is missing");
        }

        @Test
        void what_cannot_be_is_named() {
            FileDocument file = DialectTexts.file(REQUEST);
            FileDocument blank = file.toBuilder().contract(Reference.to(" ")).build();
            FileDocument reversed =
                    file.toBuilder().period(new Period(NOON, NOON)).build();

            assertThat(refusal(blank::toCommand).getMessage())
                    .isEqualTo("/contract/id cannot be one: ContractId is blank");
            assertThat(refusal(reversed::toCommand).getMessage()).isEqualTo("/period/to does not lie after its start");
        }
    }
}
