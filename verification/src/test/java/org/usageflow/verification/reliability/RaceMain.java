package org.usageflow.verification.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.usageflow.databases.TestDatabases;
import org.usageflow.testkit.MutableClock;

/**
 * Callers in a process of their own. Each heat is a line of deeds, parted by tabs, on the standard input, which is answered by {@code ready}; then a line {@code go}, which is answered by a line for each caller. The end of the input ends it.
 *
 * <p>Arguments: the database's URL, the directory for temporary files, how many threads.
 */
public final class RaceMain {

    /** What the lines begin with that are meant for the parent. */
    static final String TOLD = "race ";

    private RaceMain() {}

    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (Throwable e) {
            e.printStackTrace(System.out);
            // Callers that hang would keep the process
            Runtime.getRuntime().halt(3);
        }
    }

    private static void run(String[] arguments) throws IOException {
        try (var pool = TestDatabases.pool(TestDatabases.at(arguments[0]))) {
            DatabaseSite site =
                    DatabaseSite.open(pool, MutableClock.at(RaceIT.NOW), Path.of(arguments[1]), event -> {});
            serve(site, Integer.parseInt(arguments[2]));
        }
    }

    private static void serve(DatabaseSite site, int threads) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var callers = new RaceCallers(site, threads)) {
            tell("open");
            for (String deeds = in.readLine(); deeds != null; deeds = in.readLine()) {
                callers.ready(List.of(deeds.split("\t")));
                tell("ready");
                in.readLine();
                callers.go();
                callers.answers().forEach(each -> tell(each.written()));
            }
        }
    }

    private static void tell(String line) {
        System.out.println(TOLD + line);
        System.out.flush();
    }
}
