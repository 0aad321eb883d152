package org.usageflow.console.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.usageflow.command.CloseRecord;
import org.usageflow.command.CreateFile;
import org.usageflow.console.demo.DemoReport.Rejection;
import org.usageflow.console.output.ReportText;
import org.usageflow.core.Intake;
import org.usageflow.core.Usageflow;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.Product;
import org.usageflow.model.RowCounts;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.problem.Problem;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadSource;

/**
 * One usage file, from draft to closed, through the services that a host calls. Tells every step, and checks it.
 *
 * <p>Not thread-safe.
 */
final class Story {

    private static final MarketplaceId MARKETPLACE = new MarketplaceId("MP-41000");
    private static final String VENDOR = "vendor";
    private static final String BUYER = "buyer";

    private final Stage stage;
    private final DemoReport report;
    private final Usageflow usage;
    private final ReportFiles files;
    private final UsageFileId id;

    private Story(Stage stage, DemoReport report, UsageFileId id) {
        this.stage = stage;
        this.report = report;
        this.usage = stage.usage();
        this.files = new ReportFiles(usage, report, stage.directory());
        this.id = id;
    }

    /**
     * Tells it.
     *
     * @param number of the story
     * @return what was told, to be compared with what is there afterwards
     * @throws IOException if a file cannot be read or written
     */
    static Told tell(Stage stage, int number, DemoReport report) throws IOException {
        Product product = stage.catalog().findProduct(report.product()).orElseThrow();
        stage.out().println();
        stage.out().println(number + ". " + report.schema() + ", " + report.way() + ": " + product.name());
        stage.out().println("   " + report.story());
        String name = product.name() + ", May 2026";
        CreateFile command = CreateFile.of(name, product.id(), stage.contract(), MARKETPLACE, DemoReports.MAY);
        UsageFile draft = stage.usage().files().create(command, Cast.VENDOR);
        return new Story(stage, report, draft.id()).tell(draft);
    }

    private Told tell(UsageFile draft) throws IOException {
        Path template = files.writeTemplate();
        moved(
                VENDOR,
                "takes the empty form " + name(template) + " and begins the usage file " + id,
                UsageFileStatus.DRAFT,
                draft);
        tryWithFaults();
        Path upload = correct();
        Rejection rejection = report.rejection();
        if (rejection != null) {
            upload = sendBack(rejection);
        }
        accept();
        if (report.billing().oneByOne()) {
            closeRecords();
        } else {
            closeFile();
        }
        Path closed = files.writeProcessed("closed", id, Cast.BUYER);
        stage.out().println();
        new HistoryTable(stage.cast()).print(usage.files().history(id, Cast.VENDOR), stage.out());
        return new Told(report, id, upload, closed);
    }

    private void tryWithFaults() throws IOException {
        Path first = files.write("upload-with-faults", report.faulty());
        Intake intake = upload(first, "uploads " + name(first), UsageFileStatus.INVALID);
        check("faulty rows", faultyRows(), intake.report().rows().invalid());
        List<Problem> problems = intake.report().problems();
        new ReportText(usage.messages()).problems(problems, " ".repeat(14), stage.out());
        check("faults", report.faults(), problems.stream().map(Story::fault).toList());
        Path processed = files.writeProcessed("processed", id, Cast.VENDOR);
        String marks = report.format().equals(FormatId.XLSX) ? "every faulty cell outlined in red, " : "";
        stage.tell(
                VENDOR,
                "gets back " + name(processed) + ": its rows, " + marks
                        + "every fault explained in the column 'errors'");
    }

    private long faultyRows() {
        return report.faults().stream()
                .map(each -> each.split(" ", 2)[0])
                .distinct()
                .count();
    }

    private Path correct() throws IOException {
        List<CellChange> changes = report.changes();
        Path corrected = changes.isEmpty()
                ? files.write("upload-corrected", report.firstSubmitted())
                : files.correct(files.file("processed"), "upload-corrected", changes);
        submit(
                corrected,
                changes.isEmpty()
                        ? "writes the records anew and uploads " + name(corrected)
                        : corrected(changes.size(), corrected));
        return corrected;
    }

    private Path sendBack(Rejection rejection) throws IOException {
        stage.clock().step();
        UsageFile rejected = usage.files().reject(id, rejection.note(), Cast.BUYER);
        moved(BUYER, "sends it back, saying '" + rejection.note() + "'", UsageFileStatus.REJECTED, rejected);
        Path processed = files.writeProcessed("rejected", id, Cast.VENDOR);
        stage.tell(VENDOR, "gets back " + name(processed));
        Path corrected = files.correct(processed, "upload-corrected-again", rejection.changes());
        submit(corrected, corrected(rejection.changes().size(), corrected));
        return corrected;
    }

