package org.usageflow.console;

import java.io.IOException;
import java.util.List;
import org.usageflow.console.database.Database;
import picocli.CommandLine.Command;

/** Migrates a database. */
@Command(
        name = "migrate",
        description =
                "Brings the schema of a database to this version, as every other command does before its own work.")
final class MigrateCommand extends DatabaseCommand {

    @Override
    int run(Database database) throws IOException {
        List<String> steps = database.migrated();
        answer(
                json -> {
                    json.writeStartObject();
                    json.writeArrayFieldStart("migrated");
                    for (String each : steps) {
                        json.writeString(each);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                },
                out -> out.println(
                        steps.isEmpty() ? "the schema is up to date" : "migrated: " + String.join(", ", steps)));
        return ExitCodes.DONE;
    }
}
