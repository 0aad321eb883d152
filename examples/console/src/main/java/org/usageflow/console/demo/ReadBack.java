package org.usageflow.console.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.ValidateUpload;
import org.usageflow.console.demo.DemoReport.Rejection;
import org.usageflow.console.host.Host;
import org.usageflow.console.output.ReportText;
import org.usageflow.console.output.TextTable;
import org.usageflow.core.Usageflow;
import org.usageflow.core.ValidationReport;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.query.FileQuery;
import org.usageflow.spi.format.UploadSource;

/** Asks the services of another library for everything once more when all is told, and compares it. */
final class ReadBack {

    private final Stage stage;
    private final Usageflow usage;
    private final TextTable table = new TextTable("  ");

    ReadBack(Stage stage) {
        this.stage = stage;
        this.usage = stage.usage();
    }

    /** Compares, and prints what is there as a table. */
    void compare(List<Told> told) throws IOException {
        List<UsageFileId> expected = told.stream().map(Told::id).toList();
        List<UsageFileId> listed =
                usage.files().list(FileQuery.ALL.ofContract(stage.contract()), Cast.BUYER).items().stream()
                        .map(UsageFile::id)
                        .toList();
        stage.surprises().check("the buyer's list of files", expected, listed);
        table.row("usage file", "way", "status", "records", "history", "totals");
        for (Told each : told) {
            compare(each);
        }
        table.print(stage.out());
    }

    private void compare(Told told) throws IOException {
        UsageFile file = usage.files().file(told.id(), Cast.VENDOR);
        Upload upload = Objects.requireNonNull(file.upload(), "the upload");
        List<UsageEvent> history = usage.files().history(told.id(), Cast.VENDOR);
        compareFile(told.report(), file, upload, history);
        compareRecords(told);
        compareContent(told, upload);
        table.row(
                told.id().value(),
                told.report().schema().value(),
                file.status().name().toLowerCase(Locale.ROOT),
                file.counts().of(RecordStatus.CLOSED) + " closed",
                history.size() + " entries",
                ReportText.totals(upload.totals()));
    }

    private void compareFile(DemoReport report, UsageFile file, Upload upload, List<UsageEvent> history) {
        Rejection rejection = report.rejection();
        long records = report.records().size();
        check(report, "status", UsageFileStatus.CLOSED, file.status());
        check(report, "closed records", records, file.counts().of(RecordStatus.CLOSED));
        check(report, "records", records, file.counts().total());
        check(report, "totals", report.outcome().totals(), ReportText.totals(upload.totals()));
        check(
                report,
                "note of the rejection",
                orNone(rejection == null ? null : rejection.note()),
                orNone(file.notes().rejection()));
        check(report, "entries of the history", report.outcome().events(), history.size());
        check(
                report,
                "status by the history",
                file.status(),
                history.get(history.size() - 1).to());
        check(
                report,
                "problems",
                0L,
                usage.files().report(file.id(), Cast.VENDOR).problemCount());
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "none" : text;
    }

    private void compareRecords(Told told) {
        DemoReport report = told.report();
        List<UsageRecord> records = Views.records(usage, told.id(), Cast.BUYER);
        List<@Nullable ReportedRecord> reported = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        List<String> billed = new ArrayList<>();
        for (UsageRecord each : records) {
            Closing closing = each.closing();
            expected.add(report.billing().id(expected.size()));
            billed.add(orNone(closing == null ? null : closing.billingId()));
            reported.add(each.reported());
        }
        check(report, "what was reported", report.records(), reported);
        check(report, "billing ids", expected, billed);
        List<String> seen = Views.words(Views.records(usage, told.id(), Cast.RESELLER));
        check(report, "records that the reseller sees at last", report.outcome().seenByReseller(), seen);
    }

    private void compareContent(Told told, Upload upload) throws IOException {
        DemoReport report = told.report();
        try (UploadSource kept = stage.content().open(told.id(), Objects.requireNonNull(upload.sha256()))) {
            check(report, "the upload is kept as it was sent", -1L, Files.mismatch(told.upload(), kept.path()));
        }
        ValidateUpload command = ValidateUpload.of(report.product()).withPeriod(DemoReports.MAY);
        try (UploadSource source = UploadSource.of(told.closed())) {
            // Judged by a library that keeps nothing, to which its record ids are new
            ValidationReport again = Host.over(stage.catalog()).validation().validate(command, source);
            check(report, "rows of the last processed file", upload.rows(), again.rows());
            check(report, "totals of the last processed file", upload.totals(), again.totals());
            check(report, "problems of the last processed file", 0L, again.problemCount());
        }
    }

    private void check(DemoReport report, String what, Object expected, Object found) {
        stage.surprises().check(report.schema() + ", " + what, expected, found);
    }
}
