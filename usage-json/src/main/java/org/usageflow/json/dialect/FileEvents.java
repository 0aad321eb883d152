package org.usageflow.json.dialect;

import org.jspecify.annotations.Nullable;
import org.usageflow.json.dialect.FileDocument.Event;

/**
 * What happened to a usage file, by kind; null is what did not happen, or is not said.
 *
 * <p>Immutable, thread-safe. Source: rules §12.
 *
 * @param created when the draft was made
 * @param uploaded when content was last uploaded or appended
 * @param submitted when it last went to the buyer
 * @param accepted when the buyer or a rule accepted it
 * @param rejected when the buyer or a rule last rejected it
 * @param closed when its last record was closed
 * @param deleted when it was deleted
 */
public record FileEvents(
        @Nullable Event created,
        @Nullable Event uploaded,
        @Nullable Event submitted,
        @Nullable Event accepted,
        @Nullable Event rejected,
        @Nullable Event closed,
        @Nullable Event deleted) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if all are null
     */
    public FileEvents {
        Checks.saysSomething("events", created, uploaded, submitted, accepted, rejected, closed, deleted);
    }

    /** Begins without any. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers events; each is absent by default. Not thread-safe. */
    public static final class Builder {
        private @Nullable Event created;
        private @Nullable Event uploaded;
        private @Nullable Event submitted;
        private @Nullable Event accepted;
        private @Nullable Event rejected;
        private @Nullable Event closed;
        private @Nullable Event deleted;

        private Builder() {}

        /** When the draft was made. */
        public Builder created(@Nullable Event event) {
            this.created = event;
            return this;
        }

        /** When content was last uploaded or appended. */
        public Builder uploaded(@Nullable Event event) {
            this.uploaded = event;
            return this;
        }

        /** When it last went to the buyer. */
        public Builder submitted(@Nullable Event event) {
            this.submitted = event;
            return this;
        }

        /** When the buyer or a rule accepted it. */
        public Builder accepted(@Nullable Event event) {
            this.accepted = event;
            return this;
        }

        /** When the buyer or a rule last rejected it. */
        public Builder rejected(@Nullable Event event) {
            this.rejected = event;
            return this;
        }

        /** When its last record was closed. */
        public Builder closed(@Nullable Event event) {
            this.closed = event;
            return this;
        }

        /** When it was deleted. */
        public Builder deleted(@Nullable Event event) {
            this.deleted = event;
            return this;
        }

        boolean isEmpty() {
            return created == null
                    && uploaded == null
                    && submitted == null
                    && accepted == null
                    && rejected == null
                    && closed == null
                    && deleted == null;
        }

        /**
         * The events.
         *
         * @throws IllegalArgumentException if there is none
         */
        public FileEvents build() {
            return new FileEvents(created, uploaded, submitted, accepted, rejected, closed, deleted);
        }
    }
}
