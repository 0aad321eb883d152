package org.usageflow.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.host.Host;
import org.usageflow.console.output.ConvertedCopy;
import org.usageflow.console.output.TargetFile;
import org.usageflow.core.Usageflow;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the processed file. */
@Command(
        name = "processed",
        description = "Writes the processed file: the last upload with what came of each row, its faults marked.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class ProcessedCommand extends ActorCommand {

    @Parameters(paramLabel = "ID", description = "The usage file.")
    private UsageFileId id;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; without it, what is no workbook goes to standard output.")
    private @Nullable Path target;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "As what: ${COMPLETION-CANDIDATES}. By default as the upload; in another format its records alone.")
    private @Nullable OutputFormat format;

    @Override
    void check() throws IOException {
        super.check();
        Outputs.check(target);
        if (target == null && (format == OutputFormat.XLSX || isJson())) {
            throw new WrongUseException(
                    isJson()
                            ? "--json needs -o: the processed file is no JSON document"
                            : "a workbook goes to a file: name it with -o");
        }
    }

    @Override
    boolean needsCatalog() {
        return true;
    }

    @Override
    int run(Usageflow usage) throws IOException {
        Path written = Files.createTempFile("usageflow-", ".processed");
        try {
            try (OutputStream out = Files.newOutputStream(written)) {
                usage.files().writeProcessed(id, out, actor());
            }
            try (UploadSource source = UploadSource.of(written)) {
                hand(source);
            }
            return ExitCodes.DONE;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private void hand(UploadSource source) throws IOException {
        UsageFormat own = Host.formatOf(source);
        Path into = target;
        if (into == null) {
            if (format == null && own.id().equals(FormatId.XLSX)) {
                throw new WrongUseException("the processed file is a workbook, which goes to a file: name it with -o");
            }
            try (var text = new TextStream(out())) {
                copy(own, source, text);
            }
            return;
        }
        TargetFile.write(into, stream -> copy(own, source, stream));
        FormatId as = format == null ? own.id() : format.id();
        answer(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("file", into.toString());
                    json.writeStringField("format", as.value());
                    json.writeEndObject();
                },
                out -> out.println("wrote " + into));
    }

    private void copy(UsageFormat own, UploadSource source, OutputStream stream) throws IOException {
        OutputFormat wanted = format;
        if (wanted != null && !wanted.id().equals(own.id())) {
            ConvertedCopy.write(own, source, Host.format(wanted.id()), stream);
            return;
        }
        try (InputStream in = source.open()) {
            in.transferTo(stream);
        }
    }
}
