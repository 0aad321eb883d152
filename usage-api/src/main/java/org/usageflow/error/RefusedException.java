package org.usageflow.error;

import java.util.Objects;

/** The command is understood and refused by a rule. */
public final class RefusedException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * Keeps the code.
     *
     * @param code stable, in capitals, e.g. {@code CURRENCY_CONTRADICTS_MARKETPLACE}
     * @param message for a person
     */
    public RefusedException(String code, String message) {
        super(message, null);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** The rule's code: stable, in capitals. */
    public String code() {
        return code;
    }
}
