package org.usageflow.console.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.usageflow.console.catalog.JsonCatalog;
import org.usageflow.console.database.Database;
import org.usageflow.console.output.TargetFile;
import org.usageflow.model.Actor;
import org.usageflow.model.ContractId;
import org.usageflow.model.Party;
import org.usageflow.query.FileQuery;
import org.usageflow.spi.store.ReadScope;

/**
 * A run of the demonstration in a database. Each has a contract of its own, since an id that was reported under a contract cannot be reported again.
 *
 * @param number from 1
 */
record DemoRun(int number) {

    private static final ReadScope EVERYTHING = ReadScope.of(Actor.of(Party.SYSTEM, "demo"), Map.of());
    private static final String CATALOG = "catalog.json";
    private static final String CONTRACT = "CRD-41000-52000-";
    private static final String FIRST_CONTRACT = CONTRACT + "00001";

    /** The first run of which the database has nothing. */
    static DemoRun next(Database.Stores stores) {
        return stores.usage().inTransaction(session -> {
            var run = new DemoRun(1);
            while (!session.files()
                    .list(FileQuery.ALL.ofContract(run.contract()).limit(1), EVERYTHING)
                    .isEmpty()) {
                run = new DemoRun(run.number + 1);
            }
            return run;
        });
    }

    /** Under which all is reported. */
    ContractId contract() {
        return new ContractId(CONTRACT + String.format(Locale.ROOT, "%05d", number));
    }

    /**
     * Writes the run's catalog. A database that has none keeps it, for the commands that are given none.
     *
     * @throws IOException if it cannot be written
     */
    JsonCatalog writeCatalog(Path file, Database database) throws IOException {
        byte[] text = catalog().getBytes(StandardCharsets.UTF_8);
        TargetFile.write(file, out -> out.write(text));
        database.keepCatalogIfNone(text, new DemoClock());
        return JsonCatalog.read(new ByteArrayInputStream(text), file.toString());
    }

    private String catalog() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DemoRun.class.getResourceAsStream(CATALOG), "the demonstration's catalog")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace(FIRST_CONTRACT, contract().value());
        }
    }
}
