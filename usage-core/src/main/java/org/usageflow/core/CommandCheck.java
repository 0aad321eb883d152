package org.usageflow.core;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.InvalidCommandException.Violation;

/** Checks the constraints of commands, all of them before anything is done. */
final class CommandCheck {

    private final Validator validator;

    CommandCheck(Validator validator) {
        this.validator = validator;
    }

    /**
     * Checks a command.
     *
     * @throws InvalidCommandException with every constraint that it violates, by field
     */
    <T> T checked(T command) {
        List<Violation> violations = violations(Objects.requireNonNull(command, "command"));
        if (!violations.isEmpty()) {
            throw new InvalidCommandException(command.getClass().getSimpleName(), violations);
        }
        return command;
    }

    /** The constraints that a command violates, in a fixed order, since a validator gives a set. */
    List<Violation> violations(Object command) {
        return validator.validate(command).stream()
                .map(CommandCheck::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
    }

    private static Violation violation(ConstraintViolation<Object> violation) {
        return new Violation(violation.getPropertyPath().toString(), violation.getMessage());
    }
}
