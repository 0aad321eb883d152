package org.usageflow.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor reports in one row: typed, and not judged against any product or contract.
 *
 * <p>This is what a vendor's application hands to the writer of uploads, and what reading that file gives back, equal. Text that is blank counts as absent; numbers are canonical.
 *
 * <p>Immutable, thread-safe. Source: rules §3.1.
 *
 * @param key the vendor's id of the row
 * @param note free text, at most 4,000 characters; null for none
 * @param item how the item is found
 * @param quantity how much was used
 * @param window when
 * @param subscription how the subscription is found
 * @param category a category of the file; null for none
 * @param amount the line total before tax, 0 to 8 decimals, not a unit price; null where none is reported
 * @param tier whose total the amount is; null where the schema has none
 * @param dynamicItem the item's description where the product does not define it; else null
 * @param assetReconId the subscription's id in the vendor's reconciliation parameter; null for none
 * @param corrects the vendor's or the library's id of the closed record that this one corrects; null for none
 * @param parameters the {@code v.} columns' values by name without {@code v.}, in the order of the columns; blank ones are left out
 */
public record ReportedRecord(
        RecordKey key,
        @Nullable String note,
        ItemSearch item,
        Quantity quantity,
        UsageWindow window,
        SubscriptionSearch subscription,
        @Nullable CategoryId category,
        @Nullable BigDecimal amount,
        @Nullable Tier tier,
        @Nullable DynamicItem dynamicItem,
        @Nullable String assetReconId,
        @Nullable String corrects,
        Map<String, String> parameters) {

    /** Longest note and longest parameter value, in characters. */
    public static final int MAX_TEXT = 4_000;

    /** Most parameters. */
    public static final int MAX_PARAMETERS = 100;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a text is too long or holds a forbidden character, the amount is too precise, or there are too many parameters or two of the same name
     */
    public ReportedRecord {
        Objects.requireNonNull(key, "key");
        note = text(note, MAX_TEXT, "note");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(subscription, "subscription");
        amount = amount == null ? null : ExactDecimals.canonical(amount, Money.MAX_DECIMALS, "amount");
        assetReconId = identifier(assetReconId, "assetReconId");
        corrects = identifier(corrects, "corrects");
        parameters = checkedParameters(parameters);
    }

    private static @Nullable String identifier(@Nullable String id, String what) {
        return id == null || TextRules.isBlank(id) ? null : Identifiers.checked(id, what);
    }

    private static Map<String, String> checkedParameters(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return Map.of();
        }
        var checked = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            String kept = text(value, MAX_TEXT, "parameter " + name);
            if (kept != null) {
                if (checked.put(ParameterNames.checked(name), kept) != null) {
                    throw new IllegalArgumentException("two parameters have the same name: " + name);
                }
            }
        });
        if (checked.size() > MAX_PARAMETERS) {
            throw new IllegalArgumentException("at most " + MAX_PARAMETERS + " parameters: " + checked.size());
        }
        return Collections.unmodifiableMap(checked);
    }

    private static @Nullable String text(@Nullable String text, int maxLength, String what) {
        if (text == null || TextRules.isBlank(text)) {
            return null;
        }
        if (text.length() > maxLength) {
            throw new IllegalArgumentException(what + " has " + text.length() + " characters; at most " + maxLength);
        }
        if (TextRules.firstForbidden(text) >= 0) {
            throw new IllegalArgumentException(what + " has a control character or a lone surrogate");
        }
        return text;
    }

    /** This record without its amount. */
    public ReportedRecord withoutAmount() {
        return new ReportedRecord(
                key,
                note,
                item,
                quantity,
                window,
                subscription,
                category,
                null,
                tier,
                dynamicItem,
                assetReconId,
                corrects,
                parameters);
    }

    /** This record without its note and the vendor's own parameters. */
    public ReportedRecord withoutPersonalData() {
        return new ReportedRecord(
                key,
                null,
                item,
                quantity,
                window,
                subscription,
                category,
                amount,
                tier,
                dynamicItem,
                assetReconId,
                corrects,
                Map.of());
    }

    /** Begins a record with what every record has. */
    public static Builder builder(
            RecordKey key, ItemSearch item, Quantity quantity, UsageWindow window, SubscriptionSearch subscription) {
        return new Builder(key, item, quantity, window, subscription);
    }

    /** Adds what only some records have. Not thread-safe. */
    public static final class Builder {
        private final RecordKey key;
        private final ItemSearch item;
        private final Quantity quantity;
        private final UsageWindow window;
        private final SubscriptionSearch subscription;
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private @Nullable String note;
        private @Nullable CategoryId category;
        private @Nullable BigDecimal amount;
        private @Nullable Tier tier;
        private @Nullable DynamicItem dynamicItem;
        private @Nullable String assetReconId;
        private @Nullable String corrects;

        private Builder(
                RecordKey key,
                ItemSearch item,
                Quantity quantity,
                UsageWindow window,
                SubscriptionSearch subscription) {
            this.key = key;
            this.item = item;
            this.quantity = quantity;
            this.window = window;
            this.subscription = subscription;
        }

        /** Free text; none by default. */
        public Builder note(@Nullable String text) {
            this.note = text;
            return this;
        }

        /** A category of the file; none by default. */
        public Builder category(@Nullable CategoryId id) {
            this.category = id;
            return this;
        }

        /** The line total before tax; none by default. */
        public Builder amount(@Nullable BigDecimal total) {
            this.amount = total;
            return this;
        }

        /** Whose total the amount is; none by default. */
        public Builder tier(@Nullable Tier place) {
            this.tier = place;
            return this;
        }

        /** Describes an item that the product does not define; none by default. */
        public Builder dynamicItem(@Nullable DynamicItem description) {
            this.dynamicItem = description;
            return this;
        }

        /** The subscription's id in the vendor's reconciliation parameter; none by default. */
        public Builder assetReconId(@Nullable String id) {
            this.assetReconId = id;
            return this;
        }

        /** The id of the closed record that this one corrects; none by default. */
        public Builder corrects(@Nullable String id) {
            this.corrects = id;
            return this;
        }

        /** A parameter of the vendor's own, the column {@code v.<name>}; none by default. */
        public Builder parameter(String name, String value) {
            parameters.put(name, value);
            return this;
        }

        /**
         * Makes the record.
         *
         * @throws IllegalArgumentException as {@link ReportedRecord} does
         */
        public ReportedRecord build() {
            return new ReportedRecord(
                    key,
                    note,
                    item,
                    quantity,
                    window,
                    subscription,
                    category,
                    amount,
                    tier,
                    dynamicItem,
                    assetReconId,
                    corrects,
                    parameters);
        }
    }
}
