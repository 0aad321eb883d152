package org.usageflow.console;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.usageflow.console.output.Listing;
import org.usageflow.console.output.ListingWriter;
import org.usageflow.console.output.Listings;
import org.usageflow.core.Usageflow;
import org.usageflow.lifecycle.ReconciliationStatus;
import org.usageflow.model.ReconciliationCounts;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.problem.Problem;
import org.usageflow.problem.Severity;
import org.usageflow.spi.format.UploadSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Closes records by a reconciliation file. */
@Command(
        name = "reconcile",
        description =
                "Closes the records of a usage file by a reconciliation file, and says which of its rows are refused.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class ReconcileCommand extends ActorCommand {

    private static final int PAGE = 1_000;

    @Parameters(index = "0", paramLabel = "ID", description = "The usage file.")
    private UsageFileId id;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description =
                    "The reconciliation file: xlsx, csv, json or jsonl. A processed file or a part with billing ids filled in is one.")
    private Path file;

    @Override
    void check() throws IOException {
        super.check();
        Inputs.check(file);
    }

    @Override
    int run(Usageflow usage) throws IOException {
        ReconciliationFile done;
        try (UploadSource source = Inputs.open(file)) {
            done = usage.reconciliations().apply(id, source, actor()).file();
        }
        Listing.Elements<Problem> rows = refusedRows(usage, done);
        answer(json -> document(usage, done, rows, json), out -> print(usage, done, rows, out));
        boolean isWhole =
                done.status() == ReconciliationStatus.PROCESSED && done.counts().refused() == 0;
        return isWhole ? ExitCodes.DONE : ExitCodes.REFUSED;
    }

    private Listing.Elements<Problem> refusedRows(Usageflow usage, ReconciliationFile done) {
        var all = new PagesOf<Problem>(next -> usage.reconciliations().problems(done.id(), next, PAGE, actor()));
        return taker -> all.forEach(each -> {
            if (each.severity() == Severity.ERROR) {
                taker.take(each);
            }
        });
    }

    private void document(Usageflow usage, ReconciliationFile done, Listing.Elements<Problem> rows, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", done.id().value());
        json.writeStringField("status", status(done));
        json.writeNumberField("closed", done.counts().closed());
        json.writeNumberField("refused", done.counts().refused());
        json.writeNumberField("unchanged", done.counts().unchanged());
        json.writeArrayFieldStart("rows");
        Listing<Problem> problems = Listings.problems(usage.messages());
        rows.forEach(each -> problems.form().write(each, json));
        json.writeEndArray();
        json.writeObjectFieldStart("differences");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String status(ReconciliationFile done) {
        return done.status().name().toLowerCase(Locale.ROOT);
    }

    private static void print(Usageflow usage, ReconciliationFile done, Listing.Elements<Problem> rows, PrintWriter out)
            throws IOException {
        ReconciliationCounts counts = done.counts();
        out.println(done.id() + " is " + status(done) + ": " + counts.closed() + " rows closed a record, "
                + counts.unchanged() + " changed nothing, " + counts.refused() + " are refused");
        if (counts.refused() > 0 || done.error() != null) {
            new ListingWriter<>(Listings.problems(usage.messages()), rows).tables(out);
        }
    }
}
