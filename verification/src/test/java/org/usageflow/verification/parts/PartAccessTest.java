package org.usageflow.verification.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.usageflow.verification.parts.Shop.BUYER;
import static org.usageflow.verification.parts.Shop.SYSTEM;
import static org.usageflow.verification.parts.Shop.VENDOR;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
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
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.NotFoundException;
import org.usageflow.lifecycle.Capacity;
import org.usageflow.lifecycle.Lifecycles;
import org.usageflow.lifecycle.PartFileAction;
import org.usageflow.lifecycle.PartFileStatus;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.Party;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.spi.format.FormatId;
import org.usageflow.testkit.store.StoreFixtures;

/** Who may do what with part files in which status. Source: rules §4.3, §5. */
class PartAccessTest {

    @TempDir
    private Path directory;

    private Shop shop;
    private UsageFile file;
    private PartFileId id;

    @BeforeEach
    void acceptFile() {
        shop = new Shop(directory);
        file = shop.accepted(Shop.north("a"), Shop.south("b"));
        id = shop.parts(file).get(0).id();
    }

    private List<ThrowingCallable> everything(PartFileId part, Actor actor) {
        var target = new ByteArrayOutputStream();
        return List.of(
                () -> shop.library.parts().part(part, actor),
                () -> shop.library.parts().allowedActions(part, actor),
                () -> shop.library.parts().write(part, FormatId.CSV, target, actor),
                () -> shop.library.parts().regenerate(part, actor),
                () -> shop.library.parts().complete(part, actor),
                () -> shop.library.parts().close(part, "INV-1", actor));
    }

