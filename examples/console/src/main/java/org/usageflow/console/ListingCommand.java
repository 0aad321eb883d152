package org.usageflow.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.host.Host;
import org.usageflow.console.output.Listing;
import org.usageflow.console.output.ListingWriter;
import org.usageflow.console.output.TargetFile;
import picocli.CommandLine.Option;

/** A command that lists something: on a terminal, as JSON, or into a file. */
abstract class ListingCommand extends ActorCommand {

    private static final String JSON = ".json";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to a file: by --format or, without it, by the end of its name: xlsx, csv, json for one document, else jsonl.")
    private @Nullable Path target;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "As what: ${COMPLETION-CANDIDATES}. jsonl is a JSON document a line.")
    private @Nullable OutputFormat format;

    @Override
    void check() throws IOException {
        super.check();
        Outputs.check(target);
        if (target == null && format == OutputFormat.XLSX) {
            throw new WrongUseException("a workbook goes to a file: name it with -o");
        }
    }

    /** Whether rows with columns are asked for. */
    boolean isOfRows() {
        OutputFormat wanted = format();
        return wanted == OutputFormat.XLSX || wanted == OutputFormat.CSV;
    }

    private @Nullable OutputFormat format() {
        if (format != null || target == null) {
            return format;
        }
        return OutputFormat.ofName(target.toString()).orElse(isName(JSON, target) ? null : OutputFormat.JSONL);
    }

    private static boolean isName(String ending, Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Prints or writes a listing. */
    <T> int list(Listing<T> listing, Listing.Elements<T> elements) throws IOException {
        var writer = new ListingWriter<>(listing, elements);
        Path into = target;
        if (into == null) {
            print(writer);
            return ExitCodes.DONE;
        }
        long[] count = new long[1];
        TargetFile.write(into, stream -> count[0] = write(writer, stream));
        answer(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("file", into.toString());
                    json.writeNumberField("count", count[0]);
                    json.writeEndObject();
                },
                out -> out.println("wrote " + into + ": " + count[0] + " " + listing.name()));
        return ExitCodes.DONE;
    }

    private <T> void print(ListingWriter<T> writer) throws IOException {
        if (format == OutputFormat.JSONL) {
            writer.lines(out());
        } else if (format == OutputFormat.CSV) {
            try (var text = new TextStream(out())) {
                writer.rows(Host.format(format.id()), text);
            }
        } else if (isJson()) {
            writer.array(out());
        } else {
            writer.tables(out());
        }
    }

    private <T> long write(ListingWriter<T> writer, OutputStream stream) throws IOException {
        OutputFormat wanted = format();
        if (wanted != null && wanted != OutputFormat.JSONL) {
            return writer.rows(Host.format(wanted.id()), stream);
        }
        Writer out = Outputs.writer(stream);
        long count = wanted == null ? writer.array(out) : writer.lines(out);
        out.flush();
        return count;
    }
}
