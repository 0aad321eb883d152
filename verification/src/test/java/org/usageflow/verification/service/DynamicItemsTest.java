package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.error.RefusedException;
import org.usageflow.error.StoreException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.testkit.UsageFixtures;

/** Items that rows describe are registered with the product through the host's registry when the file is accepted (rules §2). */
class DynamicItemsTest {

    @TempDir
    Path directory;

    private DeskWorld world;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
    }

    private UsageFileId pending() {
        return world.ladder()
                .rows(
                        world.rows.describing("A", "MPN-X"),
                        world.rows.good("B"),
                        world.rows.describing("C", "MPN-Y"),
                        world.rows.describing("D", "MPN-X"))
                .id(UsageFileStatus.PENDING);
    }

    private List<Item> items(UsageFileId id) {
        List<Item> items = new ArrayList<>();
        world.records(id).forEach(each -> items.add(each.item()));
        return items;
    }

    private static List<String> mpns(Set<DynamicItem> items) {
        return items.stream().map(DynamicItem::mpn).sorted().toList();
    }

    @Test
    void they_are_registered_at_acceptance_once_for_each_mpn() {
        UsageFileId id = pending();
        int before = world.host.registrations().size();

        world.files.accept(id, null, Parties.BUYER);

        assertThat(before).isZero();
        assertThat(world.host.registrations()).hasSize(1);
        assertThat(mpns(world.host.registrations().get(0))).containsExactly("MPN-X", "MPN-Y");
        assertThat(items(id))
                .extracting(Item::mpn)
                .containsExactly("MPN-X", UsageFixtures.CALLS.mpn(), "MPN-Y", "MPN-X");
        assertThat(world.records(id)).extracting(UsageRecord::status).containsOnly(RecordStatus.ACCEPTED);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = UsageFileStatus.class,
            names = {"READY", "PENDING", "REJECTED", "DELETED"})
    void nothing_is_registered_before_or_without_acceptance(UsageFileStatus status) {
        world.ladder().rows(world.rows.describing("A", "MPN-X")).at(status);

        assertThat(world.host.registrations()).isEmpty();
        assertThat(world.watch.calls("registry.register")).isZero();
    }

    @Test
    void a_later_file_finds_a_registered_item_by_its_mpn_with_and_without_describing_it() {
        UsageFileId first = pending();
        world.files.accept(first, null, Parties.BUYER);
        Item registered = items(first).get(0);

        UsageFileId later = world.ladder()
                .rows(world.rows.ofItem("E", "MPN-X"), world.rows.describing("F", "MPN-X"))
                .id(UsageFileStatus.ACCEPTED);

        assertThat(items(later)).containsExactly(registered, registered);
        assertThat(world.host.registrations()).hasSize(1);
    }

    @Test
    void two_files_that_describe_the_same_item_at_a_time_get_the_same_item() {
        UsageFileId first = pending();
        UsageFileId second =
                world.ladder().rows(world.rows.describing("E", "MPN-X")).id(UsageFileStatus.PENDING);

        world.files.accept(first, null, Parties.BUYER);
        world.files.accept(second, null, Parties.BUYER);

        assertThat(items(second)).containsExactly(items(first).get(0));
    }

    @Test
    void a_registry_that_fails_leaves_the_file_pending_and_it_may_be_accepted_later() {
        UsageFileId id = pending();
        var before = world.snapshot(id);
        world.watch.on("registry.register", () -> {
            throw new IllegalStateException("the registry is away");
        });

        assertThatThrownBy(() -> world.files.accept(id, null, Parties.BUYER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the registry is away");

        assertThat(world.snapshot(id)).isEqualTo(before);
        world.watch.off("registry.register");
        world.files.accept(id, null, Parties.BUYER);
        assertThat(items(id)).doesNotContainNull();
    }

    @Test
    void a_store_that_fails_after_the_registration_leaves_the_file_pending_and_asks_again() {
        UsageFileId id = pending();
        var before = world.snapshot(id);
        world.watch.on("files.update", () -> {
            throw new StoreException("broken", null);
        });

        assertThatThrownBy(() -> world.files.accept(id, null, Parties.BUYER)).isInstanceOf(StoreException.class);

        assertThat(world.snapshot(id)).isEqualTo(before);
        world.watch.off("files.update");
        world.files.accept(id, null, Parties.BUYER);
        assertThat(world.host.registrations())
                .hasSize(2)
                .containsOnly(world.host.registrations().get(0));
        assertThat(items(id)).doesNotContainNull();
    }

    @Test
    void without_a_registry_a_file_that_describes_items_is_refused_and_others_are_not() {
        world = DeskWorld.setup(directory).withoutRegistry().build();
        UsageFileId describing = pending();

        RefusedException refused = Outcome.of(() -> world.files.accept(describing, null, Parties.BUYER))
                .failedWith(RefusedException.class);
        UsageFile plain = world.ladder().at(UsageFileStatus.ACCEPTED);

        assertThat(refused.code()).isEqualTo("NO_ITEM_REGISTRY");
        assertThat(world.file(describing).status()).isEqualTo(UsageFileStatus.PENDING);
        assertThat(plain.status()).isEqualTo(UsageFileStatus.ACCEPTED);
    }

    @Test
    void many_items_are_registered_in_batches() {
        List<ReportedRecord> rows = IntStream.range(0, 2_300)
                .mapToObj(i -> world.rows.describing("M-" + i, "MPN-M-" + i))
                .toList();

        UsageFileId id = world.ladder().rows(rows).id(UsageFileStatus.ACCEPTED);

        assertThat(world.host.registrations())
                .allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(1_000));
        assertThat(world.host.registrations().stream().mapToInt(Set::size).sum())
                .isEqualTo(2_300);
        assertThat(items(id))
                .extracting(Item::mpn)
                .isEqualTo(rows.stream().map(each -> each.item().value()).toList());
    }

    @Test
    void an_item_that_a_suspended_row_alone_describes_is_not_registered() {
        world = DeskWorld.setup(directory)
                .policies(Policies.DEFAULTS.with(AcceptancePolicy.PARTIAL))
                .build();
        ReportedRecord described = world.rows.describing("S", "MPN-S");
        ReportedRecord nowhere = ReportedRecord.builder(
                        new RecordKey("S"),
                        ItemSearch.byMpn("MPN-S"),
                        Quantity.of("28"),
                        UsageFixtures.WINDOW_JULY_8,
                        SubscriptionSearch.byId("AS-0000-0000-0000"))
                .amount(described.amount())
                .dynamicItem(described.dynamicItem())
                .build();

        world.ladder().rows(nowhere, world.rows.describing("A", "MPN-X")).at(UsageFileStatus.ACCEPTED);

        assertThat(world.host.registrations()).hasSize(1);
        assertThat(mpns(world.host.registrations().get(0))).containsExactly("MPN-X");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Scene.class,
            names = {"PREVIEW", "ESTIMATE"})
    void nothing_of_a_preview_or_an_estimate_is_registered(Scene scene) {
        UsageFile file = world.ladder()
                .command(scene.command())
                .rows(world.rows.describing("A", "MPN-X"))
                .at(UsageFileStatus.ACCEPTED);

        assertThat(file.status()).isEqualTo(UsageFileStatus.ACCEPTED);
        assertThat(world.host.registrations()).isEmpty();
    }
}
