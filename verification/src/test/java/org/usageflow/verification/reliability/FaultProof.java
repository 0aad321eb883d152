package org.usageflow.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.usageflow.testkit.jdbc.FailingDataSource;

/** Gives a command again and again, and has the database fail at the first call, the second, and so on to the last, in each way. */
final class FaultProof {

    /** More than any command needs: who comes here goes round in circles. */
    private static final int MOST = 5_000;

    private final FaultBench bench;

    FaultProof(FaultBench bench) {
        this.bench = bench;
    }

    /** Proves a command. Gives how many faults there were of each kind. */
    Map<FaultKind, Integer> prove(FaultCommand command, FaultKind... kinds) {
        FaultReference reference = FaultReference.of(command, bench);
        Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : kinds) {
            int number = 1;
            while (fails(command, reference, new FaultPoint(kind, number))) {
                number++;
                assertThat(number).as("%s of %s", kind, command).isLessThan(MOST);
            }
            faults.put(kind, number - 1);
        }
        return faults;
    }

    /** Gives the command once. Gives whether there was a fault. */
    private boolean fails(FaultCommand command, FaultReference reference, FaultPoint point) {
        bench.begin(command);
        int given = bench.scene().files();
        FailingDataSource source = bench.failing();
        FaultSite site = bench.exposed(command.isHeard());
        point.plan(source, bench.database().kind());
        FaultAnswer answer = FaultAnswer.of(() -> command.run(site));
        source.heal();
        try {
            answer.checkTyped();
            assertThat(source.openConnections())
                    .as("connections that were not closed")
                    .isZero();
            List<StoredFile> now = bench.kept();
            checkKept(reference, point, answer, now);
            goOn(command, reference, now, given);
            if (command.isHeard()) {
                bench.scene().passLeases();
                bench.restarted(true).usage.events().drain();
                new FaultEars(bench.scene()).check(bench.kept());
            }
        } catch (AssertionError | RuntimeException e) {
            String words = command + ", " + point + ", answered " + answer.kind() + ": " + e.getMessage();
            throw new AssertionError(words, answer.failure() == null ? e : withCause(e, answer.failure()));
        }
        return point.isReached();
    }

    private static Throwable withCause(Throwable failure, Throwable answer) {
        failure.addSuppressed(answer);
        return failure;
    }

    private static void checkKept(
            FaultReference reference, FaultPoint point, FaultAnswer answer, List<StoredFile> now) {
        now.forEach(StoredFile::check);
        if (!point.isReached() || point.isOvercome()) {
            assertThat(answer.kind()).isEqualTo("done");
            assertThat(answer.value()).isEqualTo(reference.answer().value());
            assertThat(now).isEqualTo(reference.after());
            return;
        }
        assertThat(reference.allows(now))
                .as("%s is a state of the command or one that was given up:%n%s", FaultReference.outline(now), now)
                .isTrue();
        boolean kept = now.equals(reference.after());
        if (answer.isDone() && !kept) {
            // Only what comes behind what was asked may have failed unheard: the parts of a file that was accepted
            assertThat(now).hasSameSizeAs(reference.after());
            assertThat(now.get(0).parts()).as("parts that were not completed").isNotEmpty();
            assertThat(now.get(0).file()).isEqualTo(reference.after().get(0).file());
            assertThat(now.get(0).records()).isEqualTo(reference.after().get(0).records());
        }
    }

    /** What the next process does: recovers, and is given the command again. */
    private void goOn(FaultCommand command, FaultReference reference, List<StoredFile> now, int given) {
        FaultSite next = bench.restarted(command.isHeard());
        bench.scene().files(given);
        if (now.equals(reference.after())) {
            FaultAnswer again = FaultAnswer.of(() -> command.run(next));
            assertThat(again.kind()).as("once more").isEqualTo(reference.again().kind());
            assertThat(bench.kept()).as("after once more").isEqualTo(reference.afterAgain());
        } else if (now.equals(reference.before()) && !command.isRecovery()) {
            FaultAnswer again = FaultAnswer.of(() -> command.run(next));
            assertThat(again.kind()).as("once more, after nothing").isEqualTo("done");
            assertThat(bench.kept()).as("after once more").isEqualTo(reference.after());
        } else {
            bench.scene().passLeases();
            next.usage.recovery().recover();
            List<StoredFile> settled = bench.kept();
            settled.forEach(StoredFile::check);
            assertThat(settled)
                    .as("after recover()")
                    .allSatisfy(each ->
                            assertThat(each.isSettled()).as(each.outline()).isTrue());
            FaultAnswer again = FaultAnswer.of(() -> command.run(next));
            again.checkTyped();
            new FaultEnd(next, reference.after()).reach();
            List<StoredFile> end = bench.kept();
            end.forEach(StoredFile::check);
            assertThat(FaultEnd.essence(end)).as("in the end").isEqualTo(FaultEnd.essence(reference.after()));
            if (command.isErasure()) {
                assertThat(end)
                        .as("content that is left")
                        .allMatch(each -> each.content().isEmpty());
            }
        }
    }

    /** In a line, for a person. */
    static String line(FaultCommand command, Map<FaultKind, Integer> faults) {
        var words = new ArrayList<String>();
        faults.forEach((kind, count) -> words.add(kind + " " + count));
        return command + ": " + String.join(", ", words);
    }
}
