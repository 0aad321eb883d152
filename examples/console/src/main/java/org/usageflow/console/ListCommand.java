package org.usageflow.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.output.Listings;
import org.usageflow.core.Usageflow;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsageFile;
import org.usageflow.query.FileQuery;
import org.usageflow.query.Page;
import org.usageflow.query.PageKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists files. */
@Command(name = "list", description = "Lists the usage files that the actor may see: a page of them.")
final class ListCommand extends ListingCommand {

    @Option(
            names = "--status",
            paramLabel = "S",
            description = "Files in this status; may be given more than once. Any by default.")
    private List<UsageFileStatus> statuses = new ArrayList<>();

    @Option(names = "--product", paramLabel = "P", description = "Files of this product. Any by default.")
    private @Nullable ProductId product;

    @Option(
            names = "--sort",
            paramLabel = "KEY",
            description = "id (the default), name, created or period-start; turned round by a '-' in front.")
    private SortOrder order = SortOrder.STANDARD;

    @Option(names = "--limit", paramLabel = "N", description = "How many at the most; by default ${DEFAULT-VALUE}.")
    private int limit = 100;

    @Option(
            names = "--after",
            paramLabel = "KEY",
            description = "The page behind the file with this key: its 'key' in the JSON of a list in the same order.")
    private @Nullable PageKey after;

    @Override
    void check() throws IOException {
        super.check();
        if (limit < 1) {
            throw new WrongUseException("--limit is 1 or more, not " + limit);
        }
    }

    @Override
    int run(Usageflow usage) throws IOException {
        Page<UsageFile> page = usage.files().list(query(), actor());
        int code = list(Listings.files(order.sort()), taker -> {
            for (UsageFile each : page.items()) {
                taker.take(each);
            }
        });
        if (page.next() != null && !isJson()) {
            err().println("usage: there are more: --after '" + page.next() + "'");
        }
        return code;
    }

    private FileQuery query() {
        Set<UsageFileStatus> wanted = EnumSet.noneOf(UsageFileStatus.class);
        wanted.addAll(statuses);
        FileQuery all =
                new FileQuery(wanted, product, null, null, null, FileQuery.ALL.sort(), false, after, limit, false);
        return order.in(all);
    }
}
