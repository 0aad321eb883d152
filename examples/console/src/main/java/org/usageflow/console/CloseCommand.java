package org.usageflow.console;

import java.io.IOException;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.CloseFile;
import org.usageflow.command.ClosePart;
import org.usageflow.command.CloseRecord;
import org.usageflow.console.output.Listings;
import org.usageflow.console.output.PartView;
import org.usageflow.core.Usageflow;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes a file, a record or a part. */
@Command(
        name = "close",
        description =
                "Closes a file, a record or a part with a billing id; or corrects the billing id or note of a record that the same party closed.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class CloseCommand extends ActorCommand {

    @Parameters(paramLabel = "ID", description = "A usage file (UF-), a usage record (UR-) or a part file (UFC-).")
    private BillableId id;

    @Option(names = "--billing-id", required = true, paramLabel = "B", description = "The billing system's own id.")
    private String billingId;

    @Option(names = "--note", paramLabel = "N", description = "What there is to say.")
    private @Nullable String note;

    @Override
    int run(Usageflow usage) throws IOException {
        UsageRecordId record = id.record();
        PartFileId part = id.part();
        UsageFileId file = id.file();
        if (record != null) {
            return record(usage, usage.records().close(new CloseRecord(record, null, billingId, note), actor()));
        }
        if (part != null) {
            return part(usage.parts().close(new ClosePart(part, null, billingId, note), actor()));
        }
        if (file != null) {
            return answer(usage.files().close(new CloseFile(file, null, billingId, note), actor()));
        }
        throw new WrongUseException("there is nothing to close");
    }

    private int record(Usageflow usage, UsageRecord closed) throws IOException {
        Currency currency = usage.files().file(closed.file(), actor()).details().currency();
        answer(
                json -> Listings.records(currency, List.of()).form().write(closed, json),
                out -> out.println(closed.id() + " (" + closed.key() + ") is closed with the billing id " + billingId));
        return ExitCodes.DONE;
    }

    private int part(PartFile closed) throws IOException {
        answer(json -> PartView.json(closed, json), out -> PartView.print(closed, out));
        return ExitCodes.DONE;
    }
}
