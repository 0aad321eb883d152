package org.usageflow.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.catalog.CatalogException;
import org.usageflow.console.database.DatabaseException;
import org.usageflow.console.database.Secrets;
import org.usageflow.console.output.TextTable;
import org.usageflow.error.UsageflowException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what went wrong, and with which exit code: a refusal goes to standard output, being an answer; anything else to standard error.
 *
 * <p>A stack trace is printed with {@code --debug} alone.
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    static final String DEBUG = "--debug";
    private static final String JSON = "--json";

    private final BooleanSupplier isDebugging;

    Failures(BooleanSupplier isDebugging) {
        this.isDebugging = isDebugging;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        trace(failure, err, List.of(args).contains(DEBUG));
        err.println("usage: " + TextTable.visible(Secrets.masked(String.valueOf(failure.getMessage()))));
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCodes.WRONG_USE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, @Nullable ParseResult parsed) {
        trace(failure, command.getErr(), isDebugging.getAsBoolean());
        Optional<Refusal> refusal = Refusal.of(failure);
        if (refusal.isPresent()) {
            refuse(command, refusal.get());
            return ExitCodes.REFUSED;
        }
        command.getErr().println("usage: " + reason(failure));
        return ExitCodes.WRONG_USE;
    }

    /** Reports what picocli lets through. */
    int report(Error failure, CommandLine command) {
        trace(failure, command.getErr(), isDebugging.getAsBoolean());
        String words = failure instanceof OutOfMemoryError ? "there is not enough memory" : unexpected(failure);
        command.getErr().println("usage: " + words);
        return ExitCodes.WRONG_USE;
    }

    private static void trace(Throwable failure, PrintWriter err, boolean isWanted) {
        if (isWanted) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            err.print(Secrets.masked(trace.toString()));
        }
    }

    private static void refuse(CommandLine command, Refusal refusal) {
        if (command.getParseResult().hasMatchedOption(JSON)) {
            refusal.json(command.getOut());
        } else {
            command.getOut().println(refusal.code() + ": " + TextTable.visible(refusal.message()));
        }
    }

    private static String reason(Exception failure) {
        // The faults of a catalog stand on lines of their own.
        if (failure instanceof CatalogException) {
            return words(failure).lines().map(TextTable::visible).collect(Collectors.joining("\n"));
        }
        boolean isSaid = failure instanceof UsageflowException
                || failure instanceof WrongUseException
                || failure instanceof DatabaseException;
        String words = isSaid ? words(failure) : failure instanceof IOException io ? io(io) : unexpected(failure);
        return TextTable.visible(Secrets.masked(words));
    }

    private static String io(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file or directory " + missing.getFile();
        }
        if (failure instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        if (failure instanceof FileSystemException system) {
            return system.getFile() + ": " + (system.getReason() == null ? "failed" : system.getReason());
        }
        return "reading or writing failed: " + words(failure);
    }

    private static String unexpected(Throwable failure) {
        return "an unexpected failure, " + failure.getClass().getName() + ": " + words(failure) + " (" + DEBUG
                + " shows where)";
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "no reason is given" : message;
    }
}
