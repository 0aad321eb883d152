package org.usageflow.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.usageflow.console.catalog.JsonCatalog;
import picocli.CommandLine.Option;

/** The option that names the catalog. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class CatalogOption {

    @Option(
            names = "--catalog",
            required = true,
            paramLabel = "C",
            description = "The catalog, a JSON file: accounts, contracts, products, subscriptions and so on.")
    private Path file;

    JsonCatalog read() throws IOException {
        if (Files.isDirectory(file)) {
            throw new WrongUseException("the catalog " + file + " is a directory");
        }
        return JsonCatalog.read(file);
    }
}
