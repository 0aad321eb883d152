package org.usageflow.error;

import java.util.List;

/** A command lacks something, or contradicts itself; calling it again unchanged cannot work. */
public final class InvalidCommandException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidCommandException(String message) {
        super(message, null);
        this.violations = List.of();
    }

    /** All constraints that a command violates; the message names them. */
    public InvalidCommandException(String command, List<Violation> violations) {
        super(
                command + ": "
                        + String.join(
                                "; ",
                                violations.stream()
                                        .map(each -> each.field() + " " + each.message())
                                        .toList()),
                null);
        this.violations = List.copyOf(violations);
    }

    /** The constraints that are violated, by field; empty where the command is wrong in another way, and in a copy that was serialized. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }

    /**
     * A constraint that is violated.
     *
     * @param field which, e.g. {@code name}
     * @param message what is asked of it, in words
     */
    public record Violation(String field, String message) {}
}
