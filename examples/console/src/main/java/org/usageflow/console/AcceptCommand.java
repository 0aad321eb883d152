package org.usageflow.console;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.Usageflow;
import org.usageflow.model.UsageFileId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accepts a pending file. */
@Command(name = "accept", description = "Accepts a pending file.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class AcceptCommand extends ActorCommand {

    @Parameters(paramLabel = "ID", description = "The usage file.")
    private UsageFileId id;

    @Option(names = "--note", paramLabel = "N", description = "What there is to say.")
    private @Nullable String note;

    @Override
    boolean needsCatalog() {
        return true;
    }

    @Override
    int run(Usageflow usage) throws IOException {
        return answer(usage.files().accept(id, note, actor()));
    }
}
