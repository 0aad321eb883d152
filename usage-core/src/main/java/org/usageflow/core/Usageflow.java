package org.usageflow.core;

import jakarta.validation.Validator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.judge.JudgeContext.ParameterRule;
import org.usageflow.core.schema.StandardSchemas;
import org.usageflow.error.WiringException;
import org.usageflow.model.ProductId;
import org.usageflow.model.SchemaCode;
import org.usageflow.policy.Policies;
import org.usageflow.problem.ProblemMessages;
import org.usageflow.schema.SchemaRegistry;
import org.usageflow.schema.Visibility;
import org.usageflow.spi.event.UsageEventListener;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.reference.Catalog;
import org.usageflow.spi.reference.ItemRegistry;
import org.usageflow.spi.reference.Items;
import org.usageflow.spi.reference.ReferenceData;
import org.usageflow.spi.reference.ReportedRecords;
import org.usageflow.spi.reference.Subscriptions;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.spi.store.IdSource;
import org.usageflow.spi.store.UsageStore;

/**
 * The library, put together by the host: formats, reference data, policies in; services out.
 *
 * <p>Immutable, thread-safe, and without threads or static state of its own: any number may live in one process.
 */
public final class Usageflow {

    private final Wiring wiring;
    private final @Nullable Services services;

    private Usageflow(Wiring wiring, @Nullable Keeping keeping) {
        this.wiring = wiring;
        this.services = keeping == null ? null : Services.of(wiring, keeping);
    }

    /** Begins to put the library together. */
    public static Builder builder() {
        return new Builder();
    }

    /** Judges uploads without storing anything. */
    public ValidationService validation() {
        return new ValidationService(wiring);
    }

    /** Writes the files that vendors send: templates, and uploads of typed records. */
    public UploadService uploads() {
        return new UploadService(wiring);
    }

    /**
     * Usage files, from draft to closed.
     *
     * @throws WiringException if no store was given
     */
    public FileService files() {
        return services().files();
    }

    /**
     * The records of usage files.
     *
     * @throws WiringException if no store was given
     */
    public RecordService records() {
        return services().records();
    }

    /**
     * Part files: the accepted records of usage files by the hub that bills them.
     *
     * @throws WiringException if no store was given
     */
    public PartService parts() {
        return services().parts();
    }

    /**
     * Reconciliation files, which close records with their billing ids.
     *
     * @throws WiringException if no store was given
     */
    public ReconciliationService reconciliations() {
        return services().reconciliations();
    }

    /**
     * Events that were not delivered yet.
     *
     * @throws WiringException if no store was given
     */
    public EventService events() {
        return services().events();
    }

    /**
     * Settles what lost its process.
     *
     * @throws WiringException if no store was given
     */
    public RecoveryService recovery() {
        return services().recovery();
    }

    /**
     * Erases the bytes of uploads, and personal data.
     *
     * @throws WiringException if no store was given
     */
    public RetentionService retention() {
        return services().retention();
    }

    private Services services() {
        Services kept = services;
        if (kept == null) {
            throw new WiringException("nothing is kept: no store was given to the builder");
        }
        return kept;
    }

    /** Puts problems into words, in the language that was given. */
    public ProblemMessages messages() {
        return wiring.messages();
    }

    /** Collects the parts. Not thread-safe. */
    public static final class Builder {
        private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

        private final List<UsageFormat> formats = new ArrayList<>();
        private final Map<ProductId, ParameterBinding<?>> bindings = new LinkedHashMap<>();
        private SchemaRegistry schemas = SchemaRegistry.of(StandardSchemas.all());
        private Policies policies = Policies.DEFAULTS;
        private UploadLimits limits = UploadLimits.DEFAULTS;
        private ProblemMessages messages = ProblemMessages.english();
        private int problemLimit = 10_000;
        private @Nullable Catalog catalog;
        private @Nullable Items items;
        private @Nullable Subscriptions subscriptions;
        private @Nullable ReportedRecords reported;
        private @Nullable Validator validator;
        private @Nullable Path temporary;
        private final List<UsageEventListener> listeners = new ArrayList<>();
        private @Nullable UsageStore store;
        private @Nullable ContentStore content;
        private @Nullable Clock clock;
        private Duration lease = Duration.ofMinutes(5);
        private @Nullable IdSource ids;
        private @Nullable ItemRegistry registry;

        private Builder() {}

        /** Where files and records are kept; none by default, and then uploads can be judged and written, and nothing else. Needs a content store and a clock too. */
        public Builder store(UsageStore keeper) {
            this.store = keeper;
            return this;
        }

        /** Where the bytes of uploads are kept. Required with a store. */
        public Builder content(ContentStore keeper) {
            this.content = keeper;
            return this;
        }

        /** What time it is, of which whole microseconds count. Required with a store. Processes that share a store need clocks that agree to a fraction of the lease. */
        public Builder clock(Clock source) {
            this.clock = source;
            return this;
        }

        /**
         * How long work may show no progress before {@link RecoveryService#recover} takes its process for lost; 5 minutes by default, 1 second or more. It is prolonged while work goes on. The same for all processes that
         * share a store.
         */
        public Builder lease(Duration length) {
            this.lease = Objects.requireNonNull(length, "length");
            return this;
        }

        /** Makes ids of files; by default eight random digits a month. */
        public Builder ids(IdSource source) {
            this.ids = source;
            return this;
        }

        /** Takes the items that accepted files describe; none by default, and then such files are not accepted. */
        public Builder itemRegistry(ItemRegistry taker) {
            this.registry = taker;
            return this;
        }

