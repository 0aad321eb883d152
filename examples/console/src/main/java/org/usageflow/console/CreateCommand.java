package org.usageflow.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.CreateFile;
import org.usageflow.console.catalog.JsonCatalog;
import org.usageflow.console.database.Database;
import org.usageflow.console.host.Host;
import org.usageflow.core.Usageflow;
import org.usageflow.model.ContractId;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsagePeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Creates a draft, and stores the catalog for the commands after it. */
@Command(name = "create", description = "Creates the draft of a usage file, and stores the catalog for later commands.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class CreateCommand extends ActorCommand {

    @Option(names = "--product", required = true, paramLabel = "P", description = "The product it reports on.")
    private ProductId product;

    @Option(names = "--contract", required = true, paramLabel = "K", description = "The contract.")
    private ContractId contract;

    @Option(
            names = "--marketplace",
            required = true,
            paramLabel = "M",
            description = "The marketplace on which the product is listed.")
    private MarketplaceId marketplace;

    @Option(
            names = "--period",
            required = true,
            paramLabel = "START/END",
            description = "The time it reports on, the end exclusive; dates are midnight UTC.")
    private UsagePeriod period;

    @Option(
            names = "--currency",
            paramLabel = "CUR",
            description = "The currency of its amounts; the marketplace's by default.")
    private @Nullable Currency currency;

    @Option(
            names = "--environment",
            paramLabel = "ENV",
            description = "production or preview; by default ${DEFAULT-VALUE}.",
            defaultValue = "production")
    private Environment environment;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "actual or estimate; by default ${DEFAULT-VALUE}.",
            defaultValue = "actual")
    private FileKind kind;

    @Option(
            names = "--external-id",
            paramLabel = "X",
            description = "Your own id of the file: the same request again gives the same file.")
    private @Nullable String externalId;

    @Option(names = "--name", required = true, paramLabel = "N", description = "What people call it.")
    private String name;

    @Override
    int run(Database database) throws IOException {
        Path given = catalog();
        if (given == null) {
            return super.run(database);
        }
        byte[] bytes = Files.readAllBytes(given);
        JsonCatalog read = JsonCatalog.read(new ByteArrayInputStream(bytes), given.toString());
        Clock clock = Clock.systemUTC();
        UsageFile draft =
                database.keepingCatalog(bytes, clock, stores -> create(Host.keeping(read, stores, clock, null)));
        return answer(draft);
    }

    @Override
    boolean needsCatalog() {
        return true;
    }

    @Override
    int run(Usageflow usage) throws IOException {
        return answer(create(usage));
    }

    private UsageFile create(Usageflow usage) {
        CreateFile command = CreateFile.of(name, product, contract, marketplace, period)
                .withCurrency(currency)
                .withExternalId(externalId)
                .in(environment)
                .as(kind);
        return usage.files().create(command, actor());
    }
}
