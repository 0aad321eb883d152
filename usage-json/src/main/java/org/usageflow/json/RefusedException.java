package org.usageflow.json;

import java.io.IOException;
import java.util.Map;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.RowSink;

/** Ends a read whose content is refused; never leaves this package. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    // From 1; 0 where it is the file as a whole
    private final long line;

    @SuppressWarnings("serial") // never serialised
    private final Map<String, String> arguments;

    private RefusedException(ProblemCode code, long line, Map<String, String> arguments) {
        super(code + " at line " + line);
        this.code = code;
        this.line = line;
        this.arguments = arguments;
    }

    static RefusedException unreadable(long line, String reason) {
        return new RefusedException(ProblemCode.FILE_UNREADABLE, line, Map.of("reason", reason));
    }

    static RefusedException tooLarge(long line, String what, String limit) {
        return new RefusedException(ProblemCode.FILE_TOO_LARGE, line, Map.of("what", what, "limit", limit));
    }

    void report(RowSink sink) {
        Place place = line == 0 ? Place.FILE : new Place(null, line, null, null, null);
        sink.fault(code, place, null, arguments);
    }
}
