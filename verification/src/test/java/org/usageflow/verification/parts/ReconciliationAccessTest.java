package org.usageflow.verification.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.usageflow.verification.parts.Shop.BUYER;
import static org.usageflow.verification.parts.Shop.SYSTEM;
import static org.usageflow.verification.parts.Shop.VENDOR;
import static org.usageflow.verification.parts.Shop.north;
import static org.usageflow.verification.parts.Shop.row;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.RefusedException;
import org.usageflow.lifecycle.Capacity;
import org.usageflow.lifecycle.Lifecycles;
import org.usageflow.lifecycle.ReconciliationAction;
import org.usageflow.lifecycle.ReconciliationStatus;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.model.Actor;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;
import org.usageflow.model.ReconciliationCounts;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.testkit.store.StoreFixtures;

/** Who may do what with reconciliation files in which status. Source: rules §4.4, §5. */
class ReconciliationAccessTest {

    private static final byte[] CONTENT = Shop.table(Shop.CSV, Shop.PLAIN, List.of(row("a", "INV-1", "")));

    @TempDir
    private Path directory;

    private Shop shop;
    private UsageFile file;

    @BeforeEach
    void acceptFile() {
        shop = new Shop(directory);
        file = shop.accepted(north("a"), Shop.south("b"));
    }

    private ReconciliationFile upload(UsageFileId id, Actor actor) {
        return Shop.with(CONTENT, source -> shop.library.reconciliations().upload(id, source, actor));
    }

    private ReconciliationFile given(ReconciliationStatus status) {
        ReconciliationFile uploaded = upload(file.id(), BUYER);
        return shop.store.inTransaction(session -> {
            ReconciliationFile now = uploaded;
            if (status != ReconciliationStatus.UPLOADED) {
                now = now.begun();
                session.reconciliations().update(now);
            }
            if (status == ReconciliationStatus.PROCESSED) {
                now = now.processed(ReconciliationCounts.NONE);
                session.reconciliations().update(now);
            } else if (status == ReconciliationStatus.FAILED) {
                now = now.failed("unreadable", ReconciliationCounts.NONE);
                session.reconciliations().update(now);
            }
            return now;
        });
    }

    static Stream<Arguments> everyCase() {
        return Arrays.stream(ReconciliationStatus.values())
                .flatMap(status -> Stream.of(ReconciliationAction.PROCESS, ReconciliationAction.FAIL)
                        .flatMap(action -> Stream.of(
                                Arguments.of(status, action, BUYER, Capacity.BUYER),
                                Arguments.of(status, action, SYSTEM, Capacity.SYSTEM))));
    }

    @ParameterizedTest(name = "{1} of a reconciliation file that is {0} by {3}")
    @MethodSource("everyCase")
    void table_is_obeyed(ReconciliationStatus status, ReconciliationAction action, Actor actor, Capacity capacity) {
        ReconciliationFile before = given(status);
        boolean known = Lifecycles.reconciliation().find(status, action).isPresent();
        boolean allowed =
                Lifecycles.reconciliation().allowedActions(status, capacity).contains(action);

        Throwable thrown = catchThrowable(() -> fire(before.id(), action, actor));

        assertThat(thrown == null).isEqualTo(allowed);
        ReconciliationFile after = shop.library.reconciliations().file(before.id(), BUYER);
        if (thrown instanceof ActionRefusedException refused) {
            assertThat(refused.statusName()).isEqualTo(status.name());
            assertThat(refused.action()).isEqualTo(action.name());
            assertThat(refused.reason())
                    .isEqualTo(known ? RefusalReason.NOT_ALLOWED_TO_ACTOR : RefusalReason.NOT_IN_STATUS);
            assertThat(after).isEqualTo(before);
        } else {
            assertThat(thrown).isNull();
            assertThat(after.status())
                    .isEqualTo(
                            action == ReconciliationAction.PROCESS
                                    ? ReconciliationStatus.PROCESSED
                                    : ReconciliationStatus.FAILED);
        }
    }

    private void fire(ReconciliationFileId id, ReconciliationAction action, Actor actor) {
        if (action == ReconciliationAction.PROCESS) {
            shop.library.reconciliations().process(id, actor);
        } else {
            shop.library.reconciliations().fail(id, "the worker was lost", actor);
        }
    }

    @Test
    void file_whose_worker_was_lost_is_failed_with_its_reason() {
        ReconciliationFile stuck = given(ReconciliationStatus.PROCESSING);

        ReconciliationFile failed = shop.library.reconciliations().fail(stuck.id(), "the worker was lost", SYSTEM);

        assertThat(failed.error()).isEqualTo("the worker was lost");
        assertThat(shop.library.reconciliations().list(file.id(), BUYER)).containsExactly(failed);
    }

    static Stream<Actor> outsiders() {
        return Stream.of(VENDOR, Shop.OTHER_VENDOR, Shop.RESELLER, Shop.STRANGER);
    }

