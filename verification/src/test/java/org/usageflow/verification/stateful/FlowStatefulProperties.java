package org.usageflow.verification.stateful;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.usageflow.core.store.InMemoryUsageStore;
import org.usageflow.model.EventAction;
import org.usageflow.verification.store.AgainStore;

/** Whatever several actors ask in whatever order, the library does as a simple model of the rules does (rules §4, §5, §6.3). */
class FlowStatefulProperties {

    private static final List<EventAction> FAR = List.of(
            EventAction.FAIL,
            EventAction.APPEND,
            EventAction.REJECT,
            EventAction.ACCEPT,
            EventAction.CLOSE_RECORDS,
            EventAction.CORRECT_BILLING,
            EventAction.CLOSE);

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void the_flow_agrees_with_a_simple_model(
            @ForAll boolean partial, @ForAll(supplier = Stories.class) List<Step> steps) throws IOException {
        Path directory = Files.createTempDirectory("usageflow-story-");
        try {
            var story = new Story(partial, new InMemoryUsageStore(), directory);
            steps.forEach(story::play);
            story.events().forEach(event -> Statistics.label("events").collect(event));
        } finally {
            remove(directory);
        }
        // Stories must come far to say anything
        Statistics.label("events").coverage(seen -> {
            for (EventAction each : FAR) {
                seen.check(each.name()).count(times -> times > 0);
            }
        });
    }

    /** A store may do all work again from its start: it comes to the same. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void the_flow_agrees_with_the_model_where_the_store_does_all_work_again(
            @ForAll boolean partial, @ForAll(supplier = Stories.class) List<Step> steps) throws IOException {
        Path directory = Files.createTempDirectory("usageflow-story-");
        try {
            var store = new AgainStore(new InMemoryUsageStore());
            var story = new Story(partial, store, directory);
            steps.forEach(story::play);
            assertThat(store.undone()).isPositive();
        } finally {
            remove(directory);
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
