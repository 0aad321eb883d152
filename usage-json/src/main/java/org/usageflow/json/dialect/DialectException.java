package org.usageflow.json.dialect;

import java.util.Objects;
import org.usageflow.error.UsageflowException;

/**
 * A document cannot be read, or lacks what is needed to make a value of the model from it.
 *
 * <p>It says where and why, for whoever sent the document; it has no cause, and its words hold no value of the document but for those that a type of the model quotes.
 */
public final class DialectException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String reason;

    /**
     * Keeps place and reason; the message has both.
     *
     * @param pointer the JSON pointer (RFC 6901) from the text's root; empty for the text as a whole
     * @param reason what is wrong there, in words, e.g. {@code is missing}
     */
    public DialectException(String pointer, String reason) {
        super((pointer.isEmpty() ? "the document" : pointer) + " " + reason, null);
        this.pointer = Objects.requireNonNull(pointer, "pointer");
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** The JSON pointer from the root of what was read; empty for it as a whole. In an array of documents it begins with the document's index. */
    public String pointer() {
        return pointer;
    }

    /** What is wrong there, in words, to be read behind the place. */
    public String reason() {
        return reason;
    }
}
