package org.usageflow.console;

import java.io.IOException;
import org.usageflow.core.Usageflow;
import org.usageflow.model.UsageFileId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Hands a ready file to its buyer. */
@Command(name = "submit", description = "Hands a ready file to its buyer.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SubmitCommand extends ActorCommand {

    @Parameters(paramLabel = "ID", description = "The usage file.")
    private UsageFileId id;

    @Override
    int run(Usageflow usage) throws IOException {
        return answer(usage.files().submit(id, actor()));
    }
}