    static Stream<Actor> outsiders() {
        return Stream.of(VENDOR, Shop.OTHER_VENDOR, Shop.RESELLER, Shop.STRANGER);
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void part_that_exists_is_to_others_as_one_that_does_not(Actor outsider) {
        PartFileId missing = PartFileId.of(file.id(), 77);
        PartFile before = shop.part(id);

        List<ThrowingCallable> there = everything(id, outsider);
        List<ThrowingCallable> notThere = everything(missing, outsider);

        for (int i = 0; i < there.size(); i++) {
            Throwable one = catchThrowable(there.get(i));
            Throwable other = catchThrowable(notThere.get(i));
            assertThat(one).isExactlyInstanceOf(NotFoundException.class);
            assertThat(other).isExactlyInstanceOf(NotFoundException.class);
            assertThat(one.getMessage().replace(id.value(), "?"))
                    .isEqualTo(other.getMessage().replace(missing.value(), "?"));
        }
        assertThat(shop.part(id)).isEqualTo(before);
    }

    @Test
    void parts_of_a_file_are_listed_to_its_buyer_and_the_system_alone() {
        assertThat(shop.library.parts().list(file.id(), BUYER)).hasSize(2);
        assertThat(shop.library.parts().list(file.id(), SYSTEM)).isEqualTo(shop.parts(file));
        assertThat(shop.library.parts().list(file.id(), VENDOR)).isEmpty();
        assertThat(shop.library.parts().list(file.id(), Shop.RESELLER)).isEmpty();
        assertThatThrownBy(() -> shop.library.parts().list(file.id(), Shop.STRANGER))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("there is no usage file " + file.id());
    }

    @Test
    void history_that_the_vendor_sees_has_no_trace_of_parts() {
        shop.library.parts().regenerate(id, BUYER);
        shop.library.parts().close(id, "INV-1", BUYER);
        shop.reconcile(file, Shop.row("b", "INV-2", ""));

        List<UsageEvent> seen = shop.library.files().history(file.id(), VENDOR);

        assertThat(seen)
                .extracting(UsageEvent::action)
                .endsWith(EventAction.ACCEPT, EventAction.CLOSE_RECORDS, EventAction.CLOSE_RECORDS, EventAction.CLOSE);
        assertThat(seen).extracting(UsageEvent::number).isEqualTo(counted(seen.size()));
        assertThat(seen).noneMatch(each -> each.action().isBuyersOwn());
        assertThat(shop.library.files().history(file.id(), Shop.RESELLER))
                .extracting(UsageEvent::action)
                .containsExactly(EventAction.ACCEPT, EventAction.CLOSE);
    }

    private static List<Long> counted(int most) {
        return Stream.iterate(1L, each -> each + 1).limit(most).toList();
    }

    static Stream<Arguments> everyCase() {
        return Arrays.stream(PartFileStatus.values())
                .flatMap(status -> Stream.of(PartFileAction.COMPLETE, PartFileAction.CLOSE, PartFileAction.REGENERATE)
                        .flatMap(action -> Stream.of(
                                Arguments.of(status, action, BUYER, Capacity.BUYER),
                                Arguments.of(status, action, SYSTEM, Capacity.SYSTEM))));
    }

    private PartFile given(PartFileStatus status) {
        return shop.store.inTransaction(session -> {
            PartFile part = session.parts().find(id, StoreFixtures.SYSTEM).orElseThrow();
            if (status == PartFileStatus.READY) {
                return part;
            }
            PartFile next = part.regenerated(part.counts());
            session.parts().update(next);
            if (status == PartFileStatus.FAILED) {
                next = next.failed("the disk is full");
                session.parts().update(next);
            } else if (status == PartFileStatus.CLOSED) {
                next = next.completed(part.content());
                session.parts().update(next);
                next = next.closed(StoreFixtures.CLOSING, RecordCounts.NONE);
                session.parts().update(next);
            }
            return next;
        });
    }

    @ParameterizedTest(name = "{1} of a part that is {0} by {3}")
    @MethodSource("everyCase")
    void table_is_obeyed(PartFileStatus status, PartFileAction action, Actor actor, Capacity capacity) {
        PartFile before = given(status);
        boolean known = Lifecycles.part().find(status, action).isPresent();
        boolean allowed = Lifecycles.part().allowedActions(status, capacity).contains(action);

        Throwable thrown = catchThrowable(() -> fire(action, actor));

        assertThat(thrown == null).isEqualTo(allowed);
        if (thrown instanceof ActionRefusedException refused) {
            assertThat(refused.statusName()).isEqualTo(status.name());
            assertThat(refused.action()).isEqualTo(action.name());
            assertThat(refused.reason())
                    .isEqualTo(known ? RefusalReason.NOT_ALLOWED_TO_ACTOR : RefusalReason.NOT_IN_STATUS);
            assertThat(refused.allowedNames())
                    .isEqualTo(Lifecycles.part().allowedActions(status, capacity).stream()
                            .map(Enum::name)
                            .toList());
            assertThat(refused.status()).isNull();
            assertThat(refused.allowed()).isEmpty();
            assertThat(refused).hasMessageContaining(id + " is " + status.name().toLowerCase() + ": ");
            assertThat(shop.part(id)).isEqualTo(before);
        } else {
            PartFileStatus expected = action == PartFileAction.CLOSE ? PartFileStatus.CLOSED : PartFileStatus.READY;
            assertThat(thrown).isNull();
            assertThat(shop.part(id).status()).isEqualTo(expected);
        }
    }

    private void fire(PartFileAction action, Actor actor) {
        switch (action) {
            case COMPLETE -> shop.library.parts().complete(id, actor);
            case CLOSE -> shop.library.parts().close(id, "INV-1", actor);
            case REGENERATE -> shop.library.parts().regenerate(id, actor);
            default -> throw new AssertionError(action);
        }
    }

    @Test
    void allowed_actions_are_those_of_the_table() {
        assertThat(shop.library.parts().allowedActions(id, BUYER))
                .containsExactly(PartFileAction.CLOSE, PartFileAction.REGENERATE);
        assertThat(shop.library.parts().allowedActions(id, SYSTEM)).containsExactly(PartFileAction.REGENERATE);
    }

    @Test
    void buyer_that_is_a_reseller_is_a_buyer_too() {
        Actor reseller = Actor.of(Party.RESELLER, BUYER.account().value());

        assertThat(shop.library.parts().close(id, "INV-1", reseller).status()).isEqualTo(PartFileStatus.CLOSED);
    }

    @Test
    void format_that_is_not_wired_is_refused() {
        assertThatThrownBy(
                        () -> shop.library.parts().write(id, new FormatId("ods"), new ByteArrayOutputStream(), BUYER))
                .isInstanceOf(InvalidCommandException.class)
                .hasMessageContaining("ods");
    }
}
