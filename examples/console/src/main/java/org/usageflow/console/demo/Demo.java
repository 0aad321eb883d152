package org.usageflow.console.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.usageflow.command.ValidateUpload;
import org.usageflow.console.catalog.JsonCatalog;
import org.usageflow.console.host.Host;
import org.usageflow.console.output.ReportText;
import org.usageflow.console.output.TargetFile;
import org.usageflow.core.UploadWriter;
import org.usageflow.core.Usageflow;
import org.usageflow.core.ValidationReport;
import org.usageflow.model.ReportedRecord;
import org.usageflow.problem.Problem;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadSource;

/**
 * Tells, on example data, what the library does: a template, an upload with faults, the faults, the corrected upload. Checks what it tells.
 */
public final class Demo {

    private static final String CATALOG = "catalog.json";

    private final Path directory;
    private final PrintWriter out;
    private final Usageflow usage;
    private final List<String> surprises = new ArrayList<>();

    private Demo(Path directory, PrintWriter out, Usageflow usage) {
        this.directory = directory;
        this.out = out;
        this.usage = usage;
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
        Files.createDirectories(directory);
        Path catalog = directory.resolve(CATALOG);
        try (InputStream in =
                Objects.requireNonNull(Demo.class.getResourceAsStream(CATALOG), "the demonstration's catalog")) {
            TargetFile.write(catalog, in::transferTo);
        }
        return new Demo(directory, out, Host.over(JsonCatalog.read(catalog))).tell();
    }

    private boolean tell() throws IOException {
        out.println("A vendor reports the usage of its products for May 2026, in each of the four ways there are.");
        out.println(
                "Each report is sent with faults first. They are found by cell, and the corrected report is valid.");
        out.println();
        out.println("catalog    " + directory.resolve(CATALOG) + ": the products, contracts and subscriptions");
        for (DemoReport each : DemoReports.all()) {
            tell(each);
        }
        out.println();
        surprises.forEach(each -> out.println("Not as it should be: " + each));
        if (surprises.isEmpty()) {
            out.println("All came out as it should. The files are in " + directory + "; judge one of them yourself:");
            out.println();
            out.println(command());
        }
        return surprises.isEmpty();
    }

    private void tell(DemoReport report) throws IOException {
        out.println();
        out.println(report.schema() + ": " + report.story());
        out.println();
        writeTemplate(report);
        String ending = "." + report.format();
        Path first = write(report, "upload-with-faults" + ending, report.faulty());
        ValidationReport found = judge(report, first);
        check(!found.isValid() && faults(found).equals(report.faults()), first, faults(found));
        new ReportText(usage.messages()).problems(found.problems(), "    ", out);
        Path second = write(report, "upload-corrected" + ending, report.corrected());
        ValidationReport after = judge(report, second);
        check(after.isValid() && after.problemCount() == 0, second, faults(after));
    }

    private void writeTemplate(DemoReport report) throws IOException {
        // JSON cannot hold a header without rows.
        FormatId format = report.format().equals(FormatId.JSONL) ? FormatId.XLSX : report.format();
        Path template = file(report, "template." + format);
        TargetFile.write(template, target -> usage.uploads().writeTemplate(report.product(), format, target));
        out.println("template   " + template + ": the columns of " + report.product());
    }

    private Path write(DemoReport report, String name, List<ReportedRecord> records) throws IOException {
        Path file = file(report, name);
        TargetFile.write(file, target -> {
            try (UploadWriter upload = usage.uploads().open(report.product(), report.format(), List.of(), target)) {
                for (ReportedRecord each : records) {
                    upload.write(each);
                }
                upload.finish();
            }
        });
        return file;
    }

    private Path file(DemoReport report, String name) {
        return directory.resolve(report.schema().value().toLowerCase(Locale.ROOT) + "-" + name);
    }

    private ValidationReport judge(DemoReport report, Path file) throws IOException {
        ValidateUpload command = ValidateUpload.of(report.product()).withPeriod(DemoReports.MAY);
        try (UploadSource upload = UploadSource.of(file)) {
            ValidationReport found = usage.validation().validate(command, upload);
            out.println("upload     " + file);
            out.println("           " + (found.isValid() ? "valid" : "invalid") + ": " + ReportText.counts(found.rows())
                    + "; " + ReportText.totals(found.totals()));
            return found;
        }
    }

    private static List<String> faults(ValidationReport report) {
        return report.problems().stream().map(Demo::fault).toList();
    }

    private static String fault(Problem problem) {
        return problem.place().row() + " " + problem.place().column() + " " + problem.code();
    }

    private void check(boolean isExpected, Path file, List<String> faults) {
        if (!isExpected) {
            surprises.add(file + " has the faults " + faults);
        }
    }

    private String command() {
        DemoReport report = DemoReports.all().get(0);
        return "    ./usage validate --catalog " + directory.resolve(CATALOG) + " --product " + report.product()
                + " --period 2026-05-01/2026-06-01 " + file(report, "upload-with-faults." + report.format());
    }
}
