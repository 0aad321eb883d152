package org.usageflow.json.dialect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemMessages;

/**
 * A usage record as the original platform's API has it. Null, or an empty list, is a member that is absent.
 *
 * <p>Immutable, thread-safe. Source: rules §12.
 *
 * @param id its id; in a report of the vendor, the vendor's own id of the record
 * @param startDate the start of the window of usage; UTC
 * @param endDate the end of the window of usage; UTC, as written
 * @param productId whose usage
 * @param item the item used
 * @param asset the subscription
 * @param category the category of usage
 * @param tier whose total the amount is
 * @param amount the line total before tax; canonical, at most 38 digits
 * @param multiplier by what the quantity is to be multiplied; this library writes 1 and takes nothing else
 * @param usage the quantity; canonical, at most 38 digits
 * @param status where it stands; null before it is judged
 * @param params the vendor's own parameters, in their order
 * @param externalBillingId the billing system's own id; null until it is closed
 * @param externalBillingNote what was said on closing
 * @param closedAt when it was closed; UTC
 * @param closedBy the id of the user who closed it, or of the account where there is none
 * @param errorCodes what is wrong with it, by code
 * @param errorDetails what is wrong with it, in words, in the order of the codes
 * @param usagefile the file whose record it is
 * @param itemId the item's global id, again
 * @param assetId the subscription's id, again
 * @param resourceLocalId the item's id within the product, again
 * @param assetExternalId the subscription's id in the buyer's system, again
 * @param assetExternalUid the subscription's unique id in the buyer's system, again
 * @param unknown members of the text that was read which the dialect does not have, as JSON by JSON pointer from the document, in their order; numbers as they were written. They are not written
 */
