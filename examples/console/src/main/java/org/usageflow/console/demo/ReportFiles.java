package org.usageflow.console.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.usageflow.console.host.Host;
import org.usageflow.console.output.TargetFile;
import org.usageflow.core.UploadWriter;
import org.usageflow.core.Usageflow;
import org.usageflow.model.Actor;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.format.FormatId;

/** Writes the files of one report into the demonstration's directory; a file that is there is replaced. Thread-safe. */
final class ReportFiles {

    private final Usageflow usage;
    private final DemoReport report;
    private final Path directory;

    ReportFiles(Usageflow usage, DemoReport report, Path directory) {
        this.usage = usage;
        this.report = report;
        this.directory = directory;
    }

    /** Where a file of the report's format lies, by the end of its name. */
    Path file(String name) {
        return file(name, report.format());
    }

    private Path file(String name, FormatId format) {
        String schema = report.schema().value().toLowerCase(Locale.ROOT);
        return directory.resolve(schema + "-" + name + "." + format);
    }

    Path writeTemplate() throws IOException {
        // JSON cannot hold a header without rows.
        FormatId format = report.format().equals(FormatId.CSV) ? FormatId.CSV : FormatId.XLSX;
        Path file = file("template", format);
        TargetFile.write(file, target -> usage.uploads().writeTemplate(report.product(), format, target));
        return file;
    }

    /** Writes an upload, as a vendor's application does. */
    Path write(String name, List<ReportedRecord> records) throws IOException {
        Path file = file(name);
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

    /** Writes what the library gives back of the last upload. */
    Path writeProcessed(String name, UsageFileId id, Actor actor) throws IOException {
        Path file = file(name);
        TargetFile.write(file, target -> usage.files().writeProcessed(id, target, actor));
        return file;
    }

    /** Writes a file with some cells changed, as a person does. */
    Path correct(Path original, String name, List<CellChange> changes) throws IOException {
        Path file = file(name);
        TargetFile.write(file, target -> CorrectedCopy.write(Host.format(report.format()), original, changes, target));
        return file;
    }
}
