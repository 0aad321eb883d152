package org.usageflow.verification.parts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CreateFile;
import org.usageflow.core.ReconciliationResult;
import org.usageflow.core.Usageflow;
import org.usageflow.core.store.DirectoryContentStore;
import org.usageflow.core.store.InMemoryUsageStore;
import org.usageflow.csv.CsvFormat;
import org.usageflow.json.JsonFormat;
import org.usageflow.model.AccountId;
import org.usageflow.model.Actor;
import org.usageflow.model.Capabilities;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;
import org.usageflow.model.HubId;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.Party;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.poi.XlsxFormat;
import org.usageflow.query.RecordQuery;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;
import org.usageflow.testkit.MutableClock;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

/** A library with a store, a vendor that reports, and a buyer with two hubs; a third subscription has none. */
final class Shop {

    static final Actor VENDOR = UsageFixtures.vendor();
    static final Actor BUYER = UsageFixtures.distributor();
    static final Actor RESELLER =
            Actor.of(Party.RESELLER, UsageFixtures.RESELLER_1.id().value());
    static final Actor STRANGER = Actor.of(Party.DISTRIBUTOR, "PA-000-001");
    static final Actor OTHER_VENDOR = Actor.of(Party.VENDOR, "VA-000-001");
    static final Actor SYSTEM = new Actor(Party.SYSTEM, new AccountId("host"), null);

    static final HubId NORTH = new HubId("HB-NORTH");
    static final HubId SOUTH = new HubId("HB-SOUTH");

    static final UsageFormat CSV = new CsvFormat();
    static final UsageFormat XLSX = new XlsxFormat();
    static final UsageFormat JSON = JsonFormat.array();
    static final UsageFormat JSONL = JsonFormat.lines();

    static final List<String> PLAIN = List.of("system_record_id", "external_billing_id", "external_billing_note");

    static final int MANY_HUBS = 1_000;

    private static final Subscription OF_NORTH = subscription("AS-0001-0001-0001", NORTH);
    private static final Subscription OF_SOUTH = subscription("AS-0001-0001-0002", SOUTH);
    private static final Subscription OF_NOBODY = subscription("AS-0001-0001-0003", null);

    final Usageflow library;
    final InMemoryUsageStore store = new InMemoryUsageStore();
    final MutableClock clock = MutableClock.at("2021-08-10T09:00:00Z");

    Shop(Path directory, UsageFormat... formats) {
        this(directory, 10_000, formats);
    }

    Shop(Path directory, int problemLimit, UsageFormat... formats) {
        try {
            library = Usageflow.builder()
                    .formats(formats.length == 0 ? new UsageFormat[] {CSV, XLSX, JSON, JSONL} : formats)
                    .reference(world().reference())
                    .store(store)
                    .content(DirectoryContentStore.at(directory))
                    .clock(clock)
                    .temporary(Files.createDirectories(directory.resolve("temporary")))
                    .problemLimit(problemLimit)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CatalogWorld world() {
        var estimates = new PayAsYouGo(UsageFixtures.QT, false, false, false, true);
        CatalogWorld base = UsageFixtures.world(new Capabilities(true, estimates));
        return new CatalogWorld(
                base.product(),
                base.items(),
                base.contract(),
                base.marketplace(),
                base.listing(),
                subscriptions(),
                base.period());
    }

    private static List<Subscription> subscriptions() {
        var all = new ArrayList<Subscription>(List.of(OF_NORTH, OF_SOUTH, OF_NOBODY));
        IntStream.rangeClosed(1, MANY_HUBS).mapToObj(Shop::ofHub).forEach(all::add);
        return all;
    }

    private static Subscription ofHub(int number) {
        return subscription("AS-9000-0000-" + number, new HubId("HB-" + number));
    }

    private static Subscription subscription(String id, HubId hub) {
        Subscription base = UsageFixtures.SUBSCRIPTION;
        return new Subscription(
                new SubscriptionId(id),
                "EXT-" + id,
                null,
                base.product(),
                base.contract(),
                hub,
                base.from(),
                null,
                Map.of(),
                "RECON-" + id,
                base.chain());
    }

    static ReportedRecord north(String key) {
        return record(key, OF_NORTH);
    }

    static ReportedRecord south(String key) {
        return record(key, OF_SOUTH);
    }

    static ReportedRecord nobody(String key) {
        return record(key, OF_NOBODY);
    }

    /** A record each of so many hubs, under ids of their own. */
    static List<ReportedRecord> ofHubs(int number, String prefix) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> record(prefix + i, ofHub(i)))
                .toList();
    }

