package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.error.NotFoundException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.query.RecordQuery;

/** Rules §4.1, row 13. */
class FileDeletionTest {

    @TempDir
    Path directory;

    private DeskWorld world;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
    }

    @ParameterizedTest(name = "row 13: from {0}")
    @EnumSource(
            value = UsageFileStatus.class,
            names = {"DRAFT", "INVALID", "READY", "REJECTED"})
    void row_13_delete_keeps_the_file_for_its_vendor_and_takes_its_records_out_of_every_query(UsageFileStatus from) {
        UsageFileId id = world.ladder().id(from);
        var records = world.records(id);

        UsageFile deleted = world.files.delete(id, Parties.OWNER);

        UsageEvent last = world.history(id).get(world.history(id).size() - 1);
        assertThat(last.action()).isEqualTo(EventAction.DELETE);
        assertThat(last.from()).isEqualTo(from);
        assertThat(last.to()).isEqualTo(UsageFileStatus.DELETED);
        assertThat(last.by()).isEqualTo(Parties.OWNER);
        assertThat(world.files.file(id, Parties.OWNER)).isEqualTo(deleted);
        assertThat(world.files.allowedActions(id, Parties.OWNER)).isEmpty();
        assertThat(world.files.allowedActions(id, Parties.SYSTEM)).isEmpty();
        assertThat(world.files.history(id, Parties.OWNER)).isEqualTo(world.history(id));
        assertThat(world.records.list(RecordQuery.of(id).withCount(), Parties.OWNER))
                .satisfies(page -> assertThat(page.items()).isEmpty())
                .satisfies(page -> assertThat(page.total()).isZero());
        for (UsageRecord each : records) {
            assertThatThrownBy(() -> world.records.record(each.id(), Parties.OWNER))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void row_13_ids_of_a_deleted_file_may_be_reported_again() {
        UsageFileId id = world.ladder().rows(world.rows.good("A")).id(UsageFileStatus.READY);
        world.files.delete(id, Parties.OWNER);

        UsageFile again = world.ladder().rows(world.rows.good("A")).at(UsageFileStatus.READY);

        assertThat(again.counts().of(RecordStatus.VALIDATED)).isEqualTo(1);
    }
}
