package org.usageflow.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.usageflow.console.host.Host;
import org.usageflow.console.output.TargetFile;
import org.usageflow.core.Usageflow;
import org.usageflow.model.ProductId;
import org.usageflow.spi.format.FormatId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the upload template of a product. */
@Command(
        name = "template",
        description = "Writes the upload template of a product: its columns, what they take, and an example.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class TemplateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog;

    @Option(names = "--product", required = true, paramLabel = "P", description = "The product.")
    private ProductId product;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The file to write: CSV, which has the header alone, if it ends in .csv; else XLSX.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        FormatId format = format(file.toString().toLowerCase(Locale.ROOT));
        if (Files.isDirectory(file)) {
            throw new WrongUseException(file + " is a directory");
        }
        Usageflow usage = Host.over(catalog.read());
        TargetFile.write(file, target -> usage.uploads().writeTemplate(product, format, target));
        if (Files.isRegularFile(file)) {
            spec.commandLine().getOut().println("wrote " + file + ", the " + format + " template of " + product);
        }
        return ExitCodes.DONE;
    }

    private static FormatId format(String name) {
        if (name.endsWith(".json") || name.endsWith(".jsonl")) {
            throw new WrongUseException(
                    "a template has a header and no rows, which JSON cannot hold: name a file .xlsx or .csv");
        }
        return name.endsWith(".csv") ? FormatId.CSV : FormatId.XLSX;
    }
}
