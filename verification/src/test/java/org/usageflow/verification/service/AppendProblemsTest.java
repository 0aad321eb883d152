package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.command.AppendRecords;
import org.usageflow.core.Intake;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.CategoryId;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageWindow;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.testkit.UsageFixtures;

/** Problems of appended records: those of the same rows in a file, located by position (rules §4.1). */
class AppendProblemsTest {

    @TempDir
    Path directory;

    private DeskWorld world;
    private UsageFileId id;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
        id = world.ladder().id(UsageFileStatus.DRAFT);
    }

    private UsageFile append(List<ReportedRecord> records) {
        return world.files.append(new AppendRecords(id, null, records), Parties.OWNER);
    }

    private Intake process() {
        return world.files.process(id, ProgressListener.NONE, Parties.OWNER);
    }

    private static ReportedRecord.Builder row(String key, String subscription, String quantity, UsageWindow window) {
        return ReportedRecord.builder(
                        new RecordKey(key),
                        ItemSearch.byMpn(UsageFixtures.CALLS.mpn()),
                        Quantity.of(quantity),
                        window,
                        SubscriptionSearch.byId(subscription))
                .amount(BigDecimal.TEN);
    }

    /** Rows of which most are in error, each in another way, and some in several. */
    private List<ReportedRecord> faulty() {
        String known = UsageFixtures.SUBSCRIPTION.id().value();
        var june = new UsageWindow(Instant.parse("2021-06-30T00:00:00Z"), Instant.parse("2021-06-30T12:00:00Z"));
        var july = UsageFixtures.WINDOW_JULY_8;
        return List.of(
                row("A", known, "28", july).build(),
                row("B", "AS-0000-0000-0000", "28", july).build(),
                row("C", known, "28.5", july).build(),
                row("D", known, "28", june).build(),
                row("A", known, "1", july).build(),
                row("E", known, "1", july).amount(null).build(),
                row("G", known, "-1", july).build(),
                row("H", known, "1", july).category(new CategoryId("NOWHERE")).build(),
                world.rows.wrong("I"),
                row("J", "AS-0000-0000-0000", "0.5", june).amount(null).build(),
                row("K", UsageFixtures.SUBSCRIPTION_ENDED.id().value(), "1", july)
                        .build(),
                row("L", known, "1", july)
                        .parameter("region", "eu")
                        .note("free")
                        .build());
    }

    /** A CSV file has its header on line 1, so that the first record stands on line 2. */
    private static Problem appended(Problem ofFile) {
        Long line = ofFile.place().row();
        var place =
                new Place(null, line == null ? null : line - 1, ofFile.place().column(), null, null);
        var arguments = new LinkedHashMap<>(ofFile.arguments());
        // Where the first row of the same id stands
        arguments.computeIfPresent("first", (name, row) -> Long.toString(Long.parseLong(row) - 1));
        return new Problem(ofFile.code(), ofFile.severity(), place, ofFile.value(), arguments);
    }

    @Test
    void problems_are_those_of_the_same_rows_in_a_file_located_by_position() {
        UsageFileId other = world.ladder().id(UsageFileStatus.DRAFT);
        append(faulty());

        Intake typed = process();
        Intake file = world.files.upload(other, world.rows.upload(faulty()), Parties.OWNER);

        List<Problem> expected = file.report().problems().stream()
                .map(AppendProblemsTest::appended)
                .toList();
        assertThat(expected.stream().map(Problem::code).distinct()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(typed.report().problems()).isEqualTo(expected);
        assertThat(world.problems(id)).isEqualTo(expected);
        assertThat(typed.report().rows()).isEqualTo(file.report().rows());
        assertThat(typed.report().totals()).isEqualTo(file.report().totals());
        assertThat(typed.report().countByCode()).isEqualTo(file.report().countByCode());
        assertThat(typed.file().status()).isEqualTo(file.file().status());
        assertThat(typed.file().counts()).isEqualTo(file.file().counts());
        assertThat(world.records(id))
                .extracting(UsageRecord::status)
                .isEqualTo(
                        world.records(other).stream().map(UsageRecord::status).toList());
    }

    /** Values for which an upload of this product would have no column, or must leave it blank. */
    @Test
    void what_the_schema_has_no_use_for_is_a_problem_at_its_position() {
        String known = UsageFixtures.SUBSCRIPTION.id().value();
        var july = UsageFixtures.WINDOW_JULY_8;
        append(List.of(
                row("A", known, "1", july).build(),
                row("B", known, "1", july).tier(UsageFixtures.TIER_1).build(),
                row("C", known, "1", july).corrects("A-FORMER-ONE").build()));

        process();

        assertThat(world.problems(id)).extracting(Problem::code).containsOnly(ProblemCode.VALUE_UNEXPECTED);
        assertThat(world.problems(id)).extracting(each -> each.place().row()).containsExactly(2L, 3L);
        assertThat(world.problems(id))
                .extracting(each -> each.place().column())
                .containsExactly(Columns.TIER, Columns.CORRECTS_RECORD_ID);
        assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.INVALID);
    }

    @Test
    void amounts_of_a_schema_without_any_are_a_problem_at_their_position() {
        world = DeskWorld.setup(directory).schema(UsageFixtures.QT).build();
        id = world.ladder().id(UsageFileStatus.DRAFT);
        append(List.of(row("A", UsageFixtures.SUBSCRIPTION.id().value(), "1", UsageFixtures.WINDOW_JULY_8)
                .build()));

        process();

        assertThat(world.problems(id)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_UNEXPECTED);
            assertThat(problem.place()).isEqualTo(new Place(null, 1L, Columns.AMOUNT, null, null));
        });
    }

    @Test
    void records_in_error_keep_what_was_reported() {
        append(List.of(world.rows.good("A"), world.rows.wrong("B")));

        process();

        UsageRecord wrong = world.records(id).get(1);
        assertThat(wrong.status()).isEqualTo(RecordStatus.INVALID);
        assertThat(wrong.reported()).isEqualTo(world.rows.wrong("B"));
        assertThat(wrong.item()).isNull();
    }

    @Test
    void ids_that_are_live_are_found_at_their_positions() {
        world.ladder().rows(world.rows.good("LIVE")).at(UsageFileStatus.READY);
        append(world.rows.all("A", "LIVE"));

        process();

        assertThat(world.problems(id)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.RECORD_ID_ALREADY_REPORTED);
            assertThat(problem.place().row()).isEqualTo(2);
            assertThat(problem.value()).isEqualTo("LIVE");
        });
    }
}
