package org.usageflow.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.database.DatabaseUrl;
import org.usageflow.console.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the demonstration. */
@Command(
        name = "demo",
        description =
                "Tells the story of four example reports, one for each way to report, from the first try to the bill.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where the files go and stay. By default ${DEFAULT-VALUE}.")
    private Path directory = Path.of("target", "demo");

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "The database, by its JDBC URL. By default the H2 database usage in DIR.")
    private @Nullable DatabaseUrl url;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new WrongUseException(directory + " is a file, not a directory");
        }
        return Demo.run(directory, url, spec.commandLine().getOut()) ? ExitCodes.DONE : ExitCodes.REFUSED;
    }
}
