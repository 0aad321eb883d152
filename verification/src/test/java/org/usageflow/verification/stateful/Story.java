package org.usageflow.verification.stateful;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CloseFile;
import org.usageflow.command.CloseRecord;
import org.usageflow.command.CreateFile;
import org.usageflow.command.EditFile;
import org.usageflow.core.UploadWriter;
import org.usageflow.core.Usageflow;
import org.usageflow.core.store.DirectoryContentStore;
import org.usageflow.csv.CsvFormat;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.NotFoundException;
import org.usageflow.model.Capabilities;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.query.FileQuery;
import org.usageflow.query.RecordQuery;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.UsageStore;
import org.usageflow.testkit.MutableClock;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;
import org.usageflow.testkit.reference.InMemoryReferenceData;

/** Plays steps on the library and on the model side by side, and compares all that anybody can see after each. */
final class Story {

    private final Model model;
    private final Usageflow usage;
    private final CatalogWorld world;
    private final MutableClock clock = MutableClock.at("2021-07-20T00:00:00Z");
    private final List<UsageFileId> ids = new ArrayList<>();
    private final Map<UsageFileId, List<String>> heard = new LinkedHashMap<>();
    private int played;

    Story(boolean partial, UsageStore store, Path directory) throws IOException {
        model = new Model(partial);
        var payAsYouGo = new PayAsYouGo(UsageFixtures.QT, false, false, false, true);
        world = UsageFixtures.world(new Capabilities(false, payAsYouGo));
        usage = Usageflow.builder()
                .formats(new CsvFormat())
                .reference(InMemoryReferenceData.builder().world(world).build())
                .policies(Policies.DEFAULTS.with(partial ? AcceptancePolicy.PARTIAL : AcceptancePolicy.ALL))
                .store(store)
                .content(DirectoryContentStore.at(directory))
                .clock(clock)
                .listener(this::hear)
                .build();
    }

    /** Part files have a story of their own. */
    private void hear(UsageEvent event) {
        if (!event.action().isBuyersOwn()) {
            heard.computeIfAbsent(event.file(), id -> new ArrayList<>()).add(words(event));
        }
    }

    /** What happened, to whatever file. */
    List<String> events() {
        return heard.values().stream()
                .flatMap(List::stream)
                .map(event -> event.split(" ")[0])
                .toList();
    }

    private static String words(UsageEvent event) {
        return event.action() + " " + event.from() + " " + event.to();
    }

    void play(Step step) {
        clock.advance(Duration.ofMinutes(1));
        played++;
        if (step.kind() == Step.Kind.CREATE || ids.isEmpty()) {
            create(step);
        } else {
            command(step);
        }
        for (int i = 0; i < ids.size(); i++) {
            compare(ids.get(i), model.files.get(i));
        }
        compareLists();
    }

    private void create(Step step) {
        CreateFile command = CreateFile.of(
                        "File " + played,
                        world.product().id(),
                        world.contract().id(),
                        world.marketplace().id(),
                        world.period())
                .in(step.environment())
                .as(step.fileKind());
        String outcome = outcome(
                () -> ids.add(usage.files().create(command, step.who().actor).id()));
        String expected = switch (step.who()) {
            case VENDOR -> Model.DONE;
            case OTHER_VENDOR -> Model.MISSING;
            default -> "NOT_ALLOWED_TO_ACTOR";
        };
        assertThat(outcome).as("%s", step).isEqualTo(expected);
        if (outcome.equals(Model.DONE)) {
            model.files.add(new ModelFile(step.environment(), step.fileKind()));
        }
    }

    private void command(Step asked) {
        int index = asked.file() % ids.size();
        Step step = asked.resolved(model.files.get(index));
        UsageFileId id = ids.get(index);
        ModelFile file = model.files.get(index);
        String billingId = step.who() + "-" + played;
        UsageRecordId record = record(id, step);
        UsageFile before = usage.files().file(id, Who.SYSTEM.actor);

        String outcome = outcome(() -> send(step, id, record, billingId));

        assertThat(outcome).as("%s on %s", step, before).isEqualTo(model.play(step, file, billingId));
        if (!outcome.equals(Model.DONE)) {
            assertThat(usage.files().file(id, Who.SYSTEM.actor)).isEqualTo(before);
        }
    }

