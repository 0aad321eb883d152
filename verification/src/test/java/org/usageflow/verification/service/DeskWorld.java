package org.usageflow.verification.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.usageflow.core.FileService;
import org.usageflow.core.RecordService;
import org.usageflow.core.Usageflow;
import org.usageflow.core.store.DirectoryContentStore;
import org.usageflow.core.store.InMemoryUsageStore;
import org.usageflow.csv.CsvFormat;
import org.usageflow.model.Capabilities;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.policy.Policies;
import org.usageflow.problem.Problem;
import org.usageflow.query.RecordQuery;
import org.usageflow.spi.event.UsageEventListener;
import org.usageflow.spi.reference.ItemRegistry;
import org.usageflow.spi.reference.ReferenceData;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.spi.store.IdSource;
import org.usageflow.spi.store.UsageStore;
import org.usageflow.testkit.MutableClock;
import org.usageflow.testkit.UsageFixtures;

/** The library as a host wires it over a store in memory, with everything that it calls watched. The time is 20 July 2021, within the period. */
final class DeskWorld {

    final Watch watch = new Watch();
    final MutableClock clock;
    final UsageStore store;
    final HostData host;
    final Usageflow usage;
    final FileService files;
    final RecordService records;
    final Rows rows;

    /** Events that a listener heard, which is there unless others are given. */
    final List<UsageEvent> heard = new CopyOnWriteArrayList<>();

    private DeskWorld(Setup setup) {
        clock = setup.clock;
        store = setup.store;
        host = new HostData(Parties.reference(setup.capabilities()).build());
        var builder = Usageflow.builder()
                .formats(new CsvFormat())
                .reference(watch.watched(ReferenceData.class, "reference", host))
                .policies(setup.policies)
                .problemLimit(setup.problemLimit)
                .temporary(setup.directory)
                .store(watch.store(store))
                .content(watch.watched(ContentStore.class, "content", content(setup.directory)))
                .clock(clock);
        if (setup.ids != null) {
            builder.ids(setup.ids);
        }
        if (setup.registry) {
            builder.itemRegistry(watch.watched(ItemRegistry.class, "registry", host));
        }
        if (setup.listening && setup.listeners.isEmpty()) {
            builder.listener(heard::add);
        }
        setup.listeners.forEach(builder::listener);
        usage = builder.build();
        files = usage.files();
        records = usage.records();
        rows = new Rows(usage, setup.schema, setup.directory);
    }

    private static ContentStore content(Path directory) {
        try {
            return DirectoryContentStore.at(directory.resolve("content"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A world whose product reports in PR, with dynamic items and estimates, and the default policies. */
    static DeskWorld in(Path directory) {
        return setup(directory).build();
    }

    static Setup setup(Path directory) {
        return new Setup(directory);
    }

    /** What a world may have otherwise. */
    static final class Setup {
        private final Path directory;
        private final List<UsageEventListener> listeners = new ArrayList<>();
        private SchemaCode schema = UsageFixtures.PR;
        private Policies policies = Policies.DEFAULTS;
        private boolean registry = true;
        private boolean listening = true;
        private boolean estimates = true;
        private int problemLimit = 10_000;
        private IdSource ids;

        private UsageStore store = new InMemoryUsageStore();
        private MutableClock clock = MutableClock.at("2021-07-20T09:00:00Z");

        private Setup(Path directory) {
            this.directory = directory;
        }

        Setup schema(SchemaCode code) {
            this.schema = code;
            return this;
        }

        Setup policies(Policies choices) {
            this.policies = choices;
            return this;
        }

        Setup withoutRegistry() {
            this.registry = false;
            return this;
        }

        Setup withoutListeners() {
            this.listening = false;
            return this;
        }

        Setup withoutEstimates() {
            this.estimates = false;
            return this;
        }

        Setup problemLimit(int most) {
            this.problemLimit = most;
            return this;
        }

        Setup ids(IdSource source) {
            this.ids = source;
            return this;
        }

        Setup store(UsageStore keeper) {
            this.store = keeper;
            return this;
        }

        /** Another process over what another world keeps, at the same time. */
        Setup beside(DeskWorld other) {
            this.store = other.store;
            this.clock = other.clock;
            return this;
        }

        Setup listener(UsageEventListener listener) {
            listeners.add(listener);
            return this;
        }

        private Capabilities capabilities() {
            return new Capabilities(true, new PayAsYouGo(schema, true, false, false, estimates));
        }

        DeskWorld build() {
            return new DeskWorld(this);
        }
    }

    /** The file as the system sees it. */
    UsageFile file(UsageFileId id) {
        return files.file(id, Parties.SYSTEM);
    }

    /** The records of a file as the system sees them, in order. */
    List<UsageRecord> records(UsageFileId id) {
        return records.list(RecordQuery.of(id).limit(1_000_000), Parties.SYSTEM).items();
    }

    List<Problem> problems(UsageFileId id) {
        return files.problems(id, null, 10_000, Parties.SYSTEM).items();
    }

    List<UsageEvent> history(UsageFileId id) {
        return files.history(id, Parties.SYSTEM);
    }

    /** All of a file that is kept. */
    record Snapshot(UsageFile file, List<UsageRecord> records, List<Problem> problems, List<UsageEvent> history) {}

    Snapshot snapshot(UsageFileId id) {
        return new Snapshot(file(id), records(id), problems(id), history(id));
    }

    /** Files on their way. */
    Ladder ladder() {
        return new Ladder(this);
    }
}
