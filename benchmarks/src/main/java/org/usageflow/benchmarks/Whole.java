package org.usageflow.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.usageflow.command.CreateFile;
import org.usageflow.core.Usageflow;
import org.usageflow.csv.CsvFormat;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.PartFile;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

/** A file's whole life by the library's services: a CSV file comes in, is judged, kept, submitted, accepted and closed, and its part goes out as CSV. */
final class Whole {

    private final Site site;
    private final Sample sample;
    private final int rows;
    private final Path directory;

    /**
     * Makes it.
     *
     * @param directory for the files that come in and go out
     */
    Whole(Site site, Sample sample, int rows, Path directory) {
        this.site = site;
        this.sample = sample;
        this.rows = rows;
        this.directory = directory;
    }

    /** The contest with the floor of putting the records into the tables. Writes the file that comes in. */
    Contest contest() throws IOException {
        Path upload = directory.resolve("upload-" + rows + ".csv");
        sample.write(rows, upload);
        return new Contest(
                site.name(),
                "the whole: CSV in, judged, kept, submitted, accepted, closed, CSV out",
                rows,
                site.appendFloors(),
                List.of(),
                List.of(new Contestant("services", site::wipe, watch -> live(upload, watch))),
                null);
    }

    private long live(Path upload, Watch watch) throws IOException {
        Usageflow usage = library();
        CatalogWorld world = sample.world();
        UsageFileId id = usage.files()
                .create(
                        CreateFile.of(
                                "whole",
                                world.product().id(),
                                world.contract().id(),
                                world.marketplace().id(),
                                world.period()),
                        UsageFixtures.vendor())
                .id();
        try (UploadSource source = UploadSource.of(upload)) {
            usage.files().upload(id, source, UsageFixtures.vendor());
        }
        watch.lap("upload");
        usage.files().submit(id, UsageFixtures.vendor());
        watch.lap("submit");
        usage.files().accept(id, null, UsageFixtures.distributor());
        watch.lap("accept");
        UsageFile closed = usage.files().close(id, "INV-1", UsageFixtures.distributor());
        watch.lap("close");
        List<Path> parts = write(usage, id);
        watch.lap("part out");
        watch.stand();
        long written = 0;
        for (Path part : parts) {
            written += records(part);
            Files.delete(part);
        }
        watch.go();
        return closed.counts().of(RecordStatus.CLOSED) == rows ? written : 0;
    }

    private Usageflow library() {
        return Usageflow.builder()
                .formats(new CsvFormat())
                .reference(sample.world().reference())
                .store(site.store())
                .content(site.content())
                .clock(Clock.fixed(Instant.parse("2021-08-01T00:00:00Z"), ZoneOffset.UTC))
                .temporary(directory)
                .build();
    }

    /** Writes all parts, a file each. */
    private List<Path> write(Usageflow usage, UsageFileId id) throws IOException {
        List<Path> written = new ArrayList<>();
        for (PartFile part : usage.parts().list(id, UsageFixtures.distributor())) {
            Path file = directory.resolve(part.id() + ".csv");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                usage.parts().write(part.id(), FormatId.CSV, out, UsageFixtures.distributor());
            }
            written.add(file);
        }
        return written;
    }

    /** How many lines a file has below its header. */
    private static long records(Path csv) throws IOException {
        try (Stream<String> lines = Files.lines(csv)) {
            return lines.count() - 1;
        }
    }

    /** Leaves nothing behind. */
    void end() throws SQLException, IOException {
        site.wipe();
        Files.deleteIfExists(directory.resolve("upload-" + rows + ".csv"));
    }
}
