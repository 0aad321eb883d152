package org.usageflow.verification.reliability;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.usageflow.core.UploadWriter;
import org.usageflow.core.Usageflow;
import org.usageflow.csv.CsvFormat;
import org.usageflow.jdbc.ConnectionSource;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcContentStore;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.JdbcUsageStore;
import org.usageflow.model.ReportedRecord;
import org.usageflow.spi.event.UsageEventListener;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.UsageStore;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;
import org.usageflow.testkit.reference.InMemoryReferenceData;

/** The library as a host wires it over a database, with the uploads in the same database. */
final class DatabaseSite {

    final CatalogWorld world;
    final UsageStore store;
    final Usageflow usage;
    private final Path temporary;

    private DatabaseSite(
            DataSource source, CatalogWorld world, Clock clock, Path temporary, UsageEventListener listener) {
        this.world = world;
        this.temporary = temporary;
        ConnectionSource connections = ConnectionSource.owning(source);
        store = JdbcUsageStore.open(connections, JdbcSettings.DEFAULT);
        usage = Usageflow.builder()
                .formats(new CsvFormat())
                .reference(InMemoryReferenceData.builder().world(world).build())
                .store(store)
                .content(JdbcContentStore.open(connections, JdbcSettings.DEFAULT))
                .clock(clock)
                .temporary(temporary)
                .listener(listener)
                .build();
    }

    /** A library over a database whose schema is there. */
    static DatabaseSite open(DataSource source, Clock clock, Path temporary, UsageEventListener listener) {
        return new DatabaseSite(source, UsageFixtures.world(UsageFixtures.QT), clock, temporary, listener);
    }

    /** Makes the schema of an empty database. */
    static void migrate(DataSource source) {
        DatabaseSchema.migrate(source, JdbcSettings.DEFAULT);
    }

    /** An upload of records as CSV. */
    UploadSource upload(List<ReportedRecord> records) {
        var bytes = new ByteArrayOutputStream();
        try (UploadWriter writer = usage.uploads().open(world.product().id(), FormatId.CSV, List.of(), bytes)) {
            for (ReportedRecord each : records) {
                writer.write(each);
            }
            writer.finish();
            return UploadSource.spool(new ByteArrayInputStream(bytes.toByteArray()), UploadLimits.DEFAULTS, temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
