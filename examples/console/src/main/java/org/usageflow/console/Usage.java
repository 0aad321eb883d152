package org.usageflow.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code usage} and its options for every command. */
@Command(
        name = "usage",
        description = {
            "Takes usage reports of subscriptions from the first try to the bill, and names every fault at its cell.",
            "What is kept is in a database, by default the H2 database .usage/usage in this directory."
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = ProductVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done and, where something is judged, valid",
            "1:judged invalid, refused, or not found",
            "2:wrong use of the command line, unreadable arguments or catalog"
        })
public final class Usage {

    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    @Option(names = Failures.DEBUG, scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    private boolean debug;

    private Usage() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        if (List.of(args).contains(Failures.DEBUG)) {
            System.setProperty(LOG_LEVEL, "warn");
        }
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int code = run(out, err, args);
        if (out.checkError() && code == ExitCodes.DONE) {
            err.println("usage: standard output could not be written");
            code = ExitCodes.WRONG_USE;
        }
        err.flush();
        System.exit(code);
    }

    // Whatever the locale, output is UTF-8: JSON must be, and a value may hold any character.
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    /**
     * Runs the command in this process.
     *
     * @param out what is asked for; stays open
     * @param err progress, notes and errors; stays open
     * @param args the command line, without the command's own name
     * @return the exit code: 0, 1 or 2
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        var usage = new Usage();
        var failures = new Failures(() -> usage.debug);
        var command = new CommandLine(usage);
        Commands.addTo(command, List.of(args));
        command.setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        Arguments.registerIn(command);
        try {
            return command.execute(args);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
            return failures.report(e, command);
        } finally {
            out.flush();
            err.flush();
        }
    }
}
