package org.usageflow.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.database.Database;
import org.usageflow.console.host.Host;
import org.usageflow.console.output.FileView;
import org.usageflow.core.Usageflow;
import org.usageflow.model.Actor;
import org.usageflow.model.UsageFile;
import org.usageflow.spi.reference.ReferenceData;
import picocli.CommandLine.Option;

/** A command that somebody gives. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required
abstract class ActorCommand extends DatabaseCommand {

    @Option(
            names = "--as",
            required = true,
            paramLabel = "ACTOR",
            description = "Who asks: role:account[:user], such as vendor:VA-674-253:u-17.")
    private Actor actor;

    @Option(
            names = "--catalog",
            paramLabel = "C",
            description = "The catalog, a JSON file. By default the one that the last create was given.")
    private @Nullable Path catalog;

    Actor actor() {
        return actor;
    }

    @Nullable
    Path catalog() {
        return catalog;
    }

    @Override
    void check() throws IOException {
        Catalogs.check(catalog);
    }

    @Override
    int run(Database database) throws IOException {
        ReferenceData reference = needsCatalog() ? Catalogs.read(database, catalog) : Catalogs.late(database, catalog);
        return run(Host.keeping(reference, database.stores(), Clock.systemUTC(), null));
    }

    /** Whether the catalog must be there before anything is done; else it is read when it is asked for. */
    boolean needsCatalog() {
        return false;
    }

    /**
     * Does what the command is for.
     *
     * @return the exit code
     */
    abstract int run(Usageflow usage) throws IOException;

    /** Prints a file, as it is now. */
    int answer(UsageFile file) throws IOException {
        answer(json -> FileView.json(file, json), out -> FileView.print(file, out));
        return ExitCodes.DONE;
    }
}
