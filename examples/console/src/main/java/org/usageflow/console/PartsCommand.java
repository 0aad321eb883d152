package org.usageflow.console;

import java.io.IOException;
import java.util.List;
import org.usageflow.console.output.Listings;
import org.usageflow.core.Usageflow;
import org.usageflow.model.PartFile;
import org.usageflow.model.UsageFileId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the parts of a file. */
@Command(name = "parts", description = "Lists the part files of a usage file, one for each hub that bills some of it.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class PartsCommand extends ListingCommand {

    @Parameters(paramLabel = "ID", description = "The usage file.")
    private UsageFileId id;

    @Override
    int run(Usageflow usage) throws IOException {
        List<PartFile> parts = usage.parts().list(id, actor());
        return list(Listings.parts(), taker -> {
            for (PartFile each : parts) {
                taker.take(each);
            }
        });
    }
}
