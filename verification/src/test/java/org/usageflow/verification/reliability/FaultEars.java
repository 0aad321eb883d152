package org.usageflow.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFileId;

/** What listeners heard in the end: every event at least once, the first time in order (rules §8). */
final class FaultEars {

    private final FaultScene scene;

    FaultEars(FaultScene scene) {
        this.scene = scene;
    }

    /** Checks that the files' events were heard. */
    void check(List<StoredFile> files) {
        Map<UsageFileId, Long> reached = new HashMap<>();
        for (UsageEvent event : scene.heard()) {
            long before = reached.getOrDefault(event.file(), 0L);
            assertThat(event.number()).as("%s after %d", event, before).isLessThanOrEqualTo(before + 1);
            reached.put(event.file(), Math.max(before, event.number()));
        }
        for (StoredFile each : files) {
            assertThat(reached.getOrDefault(each.file().id(), 0L))
                    .as("events heard of %s", each.file().id())
                    .isEqualTo(each.history().size());
        }
    }
}
