package org.usageflow.verification.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Closing;
import org.usageflow.model.EventAction;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileNotes;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.RowCounts;
import org.usageflow.model.Tier;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.UsageTotals;
import org.usageflow.model.Version;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.store.StoreFixtures;

/** What a store keeps: files on their way to the next version, counts, uploads, closings, events. */
class KeptValuesTest {

    private static final UsageFileId FILE = StoreFixtures.fileId(1);
    private static final Instant NOON = Instant.parse("2021-08-02T12:00:00Z");
    private static final String SHA = "ab".repeat(32);

    @Test
    void changed_file_has_all_that_was_changed_and_is_one_version_on() {
        UsageFile draft = StoreFixtures.file(1).build();
        FileDetails renamed = StoreFixtures.file(1).name("another").build().details();
        var counts = new RecordCounts(Map.of(RecordStatus.VALIDATED, 2L));
        Upload upload = Upload.appended(NOON);
        FileNotes notes = FileNotes.NONE.withAcceptance("a").withRejection("r").withError("e");

        UsageFile changed = draft.change()
                .details(renamed)
                .status(UsageFileStatus.READY)
                .counts(counts)
                .upload(upload)
                .notes(notes)
                .supersededBy(StoreFixtures.fileId(2))
                .lastRecordNumber(2)
                .build();

        assertThat(changed.version()).isEqualTo(new Version(2));
        assertThat(changed.details()).isEqualTo(renamed);
        assertThat(changed.status()).isEqualTo(UsageFileStatus.READY);
        assertThat(changed.counts()).isEqualTo(counts);
        assertThat(changed.upload()).isEqualTo(upload);
        assertThat(changed.notes()).isEqualTo(new FileNotes("a", "r", "e"));
        assertThat(changed.supersededBy()).isEqualTo(StoreFixtures.fileId(2));
        assertThat(changed.lastRecordNumber()).isEqualTo(2);
        assertThat(changed.createdAt()).isEqualTo(draft.createdAt());
        assertThat(changed.id()).isEqualTo(FILE);
        assertThat(changed.change().upload(null).build().upload()).isNull();
    }

    @Test
    void changed_file_remembers_how_it_was_asked_for() {
        UsageFile draft = StoreFixtures.file(1).build();
        FileDetails renamed = StoreFixtures.file(1).name("another").build().details();

        UsageFile changed = draft.change().details(renamed).build();

        assertThat(changed.original()).isEqualTo(draft.details());
    }

    @Test
    void change_that_changes_nothing_is_one_version_on_all_the_same() {
        UsageFile draft = StoreFixtures.file(1).build();

        assertThat(draft.change().build())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(draft);
        assertThat(draft.change().build().version()).isEqualTo(draft.version().next());
    }

