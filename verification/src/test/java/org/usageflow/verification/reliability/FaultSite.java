package org.usageflow.verification.reliability;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.usageflow.command.CreateFile;
import org.usageflow.core.UploadRequest;
import org.usageflow.core.UploadWriter;
import org.usageflow.core.Usageflow;
import org.usageflow.csv.CsvFormat;
import org.usageflow.jdbc.ConnectionSource;
import org.usageflow.jdbc.JdbcContentStore;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.JdbcUsageStore;
import org.usageflow.model.Actor;
import org.usageflow.model.Capabilities;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.HubId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.PartFileId;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.Quantity;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.spi.store.UsageStore;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;
import org.usageflow.testkit.reference.InMemoryReferenceData;

/** The library as one process wires it over a database that may fail: two hubs, items that files may describe, rows in error suspended. */
final class FaultSite {

    static final Actor VENDOR = UsageFixtures.vendor();
    static final Actor BUYER = UsageFixtures.distributor();

    private static final Subscription NORTH = subscription("AS-0001-0001-0001", "HB-NORTH");
    private static final Subscription SOUTH = subscription("AS-0001-0001-0002", "HB-SOUTH");
    private static final CatalogWorld WORLD = world();
    private static final Validator VALIDATOR = validator();

    final FaultScene scene;
    final Stores stores;
    final Usageflow usage;
    private final Path temporary;

    /** The stores of a process. */
    record Stores(UsageStore usage, ContentStore content) {

        static Stores over(ConnectionSource connections) {
            return new Stores(
                    JdbcUsageStore.open(connections, JdbcSettings.DEFAULT),
                    JdbcContentStore.open(connections, JdbcSettings.DEFAULT));
        }
    }

    FaultSite(Stores stores, FaultScene scene, Path temporary, boolean listening) {
        this.scene = scene;
        this.temporary = temporary;
        this.stores = stores;
        InMemoryReferenceData host =
                InMemoryReferenceData.builder().world(WORLD).build();
        var builder = Usageflow.builder()
                .formats(new CsvFormat())
                .reference(host)
                .itemRegistry(host)
                .policies(Policies.DEFAULTS.with(AcceptancePolicy.PARTIAL))
                .store(stores.usage())
                .content(stores.content())
                .clock(scene.clock)
                .ids(month -> scene.nextFile())
                .temporary(temporary)
                .validator(VALIDATOR);
        if (listening) {
            builder.listener(scene::hear);
        }
        this.usage = builder.build();
    }

    /** One for all: making it takes longer than a trial. */
    private static Validator validator() {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            return factory.getValidator();
        }
    }

    private static CatalogWorld world() {
        CatalogWorld base =
                UsageFixtures.world(new Capabilities(true, new PayAsYouGo(UsageFixtures.QT, true, false, false, true)));
        return new CatalogWorld(
                base.product(),
                base.items(),
                base.contract(),
                base.marketplace(),
                base.listing(),
                List.of(NORTH, SOUTH),
                base.period());
    }

    private static Subscription subscription(String id, String hub) {
        Subscription base = UsageFixtures.SUBSCRIPTION;
        return new Subscription(
                new SubscriptionId(id),
                "EXT-" + id,
                null,
                base.product(),
                base.contract(),
                new HubId(hub),
                Instant.parse("2021-01-01T00:00:00Z"),
                null,
                Map.of(),
                "RECON-" + id,
                base.chain());
    }

    static CreateFile july(String name) {
        return CreateFile.of(
                name,
                UsageFixtures.PRODUCT,
                UsageFixtures.CONTRACT,
                UsageFixtures.MARKETPLACE,
                UsageFixtures.PERIOD_JULY);
    }

    static ReportedRecord north(String key) {
        return record(key, NORTH).note("note of " + key).build();
    }

    static ReportedRecord south(String key) {
        return record(key, SOUTH).parameter("region", "r-" + key).build();
    }

    private static ReportedRecord.Builder record(String key, Subscription subscription) {
        return row(key, UsageFixtures.CALLS.mpn(), subscription);
    }

    private static ReportedRecord.Builder row(String key, String mpn, Subscription subscription) {
        return ReportedRecord.builder(
                new RecordKey(key),
                ItemSearch.byMpn(mpn),
                Quantity.of("28"),
                UsageFixtures.WINDOW_JULY_8,
                SubscriptionSearch.byId(subscription.id().value()));
    }

    /** A row that describes an item. */
    static ReportedRecord describing(String key) {
        return row(key, "MPN-NEW", NORTH)
                .dynamicItem(new DynamicItem("New", "MPN-NEW", "piece", ItemPrecision.INTEGER))
                .build();
    }

    /** A row of an item that there is not. */
    static ReportedRecord wrong(String key) {
        return row(key, "MPN-NOWHERE", NORTH).build();
    }

    /** One row of each kind that can be accepted: K1 and K3 in the north, K2 in the south. */
    static ReportedRecord[] rows() {
        return new ReportedRecord[] {north("K1"), south("K2"), describing("K3")};
    }

    UsageFileId draft() {
        return usage.files().create(july("July"), VENDOR).id();
    }

    UsageFileId received(ReportedRecord... rows) {
        UsageFileId id = draft();
        with(upload(rows), source -> usage.files().receive(id, source, VENDOR));
        return id;
    }

    UsageFileId ready(ReportedRecord... rows) {
        UsageFileId id = received(rows);
        usage.files().process(id, ProgressListener.NONE, Who.SYSTEM);
        return id;
    }

    UsageFileId pending(ReportedRecord... rows) {
        UsageFileId id = ready(rows);
        usage.files().submit(id, VENDOR);
        return id;
    }

    UsageFileId accepted(ReportedRecord... rows) {
        UsageFileId id = pending(rows);
        usage.files().accept(id, null, BUYER);
        return id;
    }

    /** The id of the first file there is. */
    static UsageFileId first() {
        return FaultScene.file(1);
    }

    static UsageRecordId record(int number) {
        return UsageRecordId.of(first(), number);
    }

    static PartFileId part(int number) {
        return PartFileId.of(first(), number);
    }

    static ReconciliationFileId reconciliation(int number) {
        return ReconciliationFileId.of(first(), number);
    }

    /** What is done with an upload. */
    @FunctionalInterface
    interface Use<T> {
        T of(UploadRequest request);
    }

    static <T> T with(UploadSource source, Use<T> use) {
        try (source) {
            return use.of(UploadRequest.of(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UploadSource upload(ReportedRecord... rows) {
        var bytes = new ByteArrayOutputStream();
        try (UploadWriter writer =
                usage.uploads().open(UsageFixtures.PRODUCT, FormatId.CSV, List.of("region"), bytes)) {
            for (ReportedRecord each : rows) {
                writer.write(each);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes(bytes.toByteArray());
    }

    UploadSource bytes(byte[] content) {
        try {
            return UploadSource.spool(new ByteArrayInputStream(content), UploadLimits.DEFAULTS, temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
