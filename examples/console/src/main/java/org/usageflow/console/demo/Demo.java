package org.usageflow.console.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.catalog.JsonCatalog;
import org.usageflow.console.database.Database;
import org.usageflow.console.database.DatabaseUrl;
import org.usageflow.console.host.Host;
import org.usageflow.core.Usageflow;
import org.usageflow.error.UsageflowException;

/**
 * Tells, on example data, what the library does: four usage files on their way from draft to closed. Checks what it tells, and at the end what the database has of it once it is opened anew.
 *
 * <p>Two runs tell the same, each in a database of its own; in one that has former runs, ids and contract are other ones.
 */
public final class Demo {

    private static final String CATALOG = "catalog.json";
    private static final String DATABASE = "usage";

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
     * @param url the database; null for one in the directory
     * @param out where the story goes
     * @return whether all came out as it should
     * @throws IOException if a file cannot be written
     */
    public static boolean run(Path directory, @Nullable DatabaseUrl url, PrintWriter out) throws IOException {
        return run(directory, url, out, DemoReports.all());
    }

    /** Runs the demonstration with other reports. */
    static boolean run(Path directory, @Nullable DatabaseUrl url, PrintWriter out, List<DemoReport> reports)
            throws IOException {
        Files.createDirectories(directory);
        DatabaseUrl where = url == null ? DatabaseUrl.of(directory.resolve(DATABASE)) : url;
        var clock = new DemoClock();
        var surprises = new Surprises();
        Stage stage;
        List<Told> told;
        try (Database database = Database.open(where)) {
            DemoRun run = DemoRun.next(database.stores());
            JsonCatalog catalog = run.writeCatalog(directory.resolve(CATALOG), database);
            Usageflow usage = Host.keeping(catalog, database.stores(), clock, new DemoIds(run.number()));
            stage = new Stage(
                    usage,
                    database.stores().content(),
                    catalog,
                    run.contract(),
                    new Cast(catalog),
                    clock,
                    directory,
                    out,
                    surprises);
            told = new Demo(stage, reports).tell(where, url == null);
        }
        try (Database again = Database.open(where)) {
            Database.Stores stores = again.stores();
            Usageflow other = Host.keeping(stage.catalog(), stores, clock, null);
            new Demo(stage.over(other, stores.content()), reports)
                    .readBack(told, url == null ? where.toString() : "URL");
        }
        return surprises.isEmpty();
    }

    private List<Told> tell(DatabaseUrl url, boolean isOwn) throws IOException {
        introduce(url, isOwn);
        var told = new ArrayList<Told>();
        try {
            for (DemoReport each : reports) {
                told.add(Story.tell(stage, told.size() + 1, each));
                stage.clock().step();
            }
        } catch (UsageflowException e) {
            stage.surprises().add("the story ends early: " + e.getMessage());
        }
        return told;
    }

    private void readBack(List<Told> told, String url) throws IOException {
        PrintWriter out = stage.out();
        out.println();
        out.println(
                "At the end the database is opened anew, and what is read from it compared with all that was told:");
        out.println();
        try {
            new ReadBack(stage).compare(told);
        } catch (UsageflowException e) {
            stage.surprises().add("it is not read back: " + e.getMessage());
        }
        out.println();
        conclude(told, url);
    }

    private void introduce(DatabaseUrl url, boolean isOwn) {
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
                + " there has the parties, products and subscriptions,");
        out.println(isOwn ? DATABASE + ".mv.db is the database." : "and the database is " + url + ".");
    }

    private void conclude(List<Told> told, String url) {
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
        out.println("    ./usage history " + told.get(0).id() + " --as " + Cast.VENDOR + " --db " + url);
        out.println("    ./usage lifecycle --of file      every status, who may do what in it");
        out.println("    ./usage problems-catalogue       every fault there is, its cause and cure");
    }
}
