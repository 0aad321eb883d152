package org.usageflow.console;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.usageflow.problem.ProblemCatalogueText;
import org.usageflow.problem.ProblemMessages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints every problem code. */
@Command(name = "problems-catalogue", description = "Prints every problem code with severity, cause and cure.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class ProblemsCatalogueCommand implements Callable<Integer> {

    /** How it is printed. */
    enum Format {
        MARKDOWN,
        JSON;

        /** The word of the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "As what: ${COMPLETION-CANDIDATES}. By default ${DEFAULT-VALUE}.")
    private Format format = Format.MARKDOWN;

    @Override
    public Integer call() {
        ProblemMessages words = ProblemMessages.english();
        String text = switch (format) {
            case MARKDOWN -> ProblemCatalogueText.markdown(words);
            case JSON -> ProblemCatalogueText.json(words);
        };
        spec.commandLine().getOut().print(text);
        return ExitCodes.DONE;
    }
}
