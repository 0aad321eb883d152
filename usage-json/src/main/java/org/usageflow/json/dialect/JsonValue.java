package org.usageflow.json.dialect;

import java.util.List;

/** A value of a text that was read, and where it stood. */
sealed interface JsonValue permits JsonValue.Scalar, JsonValue.Elements, Members {

    Where where();

    /** Adds the value as JSON, without blanks. */
    void addTo(StringBuilder json);

    /** What a scalar is. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        NULL
    }

    /**
     * A value without parts.
     *
     * @param text of a number, its digits as they were written
     */
    record Scalar(Where where, Kind kind, String text) implements JsonValue {

        @Override
        public void addTo(StringBuilder json) {
            if (kind == Kind.TEXT) {
                JsonStrings.quote(text, json);
            } else {
                json.append(text);
            }
        }
    }

    /** An array. */
    record Elements(Where where, List<JsonValue> values) implements JsonValue {

        @Override
        public void addTo(StringBuilder json) {
            json.append('[');
            for (int i = 0; i < values.size(); i++) {
                if (i > 0) {
                    json.append(',');
                }
                values.get(i).addTo(json);
            }
            json.append(']');
        }
    }
}
