package org.usageflow.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Runs contests: every way in turn in each round, whose first is another one each time. */
final class Arena {

    private final int warmUps;
    private final int rounds;
    private final PrintStream out;

    /**
     * Makes an arena.
     *
     * @param warmUps rounds before those that count
     * @param rounds that count
     * @param out hears of each run
     */
    Arena(int warmUps, int rounds, PrintStream out) {
        this.warmUps = warmUps;
        this.rounds = rounds;
        this.out = out;
    }

    /**
     * Runs a contest.
     *
     * @param serverCpu the processor time that the server has used so far, in nanoseconds
     * @throws IllegalStateException if a way did another number of rows than it should
     */
    Result run(Contest contest, LongSupplier serverCpu) throws SQLException, IOException {
        List<Contestant> ways = contest.contestants();
        List<List<Watch.Reading>> readings = new ArrayList<>();
        ways.forEach(way -> readings.add(new ArrayList<>()));
        for (int round = -warmUps; round < rounds; round++) {
            for (int turn = 0; turn < ways.size(); turn++) {
                int which = Math.floorMod(turn + round, ways.size());
                Watch.Reading reading = time(contest, ways.get(which), new Watch(serverCpu));
                say(contest, ways.get(which), round, reading);
                if (round >= 0) {
                    readings.get(which).add(reading);
                }
            }
        }
        List<Timing> timings = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            timings.add(new Timing(ways.get(i).name(), readings.get(i)));
        }
        return new Result(contest, timings);
    }

    private static Watch.Reading time(Contest contest, Contestant way, Watch watch) throws SQLException, IOException {
        way.preparation().run();
        // What others left on the heap is not collected at this one's cost
        System.gc();
        watch.go();
        long done = way.work().run(watch);
        watch.stand();
        if (done != contest.rows()) {
            throw new IllegalStateException(contest.what() + ", " + way.name() + ": " + done + " rows were done, "
                    + contest.rows() + " are right");
        }
        return watch.reading();
    }

    private void say(Contest contest, Contestant way, int round, Watch.Reading reading) {
        out.printf(
                Locale.ROOT,
                "%s, %,d rows, %s, %s: %s, %d ms, %d ms of processors%s%n",
                contest.store(),
                contest.rows(),
                contest.what(),
                way.name(),
                round < 0 ? "warm-up" : "round " + (round + 1),
                reading.nanos() / 1_000_000,
                reading.cpu() / 1_000_000,
                reading.laps().isEmpty() ? "" : " " + reading.laps());
    }
}
