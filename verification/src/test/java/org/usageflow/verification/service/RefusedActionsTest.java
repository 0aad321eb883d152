package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.NotFoundException;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.verification.service.Rulebook.Side;

/** Whoever does whatever to a file in whichever status: it comes out as rules §4.1 and §5 say, and what is refused changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedActionsTest {

    private DeskWorld world;
    private final Map<Scene, Map<UsageFileStatus, Stage>> stages = new EnumMap<>(Scene.class);

    @BeforeAll
    void wire(@TempDir Path directory) {
        world = DeskWorld.in(directory);
    }

    /** A file that nothing has been done to since it came to its status, and a record that it has, or might have. */
    private record Stage(UsageFile file, UsageRecordId record, DeskWorld.Snapshot before) {}

    /** What is to come of it: done where there is no reason, and nothing to be seen where the file is hidden. */
    private record Expected(boolean hidden, RefusalReason reason) {

        static final Expected HIDDEN = new Expected(true, null);
        static final Expected DONE = new Expected(false, null);

        static Expected refused(RefusalReason reason) {
            return new Expected(false, reason);
        }
    }

    private static Expected expected(Scene scene, UsageFileStatus status, Deed deed, Person person) {
        if (!person.sees(scene, status) || deed == Deed.CLOSE_RECORD && !Rulebook.HAS_RECORDS.contains(status)) {
            return Expected.HIDDEN;
        }
        return switch (deed) {
            case EDIT, APPEND -> ofDraft(status, person);
            case CLOSE_RECORD -> ofRecord(scene, status, person);
            default -> ofTable(scene, status, deed.action, person);
        };
    }

    private static Expected ofDraft(UsageFileStatus status, Person person) {
        if (status != UsageFileStatus.DRAFT) {
            return Expected.refused(RefusalReason.NOT_IN_STATUS);
        }
        return person == Person.OWNER ? Expected.DONE : Expected.refused(RefusalReason.NOT_ALLOWED_TO_ACTOR);
    }

    /** Closing a record again corrects it, by the party that closed it. */
    private static Expected ofRecord(Scene scene, UsageFileStatus status, Person person) {
        if (status != UsageFileStatus.ACCEPTED && status != UsageFileStatus.CLOSED) {
            return Expected.refused(RefusalReason.NOT_IN_STATUS);
        }
        if (!person.sides(scene).contains(Side.BUYER)) {
            return Expected.refused(RefusalReason.NOT_ALLOWED_TO_ACTOR);
        }
        return billed(scene);
    }

    private static Expected ofTable(Scene scene, UsageFileStatus status, UsageFileAction action, Person person) {
        if (!Rulebook.allows(status, action, person.sides(scene))) {
            return Expected.refused(
                    Rulebook.hasRow(status, action) ? RefusalReason.NOT_ALLOWED_TO_ACTOR : RefusalReason.NOT_IN_STATUS);
        }
        return action == UsageFileAction.CLOSE ? billed(scene) : Expected.DONE;
    }

    private static Expected billed(Scene scene) {
        return switch (scene) {
            case DISTRIBUTION, RESALE -> Expected.DONE;
            case PREVIEW -> Expected.refused(RefusalReason.PREVIEW_IS_NOT_BILLED);
            case ESTIMATE -> Expected.refused(RefusalReason.ESTIMATE_IS_NOT_BILLED);
        };
    }

    private static Set<UsageFileAction> allowed(Scene scene, UsageFileStatus status, Person person) {
        Set<UsageFileAction> allowed = Rulebook.allowed(status, person.sides(scene));
        if (!scene.isBilled()) {
            allowed.remove(UsageFileAction.CLOSE);
        }
        return allowed;
    }

    static Stream<Arguments> stops() {
        return Stream.of(Scene.values())
                .flatMap(scene -> Stream.of(UsageFileStatus.values())
                        .filter(scene::reaches)
                        .map(status -> Arguments.of(scene, status)));
    }

    static Stream<Arguments> cases() {
        return stops().flatMap(
                        stop -> Stream.of(Deed.values()).map(deed -> Arguments.of(stop.get()[0], stop.get()[1], deed)));
    }

    private Stage stage(Scene scene, UsageFileStatus status) {
        return stages.computeIfAbsent(scene, any -> new EnumMap<>(UsageFileStatus.class))
                .computeIfAbsent(status, any -> newStage(scene, status));
    }

    private Stage newStage(Scene scene, UsageFileStatus status) {
        UsageFile file = scene.at(status, world);
        List<UsageRecord> records = world.records(file.id());
        UsageRecordId record = records.isEmpty()
                ? UsageRecordId.of(file.id(), 1)
                : records.get(0).id();
        return new Stage(file, record, world.snapshot(file.id()));
    }

    @ParameterizedTest(name = "{0}: {2} where it is {1}")
    @MethodSource("cases")
    void a_deed_is_done_or_refused_as_the_rules_say(Scene scene, UsageFileStatus status, Deed deed) {
        for (Person person : Person.values()) {
            tried(scene, status, deed, person);
        }
    }

    private void tried(Scene scene, UsageFileStatus status, Deed deed, Person person) {
        Stage stage = stage(scene, status);
        UsageFileId file = stage.file().id();
        Expected expected = expected(scene, status, deed, person);
        int heard = world.heard.size();

        Outcome<Void> outcome = Outcome.of(() -> {
            deed.perform(world, file, stage.record(), person.actor);
            return null;
        });

        if (expected.equals(Expected.DONE)) {
            assertThat(outcome.failure()).as("%s", person).isNull();
            stages.get(scene).remove(status);
            assertThat(world.file(file).status())
                    .as("%s", person)
                    .isEqualTo(deed.leadsTo == null ? status : deed.leadsTo);
            return;
        }
        if (expected.hidden()) {
            String missing = deed == Deed.CLOSE_RECORD ? "usage record " + stage.record() : "usage file " + file;
            assertThat(outcome.failure())
                    .as("%s", person)
                    .isExactlyInstanceOf(NotFoundException.class)
                    .hasMessage("there is no " + missing);
        } else {
            assertThat(outcome.failure()).as("%s", person).isInstanceOf(ActionRefusedException.class);
            var refused = (ActionRefusedException) outcome.failure();
            assertThat(refused.reason()).as("%s", person).isEqualTo(expected.reason());
            assertThat(refused.status()).as("%s", person).isEqualTo(status);
            assertThat(refused.action()).as("%s", person).isEqualTo(deed.word());
            assertThat(refused.allowed()).as("%s", person).isEqualTo(allowed(scene, status, person));
        }
        assertThat(world.snapshot(file)).as("%s", person).isEqualTo(stage.before());
        assertThat(world.heard).as("%s", person).hasSize(heard);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("stops")
    void allowed_actions_are_those_of_the_table(Scene scene, UsageFileStatus status) {
        UsageFileId file = stage(scene, status).file().id();

        for (Person person : Person.values()) {
            Outcome<Set<UsageFileAction>> allowed = Outcome.of(() -> world.files.allowedActions(file, person.actor));

            if (person.sees(scene, status)) {
                assertThat(allowed.value()).as("%s", person).isEqualTo(allowed(scene, status, person));
            } else {
                allowed.failedWith(NotFoundException.class);
            }
        }
    }

    @Test
    void an_upload_whose_bytes_have_not_come_is_not_processed() {
        UsageFile lost = world.ladder().lostInUploading();

        Outcome<Void> outcome = Outcome.of(() -> {
            Deed.PROCESS.perform(world, lost.id(), null, Parties.SYSTEM);
            return null;
        });

        ActionRefusedException refused = outcome.failedWith(ActionRefusedException.class);
        assertThat(refused.reason()).isEqualTo(RefusalReason.CONTENT_NOT_RECEIVED);
        assertThat(refused.allowed())
                .isEqualTo(world.files.allowedActions(lost.id(), Parties.SYSTEM))
                .containsExactly(UsageFileAction.ABORT);
        assertThat(world.file(lost.id())).isEqualTo(lost);
    }
}