    @Test
    void counts_follow_records_that_move_come_and_go() {
        var counts = new RecordCounts(Map.of(RecordStatus.PENDING, 5L));

        RecordCounts moved = counts.moved(2, RecordStatus.PENDING, RecordStatus.ACCEPTED);
        RecordCounts more = moved.moved(3, null, RecordStatus.ACCEPTED);
        RecordCounts less = more.moved(3, RecordStatus.PENDING, null);

        assertThat(moved).isEqualTo(new RecordCounts(Map.of(RecordStatus.PENDING, 3L, RecordStatus.ACCEPTED, 2L)));
        assertThat(more.total()).isEqualTo(8);
        assertThat(less).isEqualTo(new RecordCounts(Map.of(RecordStatus.ACCEPTED, 5L)));
        assertThat(counts.of(RecordStatus.PENDING)).isEqualTo(5);
        assertThat(counts.moved(0, null, null)).isEqualTo(counts);
        assertThat(counts.moved(5, RecordStatus.PENDING, RecordStatus.PENDING)).isEqualTo(counts);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counts.moved(6, RecordStatus.PENDING, RecordStatus.ACCEPTED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counts.moved(1, RecordStatus.REJECTED, RecordStatus.ACCEPTED));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "3, 3, 0, 0", "3, 1, 2, 0", "3, 1, 2, 2"})
    void counts_of_rows_that_add_up_are_kept(long read, long valid, long invalid, long suspended) {
        var counts = new RowCounts(read, valid, invalid, suspended);

        assertThat(counts.read()).isEqualTo(read);
        assertThat(counts.suspended()).isEqualTo(suspended);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 2, 0", "3, 2, 0, 0", "3, 1, 2, 3", "1, -1, 2, 0", "2, 0, 2, -1", "1, 2, -1, -1"})
    void counts_of_rows_that_do_not_add_up_are_refused(long read, long valid, long invalid, long suspended) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RowCounts(read, valid, invalid, suspended));
    }

    @Test
    void totals_are_ordered_by_tier_and_do_not_change() {
        Map<Tier, BigDecimal> byTier = new HashMap<>();
        byTier.put(UsageFixtures.TIER_2, BigDecimal.TEN);
        byTier.put(UsageFixtures.TIER_0, BigDecimal.ONE);
        var totals = new UsageTotals(BigDecimal.TEN, UsageFixtures.EUR, BigDecimal.ONE, byTier);

        byTier.clear();

        assertThat(totals.amountByTier().keySet()).containsExactly(UsageFixtures.TIER_0, UsageFixtures.TIER_2);
        assertThatThrownBy(() -> totals.amountByTier().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(UsageTotals.NONE.quantity()).isZero();
        assertThat(UsageTotals.NONE.amount()).isNull();
    }

    @Test
    void upload_is_announced_then_received_then_judged() {
        var rows = new RowCounts(2, 1, 1, 0);
        var totals = new UsageTotals(BigDecimal.ONE, null, null, Map.of());

        Upload announced = Upload.announced(SHA, 10, SHA);
        Upload received = announced.received(NOON);
        Upload judged = received.judged(true, rows, totals);

        assertThat(announced).isEqualTo(new Upload(SHA, 10, SHA, null, false, RowCounts.NONE, UsageTotals.NONE));
        assertThat(announced.isReceived()).isFalse();
        assertThat(received).isEqualTo(new Upload(SHA, 10, SHA, NOON, false, RowCounts.NONE, UsageTotals.NONE));
        assertThat(received.isReceived()).isTrue();
        assertThat(judged).isEqualTo(new Upload(SHA, 10, SHA, NOON, true, rows, totals));
        assertThat(judged.isAppended()).isFalse();
    }

    @Test
    void records_that_were_appended_are_an_upload_without_bytes() {
        Upload appended = Upload.appended(NOON);

        assertThat(appended.isAppended()).isTrue();
        assertThat(appended.isReceived()).isTrue();
        assertThat(appended.bytes()).isZero();
        assertThat(appended.sha256()).isNull();
    }

    @Test
    void closing_has_a_billing_id_that_is_an_identifier() {
        var closing = new Closing("INV-1", "note", NOON, UsageFixtures.distributor());

        assertThat(closing.billingId()).isEqualTo("INV-1");
        for (String wrong : new String[] {"", " ", "a\u0000b", "i".repeat(256)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Closing(wrong, null, NOON, UsageFixtures.distributor()));
        }
        assertThat(new Closing("i".repeat(255), null, NOON, UsageFixtures.distributor()).note())
                .isNull();
        assertThatNullPointerException().isThrownBy(() -> new Closing("INV-1", null, NOON, null));
    }

    @Test
    void event_is_numbered_from_one() {
        UsageFile file = StoreFixtures.file(1).build();

        assertThat(StoreFixtures.event(file, 1, EventAction.CREATE, null).number())
                .isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> StoreFixtures.event(file, 0, EventAction.CREATE, null));
        assertThatNullPointerException()
                .isThrownBy(() -> new UsageEvent(
                        FILE,
                        1,
                        NOON,
                        EventAction.EDIT,
                        null,
                        null,
                        UsageFixtures.vendor(),
                        null,
                        null,
                        Version.FIRST));
        assertThat(EventAction.CLOSE_RECORDS.code()).isEqualTo("close_records");
    }

    @Test
    void record_that_moves_is_one_version_on_and_keeps_the_rest() {
        UsageRecord validated = StoreFixtures.record(FILE, 1).build();

        UsageRecord pending = validated.withStatus(RecordStatus.PENDING);
        UsageRecord closed = pending.withClosing(StoreFixtures.CLOSING);
        UsageRecord dynamic = validated.withItem(UsageFixtures.STORAGE);

        assertThat(pending.status()).isEqualTo(RecordStatus.PENDING);
        assertThat(closed.status()).isEqualTo(RecordStatus.CLOSED);
        assertThat(closed.closing()).isEqualTo(StoreFixtures.CLOSING);
        assertThat(closed.version()).isEqualTo(new Version(3));
        assertThat(closed.withStatus(RecordStatus.ACCEPTED).closing()).isNull();
        assertThat(dynamic.item()).isEqualTo(UsageFixtures.STORAGE);
        assertThat(dynamic.version()).isEqualTo(new Version(2));
        assertThat(pending)
                .usingRecursiveComparison()
                .ignoringFields("status", "version")
                .isEqualTo(validated);
    }

    @Test
    void record_that_is_recycled_is_retired_and_names_its_successor() {
        UsageRecord suspended = StoreFixtures.record(FILE, 1)
                .inError()
                .status(RecordStatus.SUSPENDED)
                .build();
        UsageRecordId next = UsageRecordId.of(StoreFixtures.fileId(2), 1);

        UsageRecord retired = suspended.withSuccessor(next);

        assertThat(suspended.isRetired()).isFalse();
        assertThat(retired.isRetired()).isTrue();
        assertThat(retired.successor()).isEqualTo(next);
        assertThat(retired.version()).isEqualTo(new Version(2));
        assertThat(retired.status()).isEqualTo(RecordStatus.SUSPENDED);
    }

    @Test
    void record_without_its_amount_is_the_same_version() {
        UsageRecord record = StoreFixtures.record(FILE, 1).build();
        UsageRecord unread = StoreFixtures.record(FILE, 1).inError().build();

        assertThat(record.withoutAmount().reported().amount()).isNull();
        assertThat(record.withoutAmount())
                .usingRecursiveComparison()
                .ignoringFields("reported.amount")
                .isEqualTo(record);
        assertThat(unread.withoutAmount()).isEqualTo(unread);
    }

    @Test
    void record_without_personal_data_keeps_its_ids_and_what_is_billed() {
        ReportedRecord reported = UsageFixtures.record("R-1")
                .note("called by Ada")
                .parameter("user", "ada@example.org")
                .build();
        var record = new UsageRecord(
                UsageRecordId.of(FILE, 1),
                0,
                2L,
                reported.key(),
                reported,
                UsageFixtures.CALLS,
                RecordSubscription.of(UsageFixtures.SUBSCRIPTION),
                RecordStatus.CLOSED,
                new Closing("INV-1", "for Ada", NOON, UsageFixtures.distributor()),
                null,
                Version.FIRST);

        UsageRecord erased = record.withoutPersonalData();

        assertThat(erased.version()).isEqualTo(new Version(2));
        assertThat(erased.reported()).isEqualTo(UsageFixtures.record("R-1").build());
        assertThat(erased.closing()).isEqualTo(new Closing("INV-1", null, NOON, UsageFixtures.distributor()));
        assertThat(erased.subscription().chain().customer()).isEqualTo(new ChainParty(UsageFixtures.CUSTOMER.id(), ""));
        assertThat(erased.subscription().chain().parties().subList(1, 3))
                .isEqualTo(UsageFixtures.SUBSCRIPTION.chain().parties().subList(1, 3));
        assertThat(erased.subscription().hub()).isEqualTo(record.subscription().hub());
        assertThat(erased.withoutPersonalData().withStatus(RecordStatus.ACCEPTED))
                .isEqualTo(erased.withStatus(RecordStatus.ACCEPTED).withStatus(RecordStatus.ACCEPTED));
    }

    @Test
    void record_has_personal_data_where_any_part_of_it_has() {
        UsageRecord bare = StoreFixtures.record(FILE, 1).inError().build();
        UsageRecord erased = StoreFixtures.record(FILE, 1).build().withoutPersonalData();
        UsageRecord closed = erased.withClosing(StoreFixtures.CLOSING);
        RecordSubscription anonymous = erased.subscription();

        assertThat(bare.hasPersonalData()).isFalse();
        assertThat(bare.withoutPersonalData().reported()).isNull();
        assertThat(erased.hasPersonalData()).isFalse();
        assertThat(closed.hasPersonalData()).isFalse();
        assertThat(closed.withClosing(new Closing("INV-1", "for Ada", NOON, UsageFixtures.distributor()))
                        .hasPersonalData())
                .isTrue();
        assertThat(StoreFixtures.record(FILE, 1).build().hasPersonalData()).isTrue();
        for (ReportedRecord each : List.of(
                UsageFixtures.record("R-1").note("Ada").build(),
                UsageFixtures.record("R-1").parameter("user", "Ada").build())) {
            assertThat(new UsageRecord(
                                    erased.id(),
                                    0,
                                    2L,
                                    each.key(),
                                    each,
                                    null,
                                    anonymous,
                                    RecordStatus.VALIDATED,
                                    null,
                                    null,
                                    Version.FIRST)
                            .hasPersonalData())
                    .isTrue();
        }
    }

    @Test
    void actions_of_parts_and_reconciliations_are_the_buyers_own_and_erasing_uploads_is_not() {
        assertThat(Stream.of(EventAction.values()).filter(EventAction::isBuyersOwn))
                .isNotEmpty()
                .allMatch(each -> each.name().endsWith("PART") || each.name().contains("RECONCILIATION"));
        assertThat(Stream.of(EventAction.values()).filter(each -> !each.isBuyersOwn()))
                .contains(EventAction.ERASE_CONTENT, EventAction.ERASE_PERSONAL_DATA)
                .noneMatch(each -> each.name().endsWith("PART") || each.name().contains("RECONCILIATION"));
    }

    @Test
    void bytes_that_are_watched_are_the_same_and_are_told_of(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("upload"), "abc");
        var told = new AtomicInteger();

        try (UploadSource watched = UploadSource.of(file).watched(told::incrementAndGet);
                InputStream in = watched.open()) {
            assertThat(watched.size()).isEqualTo(3);
            assertThat(told).hasValue(0);
            assertThat(in.read()).isEqualTo('a');
            assertThat(told).hasValue(1);
            assertThat(in.readAllBytes()).asString().isEqualTo("bc");
            assertThat(told.get()).isGreaterThan(1);
        }
        assertThat(file).exists();
    }

    @Test
    void record_that_is_not_in_error_has_what_was_reported() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreFixtures.record(FILE, 1)
                        .inError()
                        .status(RecordStatus.PENDING)
                        .build());
    }

    @Test
    void subscription_of_a_record_is_the_one_found() {
        RecordSubscription kept = RecordSubscription.of(UsageFixtures.SUBSCRIPTION);

        assertThat(kept)
                .isEqualTo(new RecordSubscription(
                        UsageFixtures.SUBSCRIPTION.id(),
                        "EXT-1",
                        "UID-1",
                        "RECON-tenant-1",
                        UsageFixtures.HUB,
                        UsageFixtures.CHAIN_OF_FOUR));
    }

    @Test
    void problem_is_kept_with_its_place() {
        assertThatNullPointerException().isThrownBy(() -> new PlacedProblem(new ProblemKey(4, 0, 0, 1), null));
        assertThatNullPointerException()
                .isThrownBy(() -> new PlacedProblem(
                        null, StoreFixtures.problem(4, 0, 0, 1).problem()));
    }
}
