package org.usageflow.console;

import java.io.IOException;
import org.usageflow.core.Usageflow;
import org.usageflow.model.UsageFileId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes a file that its buyer has not taken. */
@Command(name = "delete", description = "Deletes a file that its buyer has not taken.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class DeleteCommand extends ActorCommand {

    @Parameters(paramLabel = "ID", description = "The usage file.")
    private UsageFileId id;

    @Override
    int run(Usageflow usage) throws IOException {
        return answer(usage.files().delete(id, actor()));
    }
}
