package org.usageflow.console;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.database.Database;
import org.usageflow.console.host.Recovery;
import org.usageflow.console.host.Recovery.Settled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Settles what lost its process. */
@Command(
        name = "recover",
        description = {
            "Settles files whose processing lost its process: what was half done is undone, and can be done again.",
            "Waits where a process may still be at work, at most for half a minute."
        })
final class RecoverCommand extends DatabaseCommand {

    @Option(
            names = "--catalog",
            paramLabel = "C",
            description = "The catalog, a JSON file. By default the one that the last create was given.")
    private @Nullable Path catalog;

    @Override
    void check() {
        Catalogs.check(catalog);
    }

    @Override
    int run(Database database) throws IOException {
        Settled settled = new Recovery(database.stores(), Catalogs.late(database, catalog), Clock.systemUTC()).settle();
        answer(
                json -> {
                    json.writeStartObject();
                    ids(json, "files", settled.invalid());
                    ids(json, "processed", settled.processed());
                    ids(json, "reconciliations", settled.reconciliations());
                    ids(json, "parts", settled.parts());
                    json.writeEndObject();
                },
                out -> {
                    settled.invalid().forEach(each -> out.println(each + " is invalid now, and can be uploaded again"));
                    settled.processed().forEach(each -> out.println(each + " is processed now"));
                    settled.reconciliations().forEach(each -> out.println(each + " is failed now"));
                    settled.parts().forEach(each -> out.println(each + " is completed"));
                    if (settled.isNothing()) {
                        out.println("nothing was lost");
                    }
                });
        return ExitCodes.DONE;
    }

    private static void ids(JsonGenerator json, String name, List<?> ids) throws IOException {
        json.writeArrayFieldStart(name);
        for (Object each : ids) {
            json.writeString(each.toString());
        }
        json.writeEndArray();
    }
}