    private static ReportedRecord record(String key, Subscription subscription) {
        ReportedRecord base = UsageFixtures.record(key).build();
        return ReportedRecord.builder(
                        base.key(),
                        base.item(),
                        base.quantity(),
                        base.window(),
                        SubscriptionSearch.byId(subscription.id().value()))
                .note("=note of " + key)
                .parameter("region", "r-" + key)
                .build();
    }

    /** So many records of the hub in the north: N-1, N-2, …. */
    static List<ReportedRecord> many(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(i -> north("N-" + i)).toList();
    }

    /** A pending file with these records. */
    UsageFile pending(ReportedRecord... records) {
        return pending(Environment.PRODUCTION, FileKind.ACTUAL, List.of(records));
    }

    UsageFile pending(Environment environment, FileKind kind, List<ReportedRecord> records) {
        UsageFile draft = library.files()
                .create(
                        CreateFile.of(
                                        "July",
                                        UsageFixtures.PRODUCT,
                                        UsageFixtures.CONTRACT,
                                        UsageFixtures.MARKETPLACE,
                                        UsageFixtures.PERIOD_JULY)
                                .in(environment)
                                .as(kind),
                        VENDOR);
        for (int from = 0; from < records.size(); from += 1_000) {
            List<ReportedRecord> batch = records.subList(from, Math.min(from + 1_000, records.size()));
            library.files().append(new AppendRecords(draft.id(), null, batch), VENDOR);
        }
        library.files().process(draft.id(), progress -> {}, VENDOR);
        return library.files().submit(draft.id(), VENDOR);
    }

    UsageFile accepted(ReportedRecord... records) {
        return library.files().accept(pending(records).id(), null, BUYER);
    }

    UsageFile accepted(List<ReportedRecord> records) {
        UsageFile pending = pending(Environment.PRODUCTION, FileKind.ACTUAL, records);
        return library.files().accept(pending.id(), null, BUYER);
    }

    UsageFile file(UsageFileId id) {
        return library.files().file(id, SYSTEM);
    }

    List<PartFile> parts(UsageFile file) {
        return library.parts().list(file.id(), BUYER);
    }

    PartFile part(PartFileId id) {
        return library.parts().part(id, BUYER);
    }

    /** All records of a file in order. */
    List<UsageRecord> records(UsageFile file) {
        return library.records()
                .list(RecordQuery.of(file.id()).limit(1_000_000), SYSTEM)
                .items();
    }

    String written(PartFile part, UsageFormat format) {
        return new String(bytes(part, format), StandardCharsets.UTF_8);
    }

    byte[] bytes(PartFile part, UsageFormat format) {
        var out = new ByteArrayOutputStream();
        try {
            library.parts().write(part.id(), format.id(), out, BUYER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A file of the format with these columns and rows of text; null for a blank cell. */
    static byte[] table(UsageFormat format, List<String> columns, List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try (RowWriter writer = format.write(out, WriteOptions.DEFAULTS)) {
            writer.table(new OutputTable(
                    "records",
                    columns.stream()
                            .map(name -> new OutputColumn(name, true, true, 20, List.of()))
                            .toList()));
            var row = new SourceRow();
            for (int i = 0; i < rows.size(); i++) {
                row.begin(i + 2L, i);
                for (int column = 0; column < columns.size(); column++) {
                    String value = rows.get(i).get(column);
                    if (value != null) {
                        row.cell(column, CellKind.TEXT, value);
                    }
                }
                writer.row(row);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static List<String> row(String... cells) {
        var row = new ArrayList<String>(List.of(cells));
        row.replaceAll(each -> each.isEmpty() ? null : each);
        return row;
    }

    ReconciliationResult reconcile(UsageFile file, byte[] content) {
        return with(content, source -> library.reconciliations().apply(file.id(), source, BUYER));
    }

    /** Reconciles by a CSV of id, billing id and note. */
    @SafeVarargs
    @SuppressWarnings("varargs") // List.of copies them
    final ReconciliationResult reconcile(UsageFile file, List<String>... rows) {
        return reconcile(file, table(CSV, PLAIN, List.of(rows)));
    }

    /** What is done with an upload. */
    @FunctionalInterface
    interface Use<T> {
        T of(UploadSource source);
    }

    static <T> T with(byte[] content, Use<T> use) {
        try (UploadSource source = UploadSource.spool(new ByteArrayInputStream(content), UploadLimits.DEFAULTS, null)) {
            return use.of(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