        /** Hears events once they are committed; several are told one after the other. None by default: events wait to be drained. */
        public Builder listener(UsageEventListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /** The file formats, at least one; the first that recognises an upload reads it. */
        public Builder formats(UsageFormat... more) {
            formats.addAll(List.of(more));
            return this;
        }

        /** The host's products, contracts, listings, items and subscriptions, in one. */
        public Builder reference(ReferenceData data) {
            return catalog(data).items(data).subscriptions(data);
        }

        /** The host's products, contracts and listings. Required, here or by {@link #reference}. */
        public Builder catalog(Catalog source) {
            this.catalog = source;
            return this;
        }

        /** The host's items. Required, here or by {@link #reference}. */
        public Builder items(Items source) {
            this.items = source;
            return this;
        }

        /** The host's subscriptions. Required, here or by {@link #reference}. */
        public Builder subscriptions(Subscriptions source) {
            this.subscriptions = source;
            return this;
        }

        /** The records reported before; none by default, and then nothing is checked against former files. */
        public Builder reported(ReportedRecords source) {
            this.reported = source;
            return this;
        }

        /** The reporting schemas; QT, PR, CR and TR by default. */
        public Builder schemas(SchemaRegistry registry) {
            this.schemas = registry;
            return this;
        }

        /** The host's choices; {@link Policies#DEFAULTS} by default. */
        public Builder policies(Policies choices) {
            this.policies = choices;
            return this;
        }

        /** What an upload may be at most; {@link UploadLimits#DEFAULTS} by default. */
        public Builder limits(UploadLimits most) {
            this.limits = most;
            return this;
        }

        /** The language of messages; English by default. */
        public Builder messages(ProblemMessages words) {
            this.messages = words;
            return this;
        }

        /** How many problems a report lists, 0 or more; 10,000 by default. Counts are exact whatever it is. */
        public Builder problemLimit(int most) {
            this.problemLimit = most;
            return this;
        }

        /** Checks a product's {@code v.} parameters by the constraints of a record of the host's; nothing by default. */
        public Builder parameters(ProductId product, ParameterBinding<?> binding) {
            bindings.put(product, binding);
            return this;
        }

        /** Checks the constraints of commands and of bound parameters; hibernate-validator by default, which must then be on the class path. */
        public Builder validator(Validator checker) {
            this.validator = checker;
            return this;
        }

        /** Where temporary files go, which are always removed; the system's directory by default. */
        public Builder temporary(Path directory) {
            this.temporary = directory;
            return this;
        }

        /**
         * Puts the library together.
         *
         * @throws WiringException if something is missing or does not go together; the message names all of it
         */
        public Usageflow build() {
            var faults = new ArrayList<String>();
            require(!formats.isEmpty(), "formats: at least one is needed", faults);
            require(catalog != null, "catalog: give one, or reference", faults);
            require(items != null, "items: give them, or reference", faults);
            require(subscriptions != null, "subscriptions: give them, or reference", faults);
            require(lease.compareTo(SHORTEST_LEASE) >= 0, "lease: 1 second or more, not " + lease, faults);
            require(problemLimit >= 0, "problemLimit: 0 or more, not " + problemLimit, faults);
            Map<ProductId, ParameterRule> rules = rules(faults);
            Keeping keeping = keeping(faults);
            if (catalog == null || items == null || subscriptions == null || !faults.isEmpty()) {
                throw new WiringException("Usageflow cannot be built: " + String.join("; ", faults));
            }
            return new Usageflow(
                    new Wiring(
                            List.copyOf(formats),
                            schemas,
                            catalog,
                            items,
                            subscriptions,
                            reported,
                            rules,
                            policies,
                            limits,
                            messages,
                            problemLimit,
                            temporary),
                    keeping);
        }

        private @Nullable Keeping keeping(List<String> faults) {
            if (store == null) {
                boolean alone = content == null && registry == null && listeners.isEmpty();
                require(alone, "store: give one, or leave out content, itemRegistry and listener", faults);
                return null;
            }
            require(content != null, "content: a store needs one beside it", faults);
            require(clock != null, "clock: a store needs one beside it", faults);
            Validator checker = checker(faults);
            if (content == null || clock == null || checker == null) {
                return null;
            }
            var visibilities = new LinkedHashMap<SchemaCode, Visibility>();
            schemas.all().forEach(each -> visibilities.put(each.code(), each.visibility()));
            IdSource source = ids == null ? new RandomIds() : ids;
            // What every database keeps
            Clock ticking = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
            var leases = new Leases(store, ticking, lease);
            return new Keeping(store, content, ticking, leases, source, registry, listeners, checker, visibilities);
        }

        private @Nullable Validator checker(List<String> faults) {
            try {
                return validator == null ? DefaultValidator.create() : validator;
            } catch (WiringException e) {
                faults.add("validator: " + e.getMessage());
                return null;
            }
        }

        private static void require(boolean met, String fault, List<String> faults) {
            if (!met) {
                faults.add(fault);
            }
        }

        private Map<ProductId, ParameterRule> rules(List<String> faults) {
            var rules = new LinkedHashMap<ProductId, ParameterRule>();
            if (bindings.isEmpty()) {
                return rules;
            }
            try {
                Validator given = validator;
                Validator checker = given == null ? DefaultValidator.create() : given;
                bindings.forEach((product, binding) -> rules.put(product, binding.rule(checker)));
            } catch (WiringException e) {
                faults.add("parameters: " + e.getMessage());
            }
            return rules;
        }
    }
}
