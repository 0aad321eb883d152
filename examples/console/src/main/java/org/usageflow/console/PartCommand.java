package org.usageflow.console;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.ClosePart;
import org.usageflow.console.output.PartView;
import org.usageflow.console.output.TargetFile;
import org.usageflow.core.Usageflow;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.spi.format.FormatId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works on part files. */
@Command(
        name = "part",
        description = "Works on a part file: the accepted records of a usage file that one hub bills.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PartCommand.Get.class, PartCommand.Regenerate.class, PartCommand.Close.class})
final class PartCommand {

    /** Works on one part. */
    @SuppressWarnings("NullAway.Init") // picocli sets what is required
    abstract static class OfPart extends ActorCommand {

        @Parameters(paramLabel = "PARTID", description = "The part file.")
        private PartFileId id;

        PartFileId id() {
            return id;
        }

        int answer(PartFile part) throws IOException {
            answer(json -> PartView.json(part, json), out -> PartView.print(part, out));
            return ExitCodes.DONE;
        }
    }

    /** Shows a part, and writes its records. */
    @Command(name = "get", description = "Shows a part file and, with -o or --format, writes its records.")
    static final class Get extends OfPart {

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                description =
                        "Write the records to a file: by --format or, without it, by the end of its name: xlsx (the default), csv, jsonl.")
        private @Nullable Path target;

        @Option(names = "--format", paramLabel = "FORMAT", description = "As what: ${COMPLETION-CANDIDATES}.")
        private @Nullable OutputFormat format;

        @Override
        void check() throws IOException {
            super.check();
            Outputs.check(target);
            if (target == null && format == OutputFormat.XLSX) {
                throw new WrongUseException("a workbook goes to a file: name it with -o");
            }
        }

        @Override
        boolean needsCatalog() {
            return target != null || format != null;
        }

        @Override
        int run(Usageflow usage) throws IOException {
            PartFile part = usage.parts().part(id(), actor());
            Path into = target;
            if (into != null) {
                TargetFile.write(into, stream -> usage.parts().write(id(), format(into), stream, actor()));
                answer(json -> PartView.json(part, json), out -> out.println("wrote " + into));
                return ExitCodes.DONE;
            }
            if (format == null) {
                return answer(part);
            }
            try (var text = new TextStream(out())) {
                usage.parts().write(id(), format.id(), text, actor());
            }
            return ExitCodes.DONE;
        }

        private FormatId format(Path into) {
            OutputFormat told = OutputFormat.ofName(into.toString()).orElse(OutputFormat.XLSX);
            return (format == null ? told : format).id();
        }
    }

    /** Makes a part again. */
    @Command(name = "regenerate", description = "Makes a part file again from its records as they are now.")
    static final class Regenerate extends OfPart {

        @Override
        boolean needsCatalog() {
            return true;
        }

        @Override
        int run(Usageflow usage) throws IOException {
            return answer(usage.parts().regenerate(id(), actor()));
        }
    }

    /** Closes a part. */
    @Command(name = "close", description = "Closes a part file: all its open records, with one billing id.")
    @SuppressWarnings("NullAway.Init") // picocli sets what is required
    static final class Close extends OfPart {

        @Option(names = "--billing-id", required = true, paramLabel = "B", description = "The billing system's own id.")
        private String billingId;

        @Option(names = "--note", paramLabel = "N", description = "What there is to say.")
        private @Nullable String note;

        @Override
        int run(Usageflow usage) throws IOException {
            return answer(usage.parts().close(new ClosePart(id(), null, billingId, note), actor()));
        }
    }
}
