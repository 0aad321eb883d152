package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.usageflow.command.CreateFile;
import org.usageflow.command.EditFile;
import org.usageflow.error.ExternalIdConflictException;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Capabilities;
import org.usageflow.model.ContractId;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.query.FileQuery;
import org.usageflow.testkit.UsageFixtures;

/** Creating a file may carry an external id: the same request again gives the first result, a different one is a conflict (rules §10). */
class IdempotencyTest {

    private static final CreateFile REQUEST =
            Ladder.july("July").withTexts("what it is", "what to know").withExternalId("EXT-7");

    @TempDir
    Path directory;

    private DeskWorld world;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
    }

    private static CreateFile with(MarketplaceId marketplace, ContractId contract, UsagePeriod period) {
        return new CreateFile(
                REQUEST.name(),
                REQUEST.description(),
                REQUEST.note(),
                REQUEST.externalId(),
                REQUEST.product(),
                contract,
                marketplace,
                period,
                Currency.getInstance("EUR"),
                REQUEST.environment(),
                REQUEST.kind());
    }

    private long files() {
        return world.files.list(FileQuery.ALL.withCount(), Parties.OWNER).total();
    }

    @Test
    void the_same_request_again_gives_the_first_file() {
        UsageFile first = world.files.create(REQUEST, Parties.OWNER);

        UsageFile again = world.files.create(REQUEST, Parties.OWNER);

        assertThat(again).isEqualTo(first);
        assertThat(files()).isEqualTo(1);
        assertThat(world.history(first.id())).hasSize(1);
        assertThat(world.heard).hasSize(1);
    }

    @Test
    void the_same_request_gives_the_first_file_after_it_was_edited() {
        UsageFileId id = world.files.create(REQUEST, Parties.OWNER).id();
        var day = new UsagePeriod(
                UsageFixtures.PERIOD_JULY.start(),
                UsageFixtures.PERIOD_JULY.start().plusSeconds(86_400));
        UsageFile edited = world.files.edit(new EditFile(id, null, "Other", "else", null, day, null), Parties.OWNER);

        UsageFile again = world.files.create(REQUEST, Parties.OWNER);

        assertThat(again).isEqualTo(edited);
        assertThatThrownBy(() -> world.files.create(
                        Ladder.july("Other").withTexts("else", null).withExternalId("EXT-7"), Parties.OWNER))
                .isInstanceOf(ExternalIdConflictException.class);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(UsageFileStatus.class)
    void the_same_request_gives_the_first_file_in_whichever_status(UsageFileStatus status) {
        UsageFile first = world.ladder().command(REQUEST).at(status);
        world.clock.advance(Duration.ofDays(3_650));

        UsageFile again = world.files.create(REQUEST, Parties.OWNER);

        assertThat(again).isEqualTo(first);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void the_same_request_gives_the_first_file_though_the_vendor_may_not_report_any_more() {
        UsageFile first = world.files.create(REQUEST, Parties.OWNER);
        world.host.become(Parties.reference(Capabilities.NONE).build());

        assertThat(world.files.create(REQUEST, Parties.OWNER)).isEqualTo(first);
    }

    @Test
    void the_same_request_for_an_estimate_gives_the_first_file_though_the_period_is_over() {
        CreateFile request = REQUEST.as(FileKind.ESTIMATE);
        UsageFile first = world.files.create(request, Parties.OWNER);
        world.clock.advance(Duration.ofDays(60));

        assertThat(world.files.create(request, Parties.OWNER)).isEqualTo(first);
    }

    static Stream<Arguments> differences() {
        var other = new UsagePeriod(
                UsageFixtures.PERIOD_JULY.start(),
                UsageFixtures.PERIOD_JULY.end().minusSeconds(86_400));
        return Stream.of(
                Arguments.of("name", Ladder.july("Juli").withTexts("what it is", "what to know")),
                Arguments.of("description", REQUEST.withTexts("else", REQUEST.note())),
                Arguments.of("note", REQUEST.withTexts(REQUEST.description(), null)),
                Arguments.of("contract", with(REQUEST.marketplace(), Parties.RESALE, REQUEST.period())),
                Arguments.of("marketplace", with(Parties.FREE_MARKETPLACE, REQUEST.contract(), REQUEST.period())),
                Arguments.of("period", with(REQUEST.marketplace(), REQUEST.contract(), other)),
                Arguments.of("environment", REQUEST.in(Environment.PREVIEW)),
                Arguments.of("kind", REQUEST.as(FileKind.ESTIMATE)),
                Arguments.of("currency", REQUEST.withCurrency(Currency.getInstance("USD"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void a_different_request_is_a_conflict_that_names_the_field(String field, CreateFile different) {
        UsageFile first = world.files.create(REQUEST, Parties.OWNER);

        Outcome<UsageFile> outcome =
                Outcome.of(() -> world.files.create(different.withExternalId("EXT-7"), Parties.OWNER));

        ExternalIdConflictException conflict = outcome.failedWith(ExternalIdConflictException.class);
        assertThat(conflict.fields()).containsExactly(field);
        assertThat(conflict.existing()).isEqualTo(first.id());
        assertThat(files()).isEqualTo(1);
        assertThat(world.file(first.id())).isEqualTo(first);
    }

    @Test
    void a_request_that_differs_in_several_fields_names_all_of_them() {
        world.files.create(REQUEST, Parties.OWNER);
        CreateFile different = Ladder.july("Juli")
                .withExternalId("EXT-7")
                .in(Environment.PREVIEW)
                .as(FileKind.ESTIMATE)
                .withCurrency(Currency.getInstance("USD"));

        Outcome<UsageFile> outcome = Outcome.of(() -> world.files.create(different, Parties.OWNER));

        assertThat(outcome.failedWith(ExternalIdConflictException.class).fields())
                .containsExactlyInAnyOrder("name", "description", "note", "environment", "kind", "currency");
    }

    @Test
    void the_marketplaces_currency_is_the_same_whether_named_or_not() {
        UsageFile unnamed = world.files.create(REQUEST, Parties.OWNER);

        assertThat(world.files.create(REQUEST.withCurrency(UsageFixtures.EUR), Parties.OWNER))
                .isEqualTo(unnamed);
    }

    @Test
    void a_schema_without_amounts_does_not_look_at_the_currency() {
        world = DeskWorld.setup(directory).schema(UsageFixtures.QT).build();
        UsageFile first = world.files.create(REQUEST, Parties.OWNER);

        assertThat(world.files.create(REQUEST.withCurrency(UsageFixtures.EUR), Parties.OWNER))
                .isEqualTo(first);
    }

    @Test
    void requests_without_an_external_id_make_a_file_each() {
        world.files.create(REQUEST.withExternalId(null), Parties.OWNER);
        world.files.create(REQUEST.withExternalId(null), Parties.OWNER);

        assertThat(files()).isEqualTo(2);
    }

    @Test
    void an_id_that_the_source_gives_again_is_asked_for_again() {
        var ids = List.of("0001", "0001", "0001", "0002").iterator();
        world = DeskWorld.setup(directory)
                .ids(month -> new UsageFileId("UF-" + month + "-0000-" + ids.next()))
                .build();

        UsageFile first = world.files.create(Ladder.july("One"), Parties.OWNER);
        UsageFile second = world.files.create(Ladder.july("Two"), Parties.OWNER);

        assertThat(first.id()).isEqualTo(new UsageFileId("UF-2021-07-0000-0001"));
        assertThat(second.id()).isEqualTo(new UsageFileId("UF-2021-07-0000-0002"));
    }
}
