package org.usageflow.console.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.usageflow.console.catalog.JsonCatalog;
import org.usageflow.console.host.Host;
import org.usageflow.console.output.TargetFile;
import org.usageflow.core.Usageflow;
import org.usageflow.error.UsageflowException;

/**
 * Tells, on example data, what the library does: four usage files on their way from draft to closed. Checks what it tells.
 *
 * <p>Everything is kept in memory and in the demonstration's directory; two runs tell the same.
 */
public final class Demo {

    static final String UPLOADS = "uploads";

    private static final String CATALOG = "catalog.json";

    private final Stage stage;
    private final List<DemoReport> reports;

    private Demo(Stage stage, List<DemoReport> reports) {
        this.stage = stage;
        this.reports = reports;
    }

    /**
     * Runs the demonstration.
     *
     * @param directory where its files go and stay; is made if it is not there
     * @param out where the story goes
     * @return whether all came out as it should
     * @throws IOException if a file cannot be written
     */
    public static boolean run(Path directory, PrintWriter out) throws IOException {
        return run(directory, out, DemoReports.all());
    }

    /** Runs the demonstration with other reports. */
    static boolean run(Path directory, PrintWriter out, List<DemoReport> reports) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(CATALOG);
        try (InputStream in =
                Objects.requireNonNull(Demo.class.getResourceAsStream(CATALOG), "the demonstration's catalog")) {
            TargetFile.write(file, in::transferTo);
        }
        JsonCatalog catalog = JsonCatalog.read(file);
        var clock = new DemoClock();
        Usageflow usage = Host.inMemory(catalog, directory.resolve(UPLOADS), clock, new DemoIds());
        var stage = new Stage(usage, catalog, new Cast(catalog), clock, directory, out, new Surprises());
        return new Demo(stage, reports).tell();
    }

    private boolean tell() throws IOException {
        introduce();
        try {
            var told = new ArrayList<Told>();
            for (DemoReport each : reports) {
                told.add(Story.tell(stage, told.size() + 1, each));
                stage.clock().step();
            }
            stage.out().println();
            stage.out().println("At the end, read from the library again and compared with all that was told:");
            stage.out().println();
            new ReadBack(stage).compare(told);
        } catch (UsageflowException e) {
            stage.surprises().add("the story ends early: " + e.getMessage());
        }
        stage.out().println();
        conclude();
        return stage.surprises().isEmpty();
    }

    private void introduce() {
        PrintWriter out = stage.out();
        out.println(
                "A vendor's usage reports of May 2026, from the first try to the bill, in each of the four ways to report.");
        out.println();
        stage.cast().print(out);
        out.println();
        out.println(
                "A usage file reports on one product for one month. Each of its rows is a record: how much of what one");
        out.println(
                "subscription used, and when. The arrow gives the file's status after a step: draft, invalid (it has");
        out.println("faults), ready (it has none), pending (the buyer decides), rejected, accepted, closed (billed).");
        out.println("Behind each story stands the file's history, as the library keeps it, a line a step.");
        out.println();
        out.println("All files are in " + stage.directory() + "; " + CATALOG
                + " there has the parties, products and subscriptions.");
    }

    private void conclude() {
        PrintWriter out = stage.out();
        if (!stage.surprises().isEmpty()) {
            stage.surprises().print(out);
            return;
        }
        DemoReport first = reports.get(0);
        Path faulty = new ReportFiles(stage.usage(), first, stage.directory()).file("upload-with-faults");
        out.println(
                "All came out as it should. Next, open a processed file in a spreadsheet, or judge a file yourself:");
        out.println();
        out.println("    ./usage validate --catalog " + stage.directory().resolve(CATALOG) + " --product "
                + first.product() + " --period 2026-05-01/2026-06-01 " + faulty);
        out.println("    ./usage lifecycle --of file      every status, who may do what in it");
        out.println("    ./usage problems-catalogue       every fault there is, its cause and cure");
    }
}
