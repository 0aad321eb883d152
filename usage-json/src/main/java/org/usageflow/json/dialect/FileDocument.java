package org.usageflow.json.dialect;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.CreateFile;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Environment;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;

/**
 * A usage file as the original platform's API has it. Null is a member that is absent.
 *
 * <p>Immutable, thread-safe. Source: rules §12.
 *
 * @param id its id; null in a request to create it
 * @param name what people call it
 * @param description free text
 * @param note free text
 * @param externalId the vendor's own id of the file
 * @param status where it stands
 * @param schema how amounts are reported
 * @param period what time it reports on
 * @param currency of every amount; null where the schema reports none
 * @param environment whether it counts
 * @param product whose usage
 * @param contract between whom
 * @param marketplace where the product is listed
 * @param vendor who reports
 * @param provider who is billed: the contract's buyer
 * @param acceptanceNote the buyer's, on accepting
 * @param rejectionNote the buyer's, on rejecting
 * @param errorDetail why the last upload came to nothing for a reason of its own
 * @param stats how many records it has
 * @param events what happened to it
 * @param unknown members of the text that was read which the dialect does not have, as JSON by JSON pointer from the document, in their order; numbers as they were written. They are not written
 */
public record FileDocument(
        @Nullable String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String note,
        @Nullable String externalId,
        @Nullable UsageFileStatus status,
        @Nullable SchemaCode schema,
        @Nullable Period period,
        @Nullable Currency currency,
        @Nullable Environment environment,
        @Nullable Reference product,
        @Nullable Reference contract,
        @Nullable Reference marketplace,
        @Nullable Reference vendor,
        @Nullable Reference provider,
        @Nullable String acceptanceNote,
        @Nullable String rejectionNote,
        @Nullable String errorDetail,
        @Nullable Stats stats,
        @Nullable FileEvents events,
        Map<String, String> unknown) {

    public FileDocument {
        unknown = Checks.ordered(unknown);
    }

    /**
     * A period; what is null is not said.
     *
     * @param from its start; UTC, inclusive
     * @param to its end; UTC, as written
     */
    public record Period(@Nullable Instant from, @Nullable Instant to) {

        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if both are null, or a time is not of the years 1970 to 2199
         */
        public Period {
            Checks.saysSomething("a period", from, to);
            Times.check(from, "from");
            Times.check(to, "to");
        }
    }

    /**
     * Numbers of records; what is null is not said.
     *
     * @param uploaded rows of the last upload
     * @param validated those of them without an error
     * @param pending records that wait for the buyer now
     * @param accepted records that are accepted now, and not closed
     * @param closed records that are closed
     */
    public record Stats(
            @Nullable Long uploaded,
            @Nullable Long validated,
            @Nullable Long pending,
            @Nullable Long accepted,
            @Nullable Long closed) {

        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if all are null, or one is negative or has more than 18 digits
         */
        public Stats {
            Checks.saysSomething("stats", uploaded, validated, pending, accepted, closed);
            Checks.counts(uploaded, validated, pending, accepted, closed);
        }
    }

    /**
     * An entry of the file's events.
     *
     * @param at when; UTC; null where it is not said
     * @param by who; null where a rule or the system acted
     */
    public record Event(@Nullable Instant at, @Nullable Reference by) {

        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if both are null, or the time is not of the years 1970 to 2199
         */
        public Event {
            Checks.saysSomething("an event", at, by);
            Times.check(at, "at");
        }
    }

    /**
     * Makes the document of a file.
     *
     * <p>Of each kind of event the last one is told; {@code uploaded} is that of an upload, or of records appended. {@code by} is the user, or the account where there is none.
     *
     * @param file the file, as its reader may see it
     * @param history its events, in any order; without them {@code created} alone is told
     * @param names what things are called
     * @throws IllegalArgumentException if an event is another file's, or a time is not of the years 1970 to 2199
     */
    public static FileDocument of(UsageFile file, List<UsageEvent> history, DialectNames names) {
        return FileMapping.document(file, history, names);
    }

    /**
     * The command that creates a file of this document's name, texts, external id, product, contract, marketplace, period, currency and environment (production where none is named), of kind actual.
     *
     * <p>Everything else is not looked at: a file's parties and schema are those of its contract and product.
     *
     * @throws DialectException if the name, the period, or the id of product, contract or marketplace is missing, or one of them cannot be one
     */
    public CreateFile toCommand() {
        return FileMapping.command(this);
    }

    /** Begins an empty document. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins a document equal to this one. */
    public Builder toBuilder() {
        var builder = new Builder();
        builder.id = id;
        builder.name = name;
        builder.description = description;
        builder.note = note;
        builder.externalId = externalId;
        builder.status = status;
        builder.schema = schema;
        builder.period = period;
        builder.currency = currency;
        builder.environment = environment;
        builder.product = product;
        builder.contract = contract;
        builder.marketplace = marketplace;
        builder.vendor = vendor;
        builder.provider = provider;
        builder.acceptanceNote = acceptanceNote;
        builder.rejectionNote = rejectionNote;
        builder.errorDetail = errorDetail;
        builder.stats = stats;
        builder.events = events;
        builder.unknown = unknown;
        return builder;
    }

    /** Gathers members; each is absent by default. Not thread-safe. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable String name;
        private @Nullable String description;
        private @Nullable String note;
        private @Nullable String externalId;
        private @Nullable UsageFileStatus status;
        private @Nullable SchemaCode schema;
        private @Nullable Period period;
        private @Nullable Currency currency;
        private @Nullable Environment environment;
        private @Nullable Reference product;
        private @Nullable Reference contract;
        private @Nullable Reference marketplace;
        private @Nullable Reference vendor;
        private @Nullable Reference provider;
        private @Nullable String acceptanceNote;
        private @Nullable String rejectionNote;
        private @Nullable String errorDetail;
        private @Nullable Stats stats;
        private @Nullable FileEvents events;
        private Map<String, String> unknown = Map.of();

        private Builder() {}

        /** Its id. */
        public Builder id(@Nullable String value) {
            this.id = value;
            return this;
        }

        /** What people call it. */
        public Builder name(@Nullable String value) {
            this.name = value;
            return this;
        }

        /** Free text. */
        public Builder description(@Nullable String value) {
            this.description = value;
            return this;
        }

        /** Free text. */
        public Builder note(@Nullable String value) {
            this.note = value;
            return this;
        }

        /** The vendor's own id of the file. */
        public Builder externalId(@Nullable String value) {
            this.externalId = value;
            return this;
        }

        /** Where it stands. */
        public Builder status(@Nullable UsageFileStatus value) {
            this.status = value;
            return this;
        }

        /** How amounts are reported. */
        public Builder schema(@Nullable SchemaCode value) {
            this.schema = value;
            return this;
        }

        /** What time it reports on. */
        public Builder period(@Nullable Period value) {
            this.period = value;
            return this;
        }

        /** The currency of every amount. */
        public Builder currency(@Nullable Currency value) {
            this.currency = value;
            return this;
        }

        /** Whether it counts. */
        public Builder environment(@Nullable Environment value) {
            this.environment = value;
            return this;
        }

        /** Whose usage it reports. */
        public Builder product(@Nullable Reference value) {
            this.product = value;
            return this;
        }

        /** Between whom. */
        public Builder contract(@Nullable Reference value) {
            this.contract = value;
            return this;
        }

        /** Where the product is listed. */
        public Builder marketplace(@Nullable Reference value) {
            this.marketplace = value;
            return this;
        }

        /** Who reports. */
        public Builder vendor(@Nullable Reference value) {
            this.vendor = value;
            return this;
        }

        /** Who is billed. */
        public Builder provider(@Nullable Reference value) {
            this.provider = value;
            return this;
        }

        /** What the buyer said on accepting. */
        public Builder acceptanceNote(@Nullable String value) {
            this.acceptanceNote = value;
            return this;
        }

        /** What the buyer said on rejecting. */
        public Builder rejectionNote(@Nullable String value) {
            this.rejectionNote = value;
            return this;
        }

        /** Why the last upload came to nothing for a reason of its own. */
        public Builder errorDetail(@Nullable String value) {
            this.errorDetail = value;
            return this;
        }

        /** How many records it has. */
        public Builder stats(@Nullable Stats value) {
            this.stats = value;
            return this;
        }

        /** What happened to it. */
        public Builder events(@Nullable FileEvents value) {
            this.events = value;
            return this;
        }

        Builder unknown(Map<String, String> members) {
            this.unknown = members;
            return this;
        }

        /** The document. */
        public FileDocument build() {
            return new FileDocument(
                    id,
                    name,
                    description,
                    note,
                    externalId,
                    status,
                    schema,
                    period,
                    currency,
                    environment,
                    product,
                    contract,
                    marketplace,
                    vendor,
                    provider,
                    acceptanceNote,
                    rejectionNote,
                    errorDetail,
                    stats,
                    events,
                    unknown);
        }
    }
}
