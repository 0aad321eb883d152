package org.usageflow.console.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.usageflow.console.catalog.JsonCatalog;
import org.usageflow.core.Usageflow;
import org.usageflow.model.ContractId;
import org.usageflow.spi.store.ContentStore;

/**
 * What every story of the demonstration shares.
 *
 * @param usage the library, as the application wires it
 * @param content where it keeps the uploads
 * @param catalog its reference data
 * @param contract under which all is reported
 * @param cast who takes part
 * @param clock what time it is
 * @param directory where the files go
 * @param out where the account goes
 * @param surprises what did not come out as it should
 */
record Stage(
        Usageflow usage,
        ContentStore content,
        JsonCatalog catalog,
        ContractId contract,
        Cast cast,
        DemoClock clock,
        Path directory,
        PrintWriter out,
        Surprises surprises) {

    /** The same stage over another library. */
    Stage over(Usageflow other, ContentStore otherContent) {
        return new Stage(other, otherContent, catalog, contract, cast, clock, directory, out, surprises);
    }

    /** Tells one step: who, and what it does. */
    void tell(String who, String what) {
        out.println(String.format("  %-9s %s", who, what));
    }
}
