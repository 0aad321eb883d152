package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.usageflow.command.CreateFile;
import org.usageflow.core.Usageflow;
import org.usageflow.error.NotFoundException;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.ContractId;
import org.usageflow.model.PartFileId;
import org.usageflow.model.ProductId;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.UsageFileId;
import org.usageflow.testkit.UsageFixtures;

/** What is not yours is as if it were not there: whatever is asked, the answer is the same and cost the same calls (rules §4.1, §5). */
class NonExistenceProperties {

    private static final Path DIRECTORY = directory();
    private static final DeskWorld WORLD = DeskWorld.in(DIRECTORY);
    private static final Map<Scene, Map<UsageFileStatus, Question.Target>> TARGETS = new EnumMap<>(Scene.class);

    private static Path directory() {
        try {
            return Files.createTempDirectory("usageflow-service-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void removeDirectory() throws IOException {
        try (Stream<Path> paths = Files.walk(DIRECTORY)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** A file of every kind in every status that is never changed, because nobody who asks may see it. */
    private static Question.Target target(Scene scene, UsageFileStatus status) {
        return TARGETS.computeIfAbsent(scene, any -> new EnumMap<>(UsageFileStatus.class))
                .computeIfAbsent(status, any -> {
                    UsageFileId file = scene.at(status, WORLD).id();
                    if (scene.isBilled() && Rulebook.BUYER_SEES.contains(status)) {
                        reconciled(file, scene.buyer().actor);
                    }
                    return Question.Target.of(file, 1);
                });
    }

    private static void reconciled(UsageFileId file, Actor buyer) {
        byte[] rows = "system_record_id,external_billing_id\n".getBytes(StandardCharsets.UTF_8);
        WORLD.usage.reconciliations().upload(file, WORLD.rows.bytes(rows), buyer);
    }

    @Provide
    Arbitrary<Question> questions() {
        return Arbitraries.of(Question.ALL.values());
    }

    /** An answer, with the ids taken out, and the calls that it took. */
    private record Answer(String words, Class<?> type, List<String> calls) {

        static Answer to(Question question, Question.Target target, Actor actor) {
            WORLD.watch.forget();
            Outcome<Object> outcome = Outcome.of(() -> question.ask(WORLD, target, actor));
            Object said = outcome.isDone() ? outcome.value() : outcome.failure().getMessage();
            return new Answer(
                    target.anonymous(said.toString()),
                    outcome.isDone()
                            ? outcome.value().getClass()
                            : outcome.failure().getClass(),
                    WORLD.watch.calls());
        }
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void what_is_not_yours_is_as_if_it_were_not_there(
            @ForAll Scene scene,
            @ForAll UsageFileStatus status,
            @ForAll Person person,
            @ForAll("questions") Question question,
            @ForAll @IntRange(min = 1, max = 99_999_999) int number) {
        Assume.that(scene.reaches(status) && !person.sees(scene, status));
        Question.Target foreign = target(scene, status);
        Question.Target absent = absent(number);
        Assume.that(Outcome.of(() -> WORLD.file(absent.file())).failure() != null);
        var before = WORLD.snapshot(foreign.file());

        Answer toForeign = Answer.to(question, foreign, person.actor);
        Answer toAbsent = Answer.to(question, absent, person.actor);

        assertThat(toForeign).as(question.name()).isEqualTo(toAbsent);
        assertThat(toForeign.words()).contains("there is no ");
        assertThat(WORLD.snapshot(foreign.file())).isEqualTo(before);
    }

    private static Question.Target absent(int number) {
        String digits = Integer.toString(100_000_000 + number).substring(1);
        var file = new UsageFileId("UF-2020-02-" + digits.substring(0, 4) + "-" + digits.substring(4));
        return Question.Target.of(file, number);
    }

    /** A reseller down the chain sees the file, and of its records its own alone. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void a_record_of_another_chain_is_as_if_it_were_not_there(
            @ForAll("recordQuestions") Question question, @ForAll boolean closed) {
        UsageFileId file = closed ? MixedFile.CLOSED : MixedFile.ACCEPTED;
        var foreign = Question.Target.of(file, 2);
        var absent = Question.Target.of(file, 3);

        Answer toForeign = Answer.to(question, foreign, Parties.LOWER_RESELLER);
        Answer toAbsent = Answer.to(question, absent, Parties.LOWER_RESELLER);

        assertThat(toForeign).isEqualTo(toAbsent);
        assertThat(toForeign.words()).contains("there is no usage record <record>");
    }

    /** A file whose first record is sold through resellers, and whose second is not. */
    private static final class MixedFile {
        static final UsageFileId ACCEPTED = at(UsageFileStatus.ACCEPTED);
        static final UsageFileId CLOSED = at(UsageFileStatus.CLOSED);

        private static UsageFileId at(UsageFileStatus status) {
            return WORLD.ladder()
                    .rows(
                            WORLD.rows.good("THROUGH-" + status),
                            WORLD.rows.of(
                                    "DIRECT-" + status,
                                    UsageFixtures.SUBSCRIPTION_DIRECT.id().value()))
                    .id(status);
        }
    }

    @Provide
    Arbitrary<Question> recordQuestions() {
        return questions(Question.Subject.RECORD);
    }

    private static Arbitrary<Question> questions(Question.Subject... subjects) {
        return Arbitraries.of(Question.ALL.values().stream()
                .filter(each -> Arrays.asList(subjects).contains(each.subject()))
                .toList());
    }

    @Provide
    Arbitrary<Question> buyersQuestions() {
        return questions(Question.Subject.PART, Question.Subject.RECONCILIATION);
    }

    /** Vendor and resellers see the file, and not what the buyer and its billing make of it. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_buyers_parts_and_reconciliations_are_to_others_as_if_they_were_not_there(
            @ForAll("buyersQuestions") Question question, @ForAll boolean closed, @ForAll boolean vendor) {
        Question.Target foreign =
                target(Scene.DISTRIBUTION, closed ? UsageFileStatus.CLOSED : UsageFileStatus.ACCEPTED);
        var absent = new Question.Target(
                foreign.file(),
                foreign.record(),
                PartFileId.of(foreign.file(), 2),
                ReconciliationFileId.of(foreign.file(), 2));
        Actor actor = vendor ? Parties.OWNER : Parties.LOWER_RESELLER;

        Answer toForeign = Answer.to(question, foreign, actor);
        Answer toAbsent = Answer.to(question, absent, actor);

        assertThat(toForeign).as(question.name()).isEqualTo(toAbsent);
        assertThat(toForeign.words()).containsAnyOf("<part>", "<reconciliation>");
    }

    /** Whether a vendor's product or contract exists shows to nobody else either. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void a_product_or_contract_that_is_not_yours_is_as_if_it_were_not_there(
            @ForAll @IntRange(min = 100, max = 998) int number) {
        var absentProduct = new ProductId("PRD-000-000-" + number);
        var absentContract = new ContractId("CRD-00000-00000-00" + number);

        assertThat(creation(Parties.FOREIGN_PRODUCT, UsageFixtures.CONTRACT))
                .isEqualTo(creation(absentProduct, UsageFixtures.CONTRACT));
        assertThat(creation(UsageFixtures.PRODUCT, Parties.FOREIGN_CONTRACT))
                .isEqualTo(creation(UsageFixtures.PRODUCT, absentContract));
    }

    private static Answer creation(ProductId product, ContractId contract) {
        WORLD.watch.forget();
        var command =
                CreateFile.of("Creation", product, contract, UsageFixtures.MARKETPLACE, UsageFixtures.PERIOD_JULY);
        NotFoundException failure = Outcome.of(() -> WORLD.files.create(command.withExternalId("X"), Parties.OWNER))
                .failedWith(NotFoundException.class);
        String words =
                failure.getMessage().replace(product.value(), "<product>").replace(contract.value(), "<contract>");
        return new Answer(words, failure.getClass(), WORLD.watch.calls());
    }

    /** Whoever adds a method to a service that takes an actor asks it here too. */
    @Example
    void every_method_of_every_service_that_takes_an_actor_is_asked() {
        Set<String> methods = Stream.of(Usageflow.class.getMethods())
                .map(Method::getReturnType)
                .filter(type -> type.getSimpleName().endsWith("Service"))
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(Actor.class))
                .map(NonExistenceProperties::named)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> asked = new TreeSet<>(Question.ALL.keySet());
        asked.addAll(Question.WITHOUT_IDS);

        assertThat(methods).containsExactlyInAnyOrderElementsOf(asked);
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Stream.of(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
