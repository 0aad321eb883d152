package org.usageflow.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.Lifecycle;
import org.usageflow.lifecycle.LifecycleText;
import org.usageflow.lifecycle.Lifecycles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the life cycles. */
@Command(name = "lifecycle", description = "Prints who may do what, and where it leads.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class LifecycleCommand implements Callable<Integer> {

    /** What has a life cycle. */
    enum Subject {
        FILE,
        RECORD,
        PART,
        RECONCILIATION;

        Lifecycle<?, ?> lifecycle() {
            return switch (this) {
                case FILE -> Lifecycles.file();
                case RECORD -> Lifecycles.record();
                case PART -> Lifecycles.part();
                case RECONCILIATION -> Lifecycles.reconciliation();
            };
        }

        /** The word of the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it is printed. */
    enum Format {
        MARKDOWN,
        MERMAID,
        JSON;

        /** The word of the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Option(names = "--of", paramLabel = "SUBJECT", description = "Of which: ${COMPLETION-CANDIDATES}. All by default.")
    private @Nullable Subject of;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "As what: ${COMPLETION-CANDIDATES}. By default ${DEFAULT-VALUE}.")
    private Format format = Format.MARKDOWN;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(of == null ? all() : one(of));
        return ExitCodes.DONE;
    }

    private String one(Subject subject) {
        return switch (format) {
            case MARKDOWN -> LifecycleText.markdown(subject.lifecycle());
            case MERMAID -> LifecycleText.mermaid(subject.lifecycle());
            case JSON -> LifecycleText.json(subject.lifecycle());
        };
    }

    private String all() {
        List<Subject> subjects = List.of(Subject.values());
        return switch (format) {
            case MARKDOWN ->
                subjects.stream().map(each -> "## " + each + "\n\n" + one(each)).collect(Collectors.joining("\n"));
            case MERMAID ->
                subjects.stream().map(each -> "%% " + each + "\n" + one(each)).collect(Collectors.joining("\n"));
            case JSON ->
                subjects.stream()
                        .map(each -> "\"" + each + "\":" + one(each).strip())
                        .collect(Collectors.joining(",\n", "{", "}\n"));
        };
    }
}
