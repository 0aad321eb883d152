package org.usageflow.console;

/** What the command line asks for cannot be done; the message says why. */
final class WrongUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUseException(String message) {
        super(message);
    }
}
