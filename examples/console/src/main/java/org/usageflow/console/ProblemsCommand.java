package org.usageflow.console;

import java.io.IOException;
import org.usageflow.console.output.Listings;
import org.usageflow.core.Usageflow;
import org.usageflow.model.UsageFileId;
import org.usageflow.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the problems of an upload. */
@Command(name = "problems", description = "Lists every problem of the last upload, by row, then column.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class ProblemsCommand extends ListingCommand {

    private static final int PAGE = 1_000;

    @Parameters(paramLabel = "ID", description = "The usage file.")
    private UsageFileId id;

    @Override
    int run(Usageflow usage) throws IOException {
        // Nothing is written of a file that is not there
        usage.files().file(id, actor());
        return list(
                Listings.problems(usage.messages()),
                new PagesOf<Problem>(next -> usage.files().problems(id, next, PAGE, actor())));
    }
}
