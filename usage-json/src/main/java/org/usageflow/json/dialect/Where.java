package org.usageflow.json.dialect;

import org.jspecify.annotations.Nullable;

/**
 * A place in a text, from its root; its pointer is built when it is asked for.
 *
 * @param parent the object or array around; null for the root
 * @param step the member's name or the element's index
 */
record Where(@Nullable Where parent, String step) {

    static final Where ROOT = new Where(null, "");

    Where member(String name) {
        return new Where(this, name);
    }

    Where element(long index) {
        return new Where(this, Long.toString(index));
    }

    /** As RFC 6901 has it. */
    String pointer() {
        var text = new StringBuilder();
        add(text);
        return text.toString();
    }

    private void add(StringBuilder text) {
        if (parent != null) {
            parent.add(text);
            text.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
    }

    DialectException refusal(String reason) {
        return new DialectException(pointer(), reason);
    }
}
