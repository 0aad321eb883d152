package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.HubId;
import org.usageflow.model.PartContent;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.RecordCounts;
import org.usageflow.spi.store.ReadScope;

/** Part files. Source: rules §4.3, §5. */
abstract class StorePartRules extends StoreHubRules {

    private static final Instant AT = Instant.parse("2021-08-10T09:00:00Z");
    private static final PartContent CONTENT = new PartContent("xlsx", "0123456789abcdef".repeat(4), 4_711);

    private static PartFile part(int number, @Nullable HubId hub) {
        var counts = new RecordCounts(Map.of(RecordStatus.ACCEPTED, 3L));
        return PartFile.made(PartFileId.of(F1, number), hub, counts, AT);
    }

    private PartFile kept(PartFile part) {
        change(session -> session.parts().insert(part));
        return part;
    }

    private PartFile changed(PartFile part) {
        change(session -> session.parts().update(part));
        return part;
    }

    private List<PartFile> listed(ReadScope reader) {
        return ask(session -> session.parts().list(F1, reader));
    }

    private Optional<PartFile> found(PartFileId id, ReadScope reader) {
        return ask(session -> session.parts().find(id, reader));
    }

    private void givenAccepted() {
        given(StoreFixtures.file(1).status(UsageFileStatus.ACCEPTED));
    }

    @Test
    @DisplayName("STORE-111 MUST: a part comes back as it was kept, in every status")
    void part_comes_back_equal() {
        givenAccepted();
        PartFile made = kept(part(1, NORTH));
        assertThat(listed(StoreFixtures.SYSTEM)).containsExactly(made);

        PartFile failed = changed(made.failed("why \u00e9"));
        assertThat(listed(StoreFixtures.SYSTEM)).containsExactly(failed);

        PartFile again = changed(failed.regenerated(new RecordCounts(Map.of(RecordStatus.CLOSED, 1L))));
        PartFile ready = changed(again.completed(CONTENT));
        PartFile overtaken = changed(ready.overtaken());
        assertThat(listed(StoreFixtures.SYSTEM)).containsExactly(overtaken);

        PartFile closed = changed(overtaken.closed(StoreFixtures.CLOSING, RecordCounts.NONE));
        assertThat(found(made.id(), StoreFixtures.SYSTEM)).contains(closed);
    }

    @Test
    @DisplayName("STORE-112 MUST: parts of a file are listed by id, with a hub or without")
    void parts_are_listed_by_id() {
        givenAccepted();
        PartFile second = kept(part(2, NORTH));
        PartFile eleventh = kept(part(11, SOUTH));
        PartFile first = kept(part(1, null));

        assertThat(listed(StoreFixtures.BUYER)).containsExactly(first, second, eleventh);
        List<PartFile> others = ask(session -> session.parts().list(F2, StoreFixtures.SYSTEM));
        assertThat(others).isEmpty();
    }

    @Test
    @DisplayName("STORE-113 MUST: parts are there for the file's buyer and the system, and for nobody else")
    void parts_are_the_buyers() {
        givenAccepted();
        PartFile part = kept(part(1, NORTH));

        for (ReadScope reader : List.of(StoreFixtures.BUYER, StoreFixtures.SYSTEM)) {
            assertThat(listed(reader)).containsExactly(part);
            assertThat(found(part.id(), reader)).contains(part);
        }
        for (ReadScope reader : List.of(StoreFixtures.VENDOR, StoreFixtures.RESELLER_1, StoreFixtures.RESELLER_2)) {
            assertThat(listed(reader)).isEmpty();
            assertThat(found(part.id(), reader)).isEmpty();
        }
        assertThat(found(PartFileId.of(F1, 2), StoreFixtures.SYSTEM)).isEmpty();
        assertThat(found(PartFileId.of(F2, 1), StoreFixtures.SYSTEM)).isEmpty();
    }

    @Test
    @DisplayName(
            "STORE-114 MUST: a part is changed from the version that is kept, and no other; one that does not exist not at all")
    void update_of_a_part_from_a_stale_version_is_refused() {
        givenAccepted();
        PartFile made = kept(part(1, NORTH));
        PartFile ready = changed(made.completed(CONTENT));

        assertThatThrownBy(() -> changed(made.failed("late")))
                .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                    assertThat(stale.subject()).isEqualTo(made.id().value());
                    assertThat(stale.expected()).isEqualTo(made.version());
                    assertThat(stale.actual()).isEqualTo(ready.version());
                });
        assertThatThrownBy(() -> changed(part(2, NORTH).failed("none"))).isInstanceOf(NotFoundException.class);
        assertThat(listed(StoreFixtures.SYSTEM)).containsExactly(ready);
    }

    @Test
    @DisplayName("STORE-115 MUST: an id of a part is taken once")
    void insert_of_a_part_whose_id_is_taken_is_refused() {
        givenAccepted();
        PartFile first = kept(part(1, NORTH));

        assertThatThrownBy(() -> kept(part(1, SOUTH))).isInstanceOf(StaleVersionException.class);
        assertThat(listed(StoreFixtures.SYSTEM)).containsExactly(first);
    }

    @Test
    @DisplayName("STORE-116 MUST: what a transaction did with parts is not kept when it fails")
    void parts_of_a_failed_transaction_are_gone() {
        givenAccepted();
        PartFile first = kept(part(1, NORTH));

        assertThatThrownBy(() -> change(session -> {
                    session.parts().insert(part(2, SOUTH));
                    session.parts().update(first.completed(CONTENT));
                    throw new IllegalStateException("deliberate");
                }))
                .hasMessage("deliberate");

        assertThat(listed(StoreFixtures.SYSTEM)).containsExactly(first);
    }
}
