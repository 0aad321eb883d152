package org.usageflow.verification.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.usageflow.verification.parts.Shop.BUYER;
import static org.usageflow.verification.parts.Shop.SYSTEM;
import static org.usageflow.verification.parts.Shop.VENDOR;
import static org.usageflow.verification.parts.Shop.nobody;
import static org.usageflow.verification.parts.Shop.north;
import static org.usageflow.verification.parts.Shop.south;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.command.ClosePart;
import org.usageflow.command.CloseRecord;
import org.usageflow.command.RegeneratePart;
import org.usageflow.core.CloseResult.Outcome;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.RefusedException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.PartFileStatus;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.Environment;
import org.usageflow.model.EventAction;
import org.usageflow.model.FileKind;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.Party;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.Version;
import org.usageflow.testkit.store.StoreFixtures;

/** Part files through the services. Source: rules §4.3. */
class PartFilesTest {

    @TempDir
    private Path directory;

    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = new Shop(directory);
    }

    private static RecordCounts counts(long accepted, long closed) {
        return new RecordCounts(Map.of(RecordStatus.ACCEPTED, accepted, RecordStatus.CLOSED, closed));
    }

    private List<EventAction> actions(UsageFile file) {
        return shop.library.files().history(file.id(), BUYER).stream()
                .map(UsageEvent::action)
                .toList();
    }

    private UsageRecord close(UsageFile file, int record, String billingId) {
        return shop.library
                .records()
                .close(CloseRecord.of(shop.records(file).get(record).id(), billingId), BUYER);
    }

    @Nested
    class Making {

        @Test
        void acceptance_makes_a_part_for_each_hub_and_one_for_records_without() {
            UsageFile file = shop.accepted(south("a"), north("b"), nobody("c"), south("d"));

            List<PartFile> parts = shop.parts(file);

            assertThat(parts).extracting(PartFile::hub).containsExactly(null, Shop.NORTH, Shop.SOUTH);
            assertThat(parts)
                    .extracting(part -> part.id().value().substring(22))
                    .containsExactly("001", "002", "003");
            assertThat(parts).allSatisfy(part -> {
                assertThat(part.status()).isEqualTo(PartFileStatus.READY);
                assertThat(part.outdated()).isFalse();
                assertThat(part.file()).isEqualTo(file.id());
                assertThat(part.createdAt()).isEqualTo(shop.clock.instant());
            });
            assertThat(parts).extracting(PartFile::counts).containsExactly(counts(1, 0), counts(1, 0), counts(2, 0));
        }

        @Test
        void content_of_a_complete_part_is_what_the_first_format_writes() throws Exception {
            PartFile part = shop.parts(shop.accepted(north("a"))).get(0);

            byte[] written = shop.bytes(part, Shop.CSV);

            assertThat(part.content().format()).isEqualTo("csv");
            assertThat(part.content().bytes()).isEqualTo(written.length);
            assertThat(part.content().sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(written)));
        }

        @Test
        void making_is_told_after_the_acceptance() {
            UsageFile file = shop.accepted(north("a"), south("b"));

            List<UsageEvent> told = shop.library.files().history(file.id(), BUYER);

            assertThat(actions(file))
                    .containsExactly(
                            EventAction.SUBMIT,
                            EventAction.ACCEPT,
                            EventAction.MAKE_PART,
                            EventAction.MAKE_PART,
                            EventAction.COMPLETE_PART,
                            EventAction.COMPLETE_PART);
            assertThat(told.get(2).note())
                    .isEqualTo(shop.parts(file).get(0).id().value());
            assertThat(told.get(2).by().role()).isEqualTo(Party.SYSTEM);
            assertThat(told.get(5).version()).isEqualTo(file.version());
        }

        @Test
        void file_that_is_pending_has_no_parts() {
            UsageFile file = shop.pending(north("a"));

            assertThat(shop.parts(file)).isEmpty();
        }

        @Test
        void estimate_that_is_accepted_has_no_parts() {
            shop.clock.set(Instant.parse("2021-07-10T09:00:00Z"));
            UsageFile estimate = shop.pending(Environment.PRODUCTION, FileKind.ESTIMATE, Shop.many(1));

            shop.library.files().accept(estimate.id(), null, BUYER);

            assertThat(shop.parts(estimate)).isEmpty();
        }

        @Test
        void preview_that_is_accepted_has_no_parts() {
            UsageFile preview = shop.pending(Environment.PREVIEW, FileKind.ACTUAL, Shop.many(2));

            shop.library.files().accept(preview.id(), null, VENDOR);

            assertThat(shop.library.parts().list(preview.id(), SYSTEM)).isEmpty();
        }

        @Test
        void hubs_are_as_many_as_there_are_ids_for_parts() {
            UsageFile file = shop.accepted(Shop.ofHubs(PartFileId.MOST, "A-"));
            UsageFile tooMany =
                    shop.pending(Environment.PRODUCTION, FileKind.ACTUAL, Shop.ofHubs(Shop.MANY_HUBS, "B-"));

            assertThat(shop.parts(file)).hasSize(PartFileId.MOST);
            assertThatThrownBy(() -> shop.library.files().accept(tooMany.id(), null, BUYER))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.code()).isEqualTo("TOO_MANY_HUBS"));
            assertThat(shop.file(tooMany.id()).status()).isEqualTo(UsageFileStatus.PENDING);
        }

        @Test
        void part_that_cannot_be_written_fails_and_the_acceptance_stands() {
            var unwritable = new Shop(directory.resolve("other"), new UnwritableFormat(), Shop.CSV);

            UsageFile file = unwritable.accepted(north("a"));

            assertThat(file.status()).isEqualTo(UsageFileStatus.ACCEPTED);
            PartFile part = unwritable.parts(file).get(0);
            assertThat(part.status()).isEqualTo(PartFileStatus.FAILED);
            assertThat(part.error()).isEqualTo("the disk is full");
            assertThat(part.content()).isNull();
            assertThat(unwritable.library.files().history(file.id(), BUYER))
                    .extracting(UsageEvent::action)
                    .endsWith(EventAction.MAKE_PART, EventAction.FAIL_PART);
        }
    }

    @Nested
    class Outdating {

        @Test
        void closing_a_record_marks_its_part_alone() {
            UsageFile file = shop.accepted(north("a"), south("b"), north("c"));

            close(file, 0, "INV-1");

            assertThat(shop.parts(file)).extracting(PartFile::outdated).containsExactly(true, false);
            assertThat(shop.parts(file).get(0).counts()).isEqualTo(counts(2, 0));
        }

        @Test
        void correcting_a_billing_id_marks_the_part() {
            UsageFile file = shop.accepted(north("a"), north("c"));
            close(file, 0, "INV-1");
            shop.library.parts().regenerate(shop.parts(file).get(0).id(), BUYER);

            close(file, 0, "INV-2");

            assertThat(shop.parts(file).get(0).outdated()).isTrue();
        }

        @Test
        void closing_again_with_the_same_billing_id_marks_nothing() {
            UsageFile file = shop.accepted(north("a"), north("c"));
            close(file, 0, "INV-1");
            PartFile part =
                    shop.library.parts().regenerate(shop.parts(file).get(0).id(), BUYER);

            close(file, 0, "INV-1");

            assertThat(shop.part(part.id())).isEqualTo(part);
        }

        @Test
        void closing_many_marks_every_part_that_is_concerned() {
            UsageFile file = shop.accepted(north("a"), south("b"), nobody("c"));
            List<CloseRecord> commands = shop.records(file).stream()
                    .filter(each -> each.subscription().hub() != Shop.SOUTH)
                    .map(each -> CloseRecord.of(each.id(), "INV-1"))
                    .toList();

            assertThat(shop.library.records().closeAll(commands, BUYER))
                    .extracting(each -> each.outcome())
                    .containsOnly(Outcome.CLOSED);

            assertThat(shop.parts(file))
                    .filteredOn(PartFile::outdated)
                    .extracting(PartFile::hub)
                    .contains(null, Shop.NORTH);
        }

        @Test
        void reconciliation_marks_the_part() {
            UsageFile file = shop.accepted(north("a"), south("b"));

            shop.reconcile(file, Shop.row("b", "INV-1", ""));

            assertThat(shop.parts(file)).extracting(PartFile::outdated).containsExactly(false, true);
        }

        @Test
        void closing_the_file_marks_the_parts_that_had_open_records() {
            UsageFile file = shop.accepted(north("a"), south("b"));
            PartFile south = shop.parts(file).get(1);
            shop.library.parts().close(south.id(), "INV-1", BUYER);

            shop.library.files().close(file.id(), "INV-2", BUYER);

            assertThat(shop.parts(file)).extracting(PartFile::outdated).containsExactly(true, false);
            assertThat(shop.parts(file))
                    .extracting(PartFile::status)
                    .containsExactly(PartFileStatus.READY, PartFileStatus.CLOSED);
        }

        @Test
        void closing_the_part_itself_does_not_mark_it() {
            UsageFile file = shop.accepted(north("a"), south("b"));

            PartFile closed = shop.library.parts().close(shop.parts(file).get(0).id(), "INV-1", BUYER);

            assertThat(closed.outdated()).isFalse();
        }
    }

    @Nested
    class Regenerating {

        @Test
        void part_made_again_has_the_counts_and_content_of_now() {
            UsageFile file = shop.accepted(north("a"), north("b"));
            PartFile before = shop.parts(file).get(0);
            close(file, 0, "INV-1");

            PartFile after = shop.library.parts().regenerate(before.id(), BUYER);

            assertThat(after.status()).isEqualTo(PartFileStatus.READY);
            assertThat(after.outdated()).isFalse();
            assertThat(after.counts()).isEqualTo(counts(1, 1));
            assertThat(after.content()).isNotEqualTo(before.content());
            assertThat(after.createdAt()).isEqualTo(before.createdAt());
            assertThat(shop.part(before.id())).isEqualTo(after);
            assertThat(actions(file)).endsWith(EventAction.REGENERATE_PART, EventAction.COMPLETE_PART);
        }

        @Test
        void failed_part_is_tried_again() {
            var format = new UnwritableFormat();
            var other = new Shop(directory.resolve("other"), format, Shop.CSV);
            UsageFile file = other.accepted(north("a"));
            PartFile failed = other.parts(file).get(0);

            assertThat(other.library.parts().regenerate(failed.id(), SYSTEM).status())
                    .isEqualTo(PartFileStatus.FAILED);
            format.repair();

            PartFile ready = other.library.parts().regenerate(failed.id(), SYSTEM);
            assertThat(ready.status()).isEqualTo(PartFileStatus.READY);
            assertThat(ready.error()).isNull();
        }

        @Test
        void command_on_a_stale_version_is_refused() {
            PartFile part = shop.parts(shop.accepted(north("a"))).get(0);

            assertThatThrownBy(
                            () -> shop.library.parts().regenerate(new RegeneratePart(part.id(), Version.FIRST), BUYER))
                    .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                        assertThat(stale.subject()).isEqualTo(part.id().value());
                        assertThat(stale.expected()).isEqualTo(Version.FIRST);
                        assertThat(stale.actual()).isEqualTo(part.version());
                    });
        }

        @Test
        void record_closed_while_the_content_is_written_leaves_the_part_outdated() {
            var format = new UnwritableFormat();
            format.repair();
            var other = new Shop(directory.resolve("other"), format, Shop.CSV);
            UsageFile file = other.accepted(north("a"), north("b"));
            PartFile part = other.parts(file).get(0);
            CloseRecord command = CloseRecord.of(other.records(file).get(0).id(), "INV-1");
            format.meanwhile(() -> other.library.records().close(command, BUYER));

            PartFile made = other.library.parts().regenerate(part.id(), BUYER);

            assertThat(made.status()).isEqualTo(PartFileStatus.READY);
            assertThat(made.outdated()).isTrue();
        }

        @Test
        void part_made_again_while_its_content_is_written_is_the_other_callers() {
            var format = new UnwritableFormat();
            format.repair();
            var other = new Shop(directory.resolve("other"), format, Shop.CSV);
            UsageFile file = other.accepted(north("a"));
            PartFile part = other.parts(file).get(0);
            format.fail();
            PartFile failed = other.library.parts().regenerate(part.id(), BUYER);
            format.repair();
            format.meanwhile(() -> other.store.<PartFile>inTransaction(session -> {
                PartFile draft =
                        session.parts().find(part.id(), StoreFixtures.SYSTEM).orElseThrow();
                session.parts().update(draft.failed("the other one"));
                return draft;
            }));

            PartFile made = other.library.parts().regenerate(failed.id(), BUYER);

            assertThat(made.status()).isEqualTo(PartFileStatus.FAILED);
            assertThat(made.error()).isEqualTo("the other one");
        }
    }

    @Nested
    class ClosingParts {

        @Test
        void open_records_of_the_hub_are_closed_and_no_others() {
            UsageFile file = shop.accepted(north("a"), south("b"), north("c"));
            shop.clock.advance(Duration.ofHours(1));

            PartFile closed = shop.library.parts().close(shop.parts(file).get(0).id(), "INV-9", BUYER);

            var expected = new Closing("INV-9", null, shop.clock.instant(), BUYER);
            assertThat(closed.status()).isEqualTo(PartFileStatus.CLOSED);
            assertThat(closed.closing()).isEqualTo(expected);
            assertThat(closed.counts()).isEqualTo(counts(0, 2));
            assertThat(shop.records(file)).extracting(UsageRecord::closing).containsExactly(expected, null, expected);
            assertThat(shop.file(file.id()).status()).isEqualTo(UsageFileStatus.ACCEPTED);
            assertThat(shop.file(file.id()).counts()).isEqualTo(counts(1, 2));
        }

        @Test
        void records_without_a_hub_are_closed_by_their_part() {
            UsageFile file = shop.accepted(north("a"), nobody("b"));

            shop.library.parts().close(shop.parts(file).get(0).id(), "INV-9", BUYER);

            assertThat(shop.records(file))
                    .extracting(UsageRecord::status)
                    .containsExactly(RecordStatus.ACCEPTED, RecordStatus.CLOSED);
        }

        @Test
        void record_that_was_closed_before_keeps_its_billing_id() {
            UsageFile file = shop.accepted(north("a"), north("b"), south("c"));
            close(file, 0, "INV-1");

            PartFile closed = shop.library.parts().close(shop.parts(file).get(0).id(), "INV-2", BUYER);

            assertThat(shop.records(file).subList(0, 2))
                    .extracting(each -> each.closing().billingId())
                    .containsExactly("INV-1", "INV-2");
            assertThat(closed.counts()).isEqualTo(counts(0, 2));
        }

        @Test
        void last_part_closes_the_file() {
            UsageFile file = shop.accepted(north("a"), south("b"));
            shop.library.parts().close(shop.parts(file).get(0).id(), "INV-1", BUYER);

            shop.library.parts().close(shop.parts(file).get(1).id(), "INV-2", BUYER);

            assertThat(shop.file(file.id()).status()).isEqualTo(UsageFileStatus.CLOSED);
            assertThat(actions(file))
                    .endsWith(
                            EventAction.CLOSE_RECORDS,
                            EventAction.CLOSE_PART,
                            EventAction.CLOSE_RECORDS,
                            EventAction.CLOSE,
                            EventAction.CLOSE_PART);
        }

        @Test
        void part_whose_records_are_all_closed_can_still_be_closed() {
            UsageFile file = shop.accepted(north("a"));
            close(file, 0, "INV-1");
            UsageFile before = shop.file(file.id());

            PartFile closed = shop.library.parts().close(shop.parts(file).get(0).id(), "INV-2", BUYER);

            assertThat(closed.closing().billingId()).isEqualTo("INV-2");
            assertThat(shop.file(file.id())).isEqualTo(before);
            assertThat(before.status()).isEqualTo(UsageFileStatus.CLOSED);
            assertThat(actions(file)).endsWith(EventAction.CLOSE, EventAction.CLOSE_PART);
        }

        @Test
        void billing_id_is_required() {
            PartFile part = shop.parts(shop.accepted(north("a"))).get(0);

            assertThatThrownBy(() -> shop.library.parts().close(part.id(), " ", BUYER))
                    .isInstanceOf(InvalidCommandException.class)
                    .hasMessageContaining("billingId");
            assertThatThrownBy(() -> shop.library
                            .parts()
                            .close(new ClosePart(part.id(), null, "x".repeat(256), "n".repeat(4_001)), BUYER))
                    .hasMessageContaining("billingId")
                    .hasMessageContaining("note");
            assertThat(shop.part(part.id())).isEqualTo(part);
        }

        @Test
        void command_on_a_stale_version_is_refused() {
            UsageFile file = shop.accepted(north("a"), north("b"));
            PartFile seen = shop.parts(file).get(0);
            close(file, 0, "INV-1");

            assertThatThrownBy(() ->
                            shop.library.parts().close(new ClosePart(seen.id(), seen.version(), "INV-2", null), BUYER))
                    .isInstanceOf(StaleVersionException.class);
            assertThat(shop.records(file).get(1).status()).isEqualTo(RecordStatus.ACCEPTED);
        }
    }
}
