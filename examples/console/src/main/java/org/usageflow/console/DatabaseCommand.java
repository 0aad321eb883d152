package org.usageflow.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.usageflow.console.database.Database;
import org.usageflow.console.database.DatabaseUrl;
import org.usageflow.console.output.JsonText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command over a database, which is open while the command runs. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required
abstract class DatabaseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = {
                "The database, by its JDBC URL: H2, PostgreSQL or MariaDB. It is migrated when it is opened.",
                "By default the H2 database .usage/usage in this directory."
            })
    private DatabaseUrl url = DatabaseUrl.STANDARD;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public final Integer call() throws IOException {
        check();
        try (Database database = Database.open(url)) {
            return run(database);
        }
    }

    /**
     * Looks at the arguments, before the database is opened.
     *
     * @throws WrongUseException if they do not go together
     */
    void check() throws IOException {}

    /**
     * Does what the command is for.
     *
     * @return the exit code
     */
    abstract int run(Database database) throws IOException;

    boolean isJson() {
        return json;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints for people. */
    @FunctionalInterface
    interface Words {
        void printTo(PrintWriter out) throws IOException;
    }

    /** Prints an answer: a JSON document, or words. */
    void answer(JsonText.Value document, Words words) throws IOException {
        if (json) {
            JsonText.document(out(), document);
        } else {
            words.printTo(out());
        }
    }
}
