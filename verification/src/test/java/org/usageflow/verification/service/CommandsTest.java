package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.usageflow.command.AcceptFile;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CloseFile;
import org.usageflow.command.CloseRecord;
import org.usageflow.command.CreateFile;
import org.usageflow.command.DeleteFile;
import org.usageflow.command.EditFile;
import org.usageflow.command.RejectFile;
import org.usageflow.command.SubmitFile;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.InvalidCommandException.Violation;
import org.usageflow.error.PrerequisitesException;
import org.usageflow.error.RefusedException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Capabilities;
import org.usageflow.model.Contract;
import org.usageflow.model.Listing;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.Product;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.query.FileQuery;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.InMemoryReferenceData;

/** What every command has in common: versions (rules §10), constraints with all that violates them, and the prerequisites of creating (rules §2). */
class CommandsTest {

    private static final String LONG = "x".repeat(4_001);

    @TempDir
    Path directory;

    private DeskWorld world;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
    }

    @FunctionalInterface
    interface Command {
        Object run(DeskWorld world, UsageFileId file, Version version);
    }

    private static Arguments command(String name, UsageFileStatus status, Command command) {
        return Arguments.of(name, status, command);
    }

    static Stream<Arguments> versioned() {
        return Stream.of(
                command(
                        "edit",
                        UsageFileStatus.DRAFT,
                        (world, file, version) -> world.files.edit(
                                new EditFile(file, version, "Other", null, null, UsageFixtures.PERIOD_JULY, null),
                                Parties.OWNER)),
                command(
                        "append",
                        UsageFileStatus.DRAFT,
                        (world, file, version) -> world.files.append(
                                new AppendRecords(file, version, world.rows.all("A")), Parties.OWNER)),
                command(
                        "submit",
                        UsageFileStatus.READY,
                        (world, file, version) -> world.files.submit(new SubmitFile(file, version), Parties.OWNER)),
                command(
                        "accept",
                        UsageFileStatus.PENDING,
                        (world, file, version) ->
                                world.files.accept(new AcceptFile(file, version, null), Parties.BUYER)),
                command(
                        "reject",
                        UsageFileStatus.PENDING,
                        (world, file, version) ->
                                world.files.reject(new RejectFile(file, version, "no"), Parties.BUYER)),
                command(
                        "delete",
                        UsageFileStatus.READY,
                        (world, file, version) -> world.files.delete(new DeleteFile(file, version), Parties.OWNER)),
                command(
                        "close",
                        UsageFileStatus.ACCEPTED,
                        (world, file, version) ->
                                world.files.close(new CloseFile(file, version, "INV", null), Parties.BUYER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versioned")
    void a_command_on_another_version_is_refused_with_both(String name, UsageFileStatus status, Command command) {
        UsageFile file = world.ladder().at(status);
        var before = world.snapshot(file.id());
        Version seen = new Version(file.version().number() + 1);

        Outcome<Object> outcome = Outcome.of(() -> command.run(world, file.id(), seen));

        StaleVersionException stale = outcome.failedWith(StaleVersionException.class);
        assertThat(stale.subject()).isEqualTo(file.id().value());
        assertThat(stale.expected()).isEqualTo(seen);
        assertThat(stale.actual()).isEqualTo(file.version());
        assertThat(world.snapshot(file.id())).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versioned")
    void a_command_on_the_version_that_is_kept_is_done_once(String name, UsageFileStatus status, Command command) {
        UsageFile file = world.ladder().at(status);

        Outcome<Object> first = Outcome.of(() -> command.run(world, file.id(), file.version()));
        Outcome<Object> second = Outcome.of(() -> command.run(world, file.id(), file.version()));

        assertThat(first.isDone()).isTrue();
        assertThat(world.file(file.id()).version()).isEqualTo(file.version().next());
        second.failedWith(StaleVersionException.class);
    }

    @Test
    void a_record_is_closed_on_the_version_that_is_kept() {
        UsageFileId id = world.ladder().id(UsageFileStatus.ACCEPTED);
        UsageRecordId record = world.records(id).get(0).id();
        Version version = world.records(id).get(0).version();

        Outcome<Object> other = Outcome.of(
                () -> world.records.close(new CloseRecord(record, new Version(77), "INV", null), Parties.BUYER));
        world.records.close(new CloseRecord(record, version, "INV", null), Parties.BUYER);

        StaleVersionException stale = other.failedWith(StaleVersionException.class);
        assertThat(stale.subject()).isEqualTo(record.value());
        assertThat(stale.expected()).isEqualTo(new Version(77));
        assertThat(stale.actual()).isEqualTo(version);
    }

    static Stream<Arguments> violating() {
        var id = new UsageFileId("UF-2021-07-0000-0001");
        var create = new CreateFile(" ", LONG, LONG, "", null, null, null, null, null, null, null);
        return Stream.of(
                Arguments.of(
                        List.of(
                                "contract",
                                "description",
                                "environment",
                                "externalId",
                                "kind",
                                "marketplace",
                                "name",
                                "note",
                                "period",
                                "product"),
                        (Command) (world, file, version) -> world.files.create(create, Parties.OWNER)),
                Arguments.of(
                        List.of("description", "file", "name", "note", "period"), (Command) (world, file, version) ->
                                world.files.edit(new EditFile(null, null, "", LONG, LONG, null, null), Parties.OWNER)),
                Arguments.of(List.of("file", "records"), (Command) (world, file, version) ->
                        world.files.append(new AppendRecords(null, null, List.of()), Parties.OWNER)),
                Arguments.of(List.of("file"), (Command)
                        (world, file, version) -> world.files.submit(new SubmitFile(null, null), Parties.OWNER)),
                Arguments.of(List.of("file", "note"), (Command)
                        (world, file, version) -> world.files.accept(new AcceptFile(null, null, LONG), Parties.BUYER)),
                Arguments.of(List.of("file", "note"), (Command)
                        (world, file, version) -> world.files.reject(new RejectFile(null, null, " "), Parties.BUYER)),
                Arguments.of(List.of("file"), (Command)
                        (world, file, version) -> world.files.delete(new DeleteFile(null, null), Parties.OWNER)),
                Arguments.of(List.of("billingId", "note"), (Command)
                        (world, file, version) -> world.files.close(new CloseFile(id, null, "", LONG), Parties.BUYER)),
                Arguments.of(List.of("billingId", "note", "record"), (Command) (world, file, version) ->
                        world.records.close(new CloseRecord(null, null, "y".repeat(256), LONG), Parties.BUYER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violating")
    void a_command_is_refused_with_every_constraint_that_it_violates(List<String> fields, Command command) {
        Outcome<Object> outcome = Outcome.of(() -> command.run(world, null, null));

        InvalidCommandException invalid = outcome.failedWith(InvalidCommandException.class);
        assertThat(invalid.violations()).extracting(Violation::field).containsExactlyElementsOf(fields);
        assertThat(invalid.violations()).extracting(Violation::message).noneMatch(String::isBlank);
        assertThat(world.watch.calls()).isEmpty();
    }

    private static InMemoryReferenceData.Builder reference() {
        return Parties.reference(new Capabilities(false, PayAsYouGo.of(UsageFixtures.PR)));
    }

    private static Contract contract(boolean program, boolean distribution) {
        Contract active = UsageFixtures.world(UsageFixtures.PR).contract();
        return new Contract(active.id(), active.name(), active.vendor(), active.buyer(), program, distribution);
    }

    static Stream<Arguments> prerequisites() {
        Listing listing = UsageFixtures.world(UsageFixtures.PR).listing();
        var unlisted = new Listing(listing.id(), listing.product(), listing.contract(), listing.marketplace(), false);
        Product product = UsageFixtures.world(UsageFixtures.PR).product();
        var without = new Product(product.id(), product.name(), product.vendor(), Capabilities.NONE, List.of());
        return Stream.of(
                Arguments.of(
                        ProblemCode.PREREQUISITE_PROGRAM_CONTRACT,
                        reference().contract(contract(false, true)).build()),
                Arguments.of(
                        ProblemCode.PREREQUISITE_DISTRIBUTION_CONTRACT,
                        reference().contract(contract(true, false)).build()),
                Arguments.of(
                        ProblemCode.PREREQUISITE_CAPABILITY,
                        reference().product(without).build()),
                Arguments.of(
                        ProblemCode.PREREQUISITE_LISTING,
                        reference().listing(unlisted).build()));
    }

    private List<ProblemCode> lacking(CreateFile command) {
        return Outcome.of(() -> world.files.create(command, Parties.OWNER))
                .failedWith(PrerequisitesException.class)
                .problems()
                .stream()
                .map(Problem::code)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("prerequisites")
    void a_draft_is_not_created_without_a_prerequisite(ProblemCode code, InMemoryReferenceData data) {
        world.host.become(data);

        assertThat(lacking(Ladder.july("July"))).containsExactly(code);
        assertThat(world.files.list(FileQuery.ALL, Parties.SYSTEM).items()).isEmpty();
    }

    @Test
    void a_draft_is_not_created_without_items_and_every_reason_is_named() {
        var bare = InMemoryReferenceData.builder()
                .product(UsageFixtures.world(Capabilities.NONE).product())
                .contract(contract(false, false))
                .marketplace(UsageFixtures.world(UsageFixtures.PR).marketplace());
        world.host.become(bare.build());

        assertThat(lacking(Ladder.july("July")))
                .containsExactly(
                        ProblemCode.PREREQUISITE_PROGRAM_CONTRACT,
                        ProblemCode.PREREQUISITE_DISTRIBUTION_CONTRACT,
                        ProblemCode.PREREQUISITE_CAPABILITY,
                        ProblemCode.PREREQUISITE_ITEMS,
                        ProblemCode.PREREQUISITE_LISTING);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Person.class,
            names = {"DISTRIBUTOR", "LOWER_RESELLER", "SYSTEM"})
    void nobody_but_a_vendor_creates(Person person) {
        Outcome<UsageFile> outcome = Outcome.of(() -> world.files.create(Ladder.july("July"), person.actor));

        ActionRefusedException refused = outcome.failedWith(ActionRefusedException.class);
        assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_ALLOWED_TO_ACTOR);
        assertThat(refused.action()).isEqualTo("CREATE");
        assertThat(refused.status()).isNull();
        assertThat(refused.allowed()).isEmpty();
    }

    @Test
    void a_currency_that_contradicts_the_marketplace_is_refused() {
        Outcome<UsageFile> outcome = Outcome.of(
                () -> world.files.create(Ladder.july("July").withCurrency(Currency.getInstance("USD")), Parties.OWNER));

        assertThat(outcome.failedWith(RefusedException.class).code()).isEqualTo("CURRENCY_CONTRADICTS_MARKETPLACE");
    }
}
