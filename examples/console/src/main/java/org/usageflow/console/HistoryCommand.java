package org.usageflow.console;

import java.io.IOException;
import java.util.List;
import org.usageflow.console.output.Listings;
import org.usageflow.core.Usageflow;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFileId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists what happened to a file. */
@Command(name = "history", description = "Lists what happened to a usage file.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class HistoryCommand extends ListingCommand {

    @Parameters(paramLabel = "ID", description = "The usage file.")
    private UsageFileId id;

    @Override
    int run(Usageflow usage) throws IOException {
        List<UsageEvent> history = usage.files().history(id, actor());
        return list(Listings.history(), taker -> {
            for (UsageEvent each : history) {
                taker.take(each);
            }
        });
    }
}
