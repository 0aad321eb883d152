package org.usageflow.json.dialect;

import org.jspecify.annotations.Nullable;

/**
 * The item of a record; what is null is not said. Texts are kept as they are written.
 *
 * <p>Immutable, thread-safe. Source: rules §12.
 *
 * @param id its global id
 * @param localId the id within the product
 * @param mpn the manufacturer's part number
 * @param name what people call it
 * @param type {@code reservation} or {@code ppu}
 * @param precision how many decimals a quantity may have, e.g. {@code decimal(4)}
 * @param unit what a quantity counts
 */
public record RecordItem(
        @Nullable String id,
        @Nullable String localId,
        @Nullable String mpn,
        @Nullable String name,
        @Nullable String type,
        @Nullable String precision,
        @Nullable String unit) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if all are null
     */
    public RecordItem {
        Checks.saysSomething("an item", id, localId, mpn, name, type, precision, unit);
    }

    /** Begins without any member. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers members; each is absent by default. Not thread-safe. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable String localId;
        private @Nullable String mpn;
        private @Nullable String name;
        private @Nullable String type;
        private @Nullable String precision;
        private @Nullable String unit;

        private Builder() {}

        /** Its global id. */
        public Builder id(@Nullable String value) {
            this.id = value;
            return this;
        }

        /** The id within the product. */
        public Builder localId(@Nullable String value) {
            this.localId = value;
            return this;
        }

        /** The manufacturer's part number. */
        public Builder mpn(@Nullable String value) {
            this.mpn = value;
            return this;
        }

        /** What people call it. */
        public Builder name(@Nullable String value) {
            this.name = value;
            return this;
        }

        /** One of {@code reservation} or {@code ppu}. */
        public Builder type(@Nullable String value) {
            this.type = value;
            return this;
        }

        /** How many decimals a quantity may have, e.g. {@code decimal(4)}. */
        public Builder precision(@Nullable String value) {
            this.precision = value;
            return this;
        }

        /** What a quantity counts. */
        public Builder unit(@Nullable String value) {
            this.unit = value;
            return this;
        }

        boolean isEmpty() {
            return id == null
                    && localId == null
                    && mpn == null
                    && name == null
                    && type == null
                    && precision == null
                    && unit == null;
        }

        /**
         * The item.
         *
         * @throws IllegalArgumentException if it has no member
         */
        public RecordItem build() {
            return new RecordItem(id, localId, mpn, name, type, precision, unit);
        }
    }
}