    private List<ThrowingCallable> everything(ReconciliationFileId id, Actor actor) {
        return List.of(
                () -> shop.library.reconciliations().file(id, actor),
                () -> shop.library.reconciliations().process(id, actor),
                () -> shop.library.reconciliations().fail(id, "why", actor),
                () -> shop.library.reconciliations().problems(id, null, 10, actor));
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void reconciliation_file_that_exists_is_to_others_as_one_that_does_not(Actor outsider) {
        ReconciliationFile uploaded = upload(file.id(), BUYER);
        ReconciliationFileId missing = ReconciliationFileId.of(file.id(), 77);

        List<ThrowingCallable> there = everything(uploaded.id(), outsider);
        List<ThrowingCallable> notThere = everything(missing, outsider);

        for (int i = 0; i < there.size(); i++) {
            Throwable one = catchThrowable(there.get(i));
            Throwable other = catchThrowable(notThere.get(i));
            assertThat(one).isExactlyInstanceOf(NotFoundException.class);
            assertThat(other).isExactlyInstanceOf(NotFoundException.class);
            assertThat(one.getMessage().replace(uploaded.id().value(), "?"))
                    .isEqualTo(other.getMessage().replace(missing.value(), "?"));
        }
    }

    @Test
    void reconciliation_files_are_listed_to_the_buyer_and_the_system_alone() {
        ReconciliationFile uploaded = upload(file.id(), BUYER);

        assertThat(shop.library.reconciliations().list(file.id(), BUYER)).containsExactly(uploaded);
        assertThat(shop.library.reconciliations().list(file.id(), SYSTEM)).containsExactly(uploaded);
        assertThat(shop.library.reconciliations().list(file.id(), VENDOR)).isEmpty();
        assertThat(shop.library.reconciliations().list(file.id(), Shop.RESELLER))
                .isEmpty();
        assertThatThrownBy(() -> shop.library.reconciliations().list(file.id(), Shop.STRANGER))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void upload_is_refused_to_whoever_sees_the_file_and_is_not_its_buyer() {
        for (Actor actor : List.of(VENDOR, Shop.RESELLER, SYSTEM)) {
            assertThatThrownBy(() -> upload(file.id(), actor))
                    .isInstanceOfSatisfying(
                            ActionRefusedException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_ALLOWED_TO_ACTOR));
        }
        for (Actor actor : List.of(Shop.STRANGER, Shop.OTHER_VENDOR)) {
            assertThatThrownBy(() -> upload(file.id(), actor))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("there is no usage file " + file.id());
        }
        assertThat(shop.library.reconciliations().list(file.id(), SYSTEM)).isEmpty();
    }

    @Test
    void preview_is_not_reconciled() {
        UsageFile preview = shop.pending(Environment.PREVIEW, FileKind.ACTUAL, Shop.many(1));

        assertThatThrownBy(() -> upload(preview.id(), VENDOR))
                .isInstanceOfSatisfying(
                        ActionRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.PREVIEW_IS_NOT_BILLED));
    }

    @Test
    void estimate_is_not_reconciled() {
        shop.clock.set(Instant.parse("2021-07-10T09:00:00Z"));
        UsageFile estimate = shop.pending(Environment.PRODUCTION, FileKind.ESTIMATE, Shop.many(1));

        assertThatThrownBy(() -> upload(estimate.id(), BUYER))
                .isInstanceOfSatisfying(
                        ActionRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.ESTIMATE_IS_NOT_BILLED));
    }

    @Test
    void ids_run_on_and_come_to_an_end() {
        shop.store.inTransaction(session -> {
            for (int number = 1; number < ReconciliationFileId.MOST; number++) {
                session.reconciliations()
                        .insert(ReconciliationFile.uploaded(
                                ReconciliationFileId.of(file.id(), number),
                                "0".repeat(64),
                                1,
                                BUYER,
                                shop.clock.instant()));
            }
            return session.reconciliations()
                    .list(file.id(), StoreFixtures.SYSTEM)
                    .size();
        });

        assertThat(upload(file.id(), BUYER).id().value()).endsWith("-999");
        assertThatThrownBy(() -> upload(file.id(), BUYER))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo("TOO_MANY_RECONCILIATIONS"));
    }

    @Test
    void two_steps_do_what_one_does() {
        ReconciliationFile uploaded = upload(file.id(), BUYER);

        var result = shop.library.reconciliations().process(uploaded.id(), SYSTEM);

        assertThat(uploaded.status()).isEqualTo(ReconciliationStatus.UPLOADED);
        assertThat(uploaded.bytes()).isEqualTo(CONTENT.length);
        assertThat(result.file().counts().closed()).isEqualTo(1);
        assertThat(shop.records(file).get(0).closing().by()).isEqualTo(BUYER);
    }
}
