package org.usageflow.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;
import org.usageflow.spi.store.PlacedProblem;

/** Files that wanted the same record ids: each id is live in one of them, and the others were told of it at its cell (rules §6.3). */
final class RaceClaims {

    private final List<StoredFile> files;
    private final Map<RecordKey, UsageFileId> holders = new HashMap<>();

    RaceClaims(List<StoredFile> files) {
        this.files = files;
    }

    /** Checks files of so many rows each. */
    void check(int rows) {
        for (StoredFile each : files) {
            each.check();
            assertThat(each.file().status()).as("%s", each.file()).isIn(UsageFileStatus.READY, UsageFileStatus.INVALID);
            assertThat(each.records()).hasSize(rows);
        }
        files.stream()
                .filter(each -> each.file().status() == UsageFileStatus.READY)
                .forEach(this::checkWinner);
        assertThat(holders).as("somebody wins").isNotEmpty();
        files.stream()
                .filter(each -> each.file().status() == UsageFileStatus.INVALID)
                .forEach(this::checkLoser);
    }

    private void checkWinner(StoredFile ready) {
        assertThat(ready.problems()).isEmpty();
        assertThat(ready.live()).hasSize(ready.records().size());
        for (UsageRecord each : ready.records()) {
            assertThat(each.status()).isEqualTo(RecordStatus.VALIDATED);
            UsageFileId other = holders.put(each.key(), ready.file().id());
            assertThat(other).as("another holder of %s", each.key()).isNull();
        }
    }

    /** The ids of a holder are told all or none: none where it came to hold them after the loser was judged by those of another. */
    private void checkLoser(StoredFile invalid) {
        Map<RecordKey, Problem> told = new HashMap<>();
        for (PlacedProblem each : invalid.problems()) {
            Problem problem = each.problem();
            assertThat(problem.code()).isEqualTo(ProblemCode.RECORD_ID_ALREADY_REPORTED);
            assertThat(problem.place().column()).isEqualTo(Columns.RECORD_ID);
            assertThat(told.put(new RecordKey(problem.value()), problem)).isNull();
        }
        Set<UsageFileId> tellers = told.keySet().stream().map(holders::get).collect(Collectors.toSet());
        assertThat(tellers)
                .as("holders of what %s was told", invalid.file())
                .isNotEmpty()
                .doesNotContainNull();
        Set<RecordKey> expected = new HashSet<>();
        for (UsageRecord each : invalid.records()) {
            boolean held = tellers.contains(holders.get(each.key()));
            assertThat(each.status())
                    .as("%s of %s", each.key(), invalid.file().id())
                    .isEqualTo(held ? RecordStatus.INVALID : RecordStatus.VALIDATED);
            if (held) {
                expected.add(each.key());
                assertThat(told.get(each.key()).place().row()).isEqualTo(each.row());
            }
        }
        assertThat(told.keySet()).isEqualTo(expected);
    }
}
