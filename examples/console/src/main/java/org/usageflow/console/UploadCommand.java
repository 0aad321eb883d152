package org.usageflow.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.usageflow.console.output.ProgressBar;
import org.usageflow.console.output.ReportJson;
import org.usageflow.console.output.ReportText;
import org.usageflow.core.Intake;
import org.usageflow.core.UploadRequest;
import org.usageflow.core.Usageflow;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.format.UploadSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Uploads and judges a file. */
@Command(name = "upload", description = "Uploads a file, and says every fault at its cell.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class UploadCommand extends ActorCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The usage file.")
    private UsageFileId id;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The upload: xlsx, csv, json or jsonl, told by its content.")
    private Path file;

    @Override
    void check() throws IOException {
        super.check();
        Inputs.check(file);
    }

    @Override
    boolean needsCatalog() {
        return true;
    }

    @Override
    int run(Usageflow usage) throws IOException {
        try (UploadSource upload = Inputs.open(file)) {
            Intake intake;
            try (var bar = ProgressBar.on(err())) {
                UploadRequest request = UploadRequest.of(upload).withProgress(bar);
                intake = usage.files().upload(id, request, actor());
            }
            print(usage, intake);
            return intake.file().status() == UsageFileStatus.INVALID ? ExitCodes.REFUSED : ExitCodes.DONE;
        }
    }

    private void print(Usageflow usage, Intake intake) throws IOException {
        if (isJson()) {
            new ReportJson(usage.messages()).write(intake, out());
            if (intake.report().hasMoreProblems()) {
                err().println("usage: the first " + intake.report().problems().size() + " problems are listed, of "
                        + intake.report().problemCount() + "; 'problems' lists all");
            }
        } else {
            String status = intake.file().status().name().toLowerCase(Locale.ROOT);
            new ReportText(usage.messages()).write(id + " is " + status, intake.report(), out());
        }
    }
}