    private UsageRecordId record(UsageFileId id, Step step) {
        List<UsageRecord> all =
                usage.records().list(RecordQuery.of(id), Who.SYSTEM.actor).items();
        return all.isEmpty()
                ? UsageRecordId.of(id, 99_999_999)
                : all.get(step.record() % all.size()).id();
    }

    private void send(Step step, UsageFileId id, UsageRecordId record, String billingId) {
        var files = usage.files();
        var actor = step.who().actor;
        switch (step.kind()) {
            case CREATE, NEXT -> throw new IllegalStateException("no command to a file: " + step);
            case EDIT ->
                files.edit(new EditFile(id, null, "Edited " + played, null, null, world.period(), null), actor);
            case APPEND ->
                files.append(
                        new AppendRecords(
                                id,
                                null,
                                step.lines().stream().map(Line::reported).toList()),
                        actor);
            case PROCESS -> files.process(id, ProgressListener.NONE, actor);
            case UPLOAD -> upload(step, id);
            case SUBMIT -> files.submit(id, actor);
            case ACCEPT -> files.accept(id, null, actor);
            case REJECT -> files.reject(id, "no", actor);
            case DELETE -> files.delete(id, actor);
            case CLOSE -> files.close(new CloseFile(id, null, billingId, null), actor);
            case CLOSE_RECORD -> usage.records().close(CloseRecord.of(record, billingId), actor);
            case ABORT -> files.abort(id, "lost", actor);
        }
    }

    private void upload(Step step, UsageFileId id) {
        var bytes = new ByteArrayOutputStream();
        try (UploadWriter writer = usage.uploads().open(world.product().id(), FormatId.CSV, List.of(), bytes)) {
            for (Line line : step.lines()) {
                writer.write(line.reported());
            }
            writer.finish();
            try (UploadSource source =
                    UploadSource.spool(new ByteArrayInputStream(bytes.toByteArray()), UploadLimits.DEFAULTS, null)) {
                usage.files().upload(id, source, step.who().actor);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String outcome(Runnable command) {
        try {
            command.run();
            return Model.DONE;
        } catch (NotFoundException e) {
            return Model.MISSING;
        } catch (ActionRefusedException e) {
            return e.reason().name();
        }
    }

    private void compare(UsageFileId id, ModelFile file) {
        assertThat(heard.get(id)).as("events of %s", id).isEqualTo(file.history);
        for (Who who : Who.values()) {
            if (!model.sees(who, file)) {
                assertThat(outcome(() -> usage.files().file(id, who.actor)))
                        .as("%s of %s", id, who)
                        .isEqualTo(Model.MISSING);
                continue;
            }
            UsageFile seen = usage.files().file(id, who.actor);
            assertThat(seen.status()).as("status of %s", id).isEqualTo(file.status);
            List<String> rows = usage.records().list(RecordQuery.of(id), who.actor).items().stream()
                    .map(Story::words)
                    .toList();
            assertThat(rows)
                    .as("records of %s for %s", id, who)
                    .isEqualTo(model.rows(who, file).stream()
                            .map(ModelFile.Row::toString)
                            .toList());
            assertThat(usage.files().history(id, who.actor))
                    .as("history of %s for %s", id, who)
                    .filteredOn(event -> !event.action().isBuyersOwn())
                    .extracting(Story::words)
                    .isEqualTo(model.history(who, file));
            if (who != Who.RESELLER) {
                assertThat(seen.counts().byStatus())
                        .as("counts of %s for %s", id, who)
                        .isEqualTo(file.byStatus());
            }
        }
    }

    private static String words(UsageRecord record) {
        RecordKey key = record.key();
        return key + " " + record.status()
                + (record.closing() == null ? "" : " " + record.closing().billingId());
    }

    private void compareLists() {
        for (Who who : Who.values()) {
            List<UsageFileId> visible = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                if (model.sees(who, model.files.get(i))) {
                    visible.add(ids.get(i));
                }
            }
            var page = usage.files().list(FileQuery.ALL.withCount(), who.actor);
            assertThat(page.items())
                    .as("files of %s", who)
                    .extracting(UsageFile::id)
                    .containsExactlyElementsOf(visible.stream().sorted().toList());
            assertThat(page.total()).isEqualTo(visible.size());
        }
    }
}