    private static String corrected(int cells, Path corrected) {
        return "corrects " + cells + (cells == 1 ? " cell" : " cells") + " there and uploads it as " + name(corrected);
    }

    private void submit(Path corrected, String how) throws IOException {
        Intake intake = upload(corrected, how, UsageFileStatus.READY);
        check("problems after the correction", 0L, intake.report().problemCount());
        check("the buyer sees it before it is submitted", false, Views.sees(usage, id, Cast.BUYER));
        stage.clock().step();
        UsageFile submitted = usage.files().submit(id, Cast.VENDOR);
        moved(VENDOR, "submits it, and now the buyer can see it", UsageFileStatus.PENDING, submitted);
        check("the buyer sees it", true, Views.sees(usage, id, Cast.BUYER));
    }

    private Intake upload(Path file, String how, UsageFileStatus expected) throws IOException {
        stage.clock().step();
        try (UploadSource source = UploadSource.of(file)) {
            Intake intake = usage.files().upload(id, source, Cast.VENDOR);
            RowCounts rows = intake.report().rows();
            String found =
                    rows.invalid() == 0 ? ReportText.totals(intake.report().totals()) : rows.invalid() + " with faults";
            moved(VENDOR, how, expected, intake.file(), " (" + rows.read() + " rows, " + found + ")");
            return intake;
        }
    }

    private void accept() throws IOException {
        check("the reseller sees it before it is accepted", false, Views.sees(usage, id, Cast.RESELLER));
        stage.clock().step();
        int records = Views.records(usage, id, Cast.BUYER).size();
        UsageFile accepted = usage.files().accept(id, null, Cast.BUYER);
        Path processed = files.writeProcessed("accepted", id, Cast.BUYER);
        String what = "reads the " + records + " records, accepts the file and takes " + name(processed);
        moved(BUYER, what, UsageFileStatus.ACCEPTED, accepted);
        List<String> seen = Views.words(Views.records(usage, id, Cast.RESELLER));
        stage.tell(
                "reseller",
                "sees " + seen.size() + " of them, " + report.outcome().why() + ": " + String.join(", ", seen));
        check("records that the buyer sees", report.records().size(), records);
        check("records that the reseller sees", report.outcome().seenByReseller(), seen);
    }

    private void closeFile() {
        UsageRecord first = Views.records(usage, id, Cast.BUYER).get(0);
        close(first, 0, "", UsageFileStatus.ACCEPTED);
        stage.clock().step();
        String billing = report.billing().id(1);
        UsageFile closed = usage.files().close(id, billing, Cast.BUYER);
        String what = "closes the file, and so its other records, with the billing id " + billing + taken();
        moved(BUYER, what, UsageFileStatus.CLOSED, closed);
    }

    private String taken() {
        return ", and takes " + name(files.file("closed"));
    }

    private void closeRecords() {
        List<UsageRecord> records = Views.records(usage, id, Cast.BUYER);
        int last = records.size() - 1;
        for (int i = 0; i < last; i++) {
            close(records.get(i), i, "", UsageFileStatus.ACCEPTED);
        }
        close(records.get(last), last, ", its last, which closes the file" + taken(), UsageFileStatus.CLOSED);
    }

    private void close(UsageRecord record, int index, String remark, UsageFileStatus expected) {
        stage.clock().step();
        String billing = report.billing().id(index);
        UsageRecord closed = usage.records().close(CloseRecord.of(record.id(), billing), Cast.BUYER);
        String what = "closes the record " + closed.key() + " with the billing id " + billing + remark;
        moved(BUYER, what, expected, usage.files().file(id, Cast.BUYER));
    }

    private void moved(String who, String what, UsageFileStatus expected, UsageFile file) {
        moved(who, what, expected, file, "");
    }

    /** Tells a step, and where the file stands after it. */
    private void moved(String who, String what, UsageFileStatus expected, UsageFile file, String more) {
        stage.tell(who, what + " -> " + status(file) + more);
        check("status after '" + what + "'", expected, file.status());
    }

    private void check(String what, Object expected, Object found) {
        stage.surprises().check(report.schema() + ", " + what, expected, found);
    }

    private static String status(UsageFile file) {
        return file.status().name().toLowerCase(Locale.ROOT);
    }

    private static String fault(Problem problem) {
        return problem.place().row() + " " + problem.place().column() + " " + problem.code();
    }

    private static Path name(Path file) {
        return file.getFileName();
    }
}
