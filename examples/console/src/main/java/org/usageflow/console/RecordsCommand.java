package org.usageflow.console;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.usageflow.console.output.Listings;
import org.usageflow.core.Usageflow;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.query.RecordQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the records of a file. */
@Command(name = "records", description = "Lists the records of a usage file, in the order of the upload.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class RecordsCommand extends ListingCommand {

    @Parameters(paramLabel = "ID", description = "The usage file.")
    private UsageFileId id;

    @Override
    int run(Usageflow usage) throws IOException {
        UsageFile file = usage.files().file(id, actor());
        RecordQuery query = RecordQuery.of(id);
        var records = new PagesOf<UsageRecord>(next -> usage.records().list(query.after(next), actor()));
        Set<String> parameters = isOfRows() ? parameters(records) : Set.of();
        return list(Listings.records(file.details().currency(), parameters), records);
    }

    /** Which columns of the vendor's own there are, which rows must know before the first is written. */
    private static Set<String> parameters(PagesOf<UsageRecord> records) throws IOException {
        var names = new LinkedHashSet<String>();
        records.forEach(each -> {
            ReportedRecord reported = each.reported();
            if (reported != null) {
                names.addAll(reported.parameters().keySet());
            }
        });
        return names;
    }
}
