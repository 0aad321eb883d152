package org.usageflow.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.usageflow.lifecycle.PartFileStatus;
import org.usageflow.lifecycle.ReconciliationStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.UsageEvent;
import org.usageflow.testkit.jdbc.FailingDataSource;

/**
 * What a command does where nothing fails.
 *
 * @param states what is kept before it, after each of its commits that changed something, and in the end
 * @param answer what it returned
 * @param again what it comes to once more
 * @param afterAgain what is kept then
 */
record FaultReference(
        List<List<StoredFile>> states, FaultAnswer answer, FaultAnswer again, List<StoredFile> afterAgain) {

    private static final Set<EventAction> SETTLING = EnumSet.of(
            EventAction.COMPLETE_PART,
            EventAction.FAIL_PART,
            EventAction.COMPLETE_RECONCILIATION,
            EventAction.FAIL_RECONCILIATION);

    /** Gives the command where nothing fails, and looks on. */
    static FaultReference of(FaultCommand command, FaultBench bench) {
        bench.begin(command);
        var states = new ArrayList<List<StoredFile>>();
        states.add(bench.kept());
        FailingDataSource source = bench.failing();
        FaultSite site = bench.exposed(command.isHeard());
        // What was committed is seen when the next transaction begins
        source.failWhen(
                call -> {
                    if (call.is("getConnection")) {
                        note(states, bench.kept());
                    }
                    return false;
                },
                () -> new SQLException("not planned"));
        FaultAnswer answer = FaultAnswer.of(() -> command.run(site));
        source.heal();
        note(states, bench.kept());
        assertThat(answer.failure()).as("%s where nothing fails", command).isNull();
        assertThat(outlines(states)).as("the states of %s", command).isEqualTo(command.steps());
        FaultAnswer again = FaultAnswer.of(() -> command.run(bench.restarted(command.isHeard())));
        again.checkTyped();
        return new FaultReference(List.copyOf(states), answer, again, bench.kept());
    }

    private static void note(List<List<StoredFile>> states, List<StoredFile> now) {
        if (!states.get(states.size() - 1).equals(now)) {
            states.add(now);
        }
    }

    private static String outlines(List<List<StoredFile>> states) {
        return states.stream().map(FaultReference::outline).collect(Collectors.joining(" > "));
    }

    static String outline(List<StoredFile> files) {
        return files.isEmpty()
                ? "nothing"
                : files.stream().map(StoredFile::outline).collect(Collectors.joining(" + "));
    }

    List<StoredFile> before() {
        return states.get(0);
    }

    List<StoredFile> after() {
        return states.get(states.size() - 1);
    }

    /** Whether files may be so after a failure: as after one of the command's commits, or that with what the library could not go on with given up. */
    boolean allows(List<StoredFile> now) {
        return states.contains(now) || states.stream().anyMatch(state -> isGivenUp(state, now));
    }

    private static boolean isGivenUp(List<StoredFile> state, List<StoredFile> now) {
        if (state.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!state.get(i).equals(now.get(i)) && !isGivenUp(state.get(i), now.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGivenUp(StoredFile state, StoredFile now) {
        if (now.isGivenUp()) {
            List<UsageEvent> history = now.history();
            UsageEvent last = history.get(history.size() - 1);
            return last.action() == EventAction.ABORT && state.history().equals(history.subList(0, history.size() - 1));
        }
        boolean failed = now.parts().stream()
                        .anyMatch(
                                each -> each.status() == PartFileStatus.FAILED || each.status() == PartFileStatus.DRAFT)
                || now.reconciliations().stream().anyMatch(each -> each.status() == ReconciliationStatus.FAILED);
        return failed && state.unsettled(SETTLING).equals(now.unsettled(SETTLING));
    }
}