public record RecordDocument(
        @Nullable String id,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable String productId,
        @Nullable RecordItem item,
        @Nullable RecordAsset asset,
        @Nullable RecordCategory category,
        @Nullable Tier tier,
        @Nullable BigDecimal amount,
        @Nullable Integer multiplier,
        @Nullable BigDecimal usage,
        @Nullable DialectStatus status,
        List<RecordParameter> params,
        @Nullable String externalBillingId,
        @Nullable String externalBillingNote,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        List<String> errorCodes,
        List<String> errorDetails,
        @Nullable RecordFile usagefile,
        @Nullable String itemId,
        @Nullable String assetId,
        @Nullable String resourceLocalId,
        @Nullable String assetExternalId,
        @Nullable String assetExternalUid,
        Map<String, String> unknown) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a time is not of the years 1970 to 2199, a number has more than 38 digits in plain form, or the multiplier is negative
     */
    public RecordDocument {
        Times.check(startDate, "startDate");
        Times.check(endDate, "endDate");
        Times.check(closedAt, "closedAt");
        amount = Decimals.canonical(amount, "amount");
        usage = Decimals.canonical(usage, "usage");
        if (multiplier != null && multiplier < 0) {
            throw new IllegalArgumentException("the multiplier is negative: " + multiplier);
        }
        params = List.copyOf(params);
        errorCodes = List.copyOf(errorCodes);
        errorDetails = List.copyOf(errorDetails);
        unknown = Checks.ordered(unknown);
    }

    /**
     * Makes the document of a record. Errors are told; warnings are not.
     *
     * @param record the record, as its reader may see it; its amount is told if it has one
     * @param file its file
     * @param problems what was found in its row; in this order
     * @param messages puts them into words
     * @throws IllegalArgumentException if the file is not the record's, or a time is not of the years 1970 to 2199
     */
    public static RecordDocument of(
            UsageRecord record, UsageFile file, List<Problem> problems, ProblemMessages messages) {
        return RecordMapping.document(record, file, problems, messages);
    }

    /**
     * What the vendor who sent this document reports: a record to append to a draft.
     *
     * <p>{@code id} is the vendor's own. The item is found by the first of id, MPN and local id that there is, the subscription by the first of id, external uid and external id. An item with name, MPN, unit and precision is also described as a
     * dynamic one. A parameter without a value is left out. Status, errors, closing and {@code usagefile} are not looked at.
     *
     * @throws DialectException if one of {@code id}, {@code start_date}, {@code end_date}, {@code usage}, item and asset is missing or cannot be one, if a flat member contradicts its nested one, or if the multiplier is not 1
     */
    public ReportedRecord toReported() {
        return new RecordReport(this).record();
    }

    /** Begins an empty document. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins a document equal to this one. */
    public Builder toBuilder() {
        var builder = new Builder();
        builder.id = id;
        builder.startDate = startDate;
        builder.endDate = endDate;
        builder.productId = productId;
        builder.item = item;
        builder.asset = asset;
        builder.category = category;
        builder.tier = tier;
        builder.amount = amount;
        builder.multiplier = multiplier;
        builder.usage = usage;
        builder.status = status;
        builder.params = params;
        builder.externalBillingId = externalBillingId;
        builder.externalBillingNote = externalBillingNote;
        builder.closedAt = closedAt;
        builder.closedBy = closedBy;
        builder.errorCodes = errorCodes;
        builder.errorDetails = errorDetails;
        builder.usagefile = usagefile;
        builder.itemId = itemId;
        builder.assetId = assetId;
        builder.resourceLocalId = resourceLocalId;
        builder.assetExternalId = assetExternalId;
        builder.assetExternalUid = assetExternalUid;
        builder.unknown = unknown;
        return builder;
    }

    /** Gathers members; each is absent by default. Not thread-safe. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable Instant startDate;
        private @Nullable Instant endDate;
        private @Nullable String productId;
        private @Nullable RecordItem item;
        private @Nullable RecordAsset asset;
        private @Nullable RecordCategory category;
        private @Nullable Tier tier;
        private @Nullable BigDecimal amount;
        private @Nullable Integer multiplier;
        private @Nullable BigDecimal usage;
        private @Nullable DialectStatus status;
        private List<RecordParameter> params = List.of();
        private @Nullable String externalBillingId;
        private @Nullable String externalBillingNote;
        private @Nullable Instant closedAt;
        private @Nullable String closedBy;
        private List<String> errorCodes = List.of();
        private List<String> errorDetails = List.of();
        private @Nullable RecordFile usagefile;
        private @Nullable String itemId;
        private @Nullable String assetId;
        private @Nullable String resourceLocalId;
        private @Nullable String assetExternalId;
        private @Nullable String assetExternalUid;
        private Map<String, String> unknown = Map.of();

        private Builder() {}

        /** Its id. */
        public Builder id(@Nullable String value) {
            this.id = value;
            return this;
        }

        /** The start of the window of usage. */
        public Builder startDate(@Nullable Instant value) {
            this.startDate = value;
            return this;
        }

        /** The end of the window of usage. */
        public Builder endDate(@Nullable Instant value) {
            this.endDate = value;
            return this;
        }

        /** Whose usage. */
        public Builder productId(@Nullable String value) {
            this.productId = value;
            return this;
        }

        /** The item used. */
        public Builder item(@Nullable RecordItem value) {
            this.item = value;
            return this;
        }

        /** The subscription. */
        public Builder asset(@Nullable RecordAsset value) {
            this.asset = value;
            return this;
        }

        /** The category of usage. */
        public Builder category(@Nullable RecordCategory value) {
            this.category = value;
            return this;
        }

        /** Whose total the amount is. */
        public Builder tier(@Nullable Tier value) {
            this.tier = value;
            return this;
        }

        /** The line total before tax. */
        public Builder amount(@Nullable BigDecimal value) {
            this.amount = value;
            return this;
        }

        /** By what the quantity is to be multiplied. */
        public Builder multiplier(@Nullable Integer value) {
            this.multiplier = value;
            return this;
        }

        /** The quantity. */
        public Builder usage(@Nullable BigDecimal value) {
            this.usage = value;
            return this;
        }

        /** Where it stands. */
        public Builder status(@Nullable DialectStatus value) {
            this.status = value;
            return this;
        }

        /** The vendor's own parameters, in their order. */
        public Builder params(List<RecordParameter> value) {
            this.params = value;
            return this;
        }

        /** The billing system's own id. */
        public Builder externalBillingId(@Nullable String value) {
            this.externalBillingId = value;
            return this;
        }

        /** What was said on closing. */
        public Builder externalBillingNote(@Nullable String value) {
            this.externalBillingNote = value;
            return this;
        }

        /** When it was closed. */
        public Builder closedAt(@Nullable Instant value) {
            this.closedAt = value;
            return this;
        }

        /** The id of the user who closed it, or of the account where there is none. */
        public Builder closedBy(@Nullable String value) {
            this.closedBy = value;
            return this;
        }

        /** What is wrong with it, by code. */
        public Builder errorCodes(List<String> value) {
            this.errorCodes = value;
            return this;
        }

        /** What is wrong with it, in words, in the order of the codes. */
        public Builder errorDetails(List<String> value) {
            this.errorDetails = value;
            return this;
        }

        /** The file whose record it is. */
        public Builder usagefile(@Nullable RecordFile value) {
            this.usagefile = value;
            return this;
        }

        /** The item's global id, again. */
        public Builder itemId(@Nullable String value) {
            this.itemId = value;
            return this;
        }

        /** The subscription's id, again. */
        public Builder assetId(@Nullable String value) {
            this.assetId = value;
            return this;
        }

        /** The item's id within the product, again. */
        public Builder resourceLocalId(@Nullable String value) {
            this.resourceLocalId = value;
            return this;
        }

        /** The subscription's id in the buyer's system, again. */
        public Builder assetExternalId(@Nullable String value) {
            this.assetExternalId = value;
            return this;
        }

        /** The subscription's unique id in the buyer's system, again. */
        public Builder assetExternalUid(@Nullable String value) {
            this.assetExternalUid = value;
            return this;
        }

        Builder unknown(Map<String, String> members) {
            this.unknown = members;
            return this;
        }

        /**
         * The document.
         *
         * @throws IllegalArgumentException as {@link RecordDocument} does
         */
        public RecordDocument build() {
            return new RecordDocument(
                    id,
                    startDate,
                    endDate,
                    productId,
                    item,
                    asset,
                    category,
                    tier,
                    amount,
                    multiplier,
                    usage,
                    status,
                    params,
                    externalBillingId,
                    externalBillingNote,
                    closedAt,
                    closedBy,
                    errorCodes,
                    errorDetails,
                    usagefile,
                    itemId,
                    assetId,
                    resourceLocalId,
                    assetExternalId,
                    assetExternalUid,
                    unknown);
        }
    }
}
