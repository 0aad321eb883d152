package org.usageflow.console;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.output.FileView;
import org.usageflow.core.Usageflow;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a file. */
@Command(name = "show", description = "Shows where a usage file stands.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class ShowCommand extends ActorCommand {

    @Parameters(paramLabel = "ID", description = "The usage file.")
    private UsageFileId id;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the JSON document to a file.")
    private @Nullable Path target;

    @Override
    void check() throws IOException {
        super.check();
        Outputs.check(target);
    }

    @Override
    int run(Usageflow usage) throws IOException {
        UsageFile file = usage.files().file(id, actor());
        Path into = target;
        if (into == null) {
            return answer(file);
        }
        Outputs.write(into, json -> FileView.json(file, json));
        answer(json -> FileView.json(file, json), out -> out.println("wrote " + into));
        return ExitCodes.DONE;
    }
}
