package org.usageflow.console;

import java.io.IOException;
import org.usageflow.core.Usageflow;
import org.usageflow.model.UsageFileId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rejects a pending file. */
@Command(name = "reject", description = "Rejects a pending file, with a note.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class RejectCommand extends ActorCommand {

    @Parameters(paramLabel = "ID", description = "The usage file.")
    private UsageFileId id;

    @Option(names = "--note", required = true, paramLabel = "N", description = "Why.")
    private String note;

    @Override
    int run(Usageflow usage) throws IOException {
        return answer(usage.files().reject(id, note, actor()));
    }
}
