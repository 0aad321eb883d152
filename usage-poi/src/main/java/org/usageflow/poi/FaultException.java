package org.usageflow.poi;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.RowSink;

/**
 * What is wrong with the content, on its way to {@link RowSink#fault}. An {@link IOException}, so that it passes through streams; every other one is a failure of the machine.
 */
final class FaultException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Place place;
    private final @Nullable String value;
    private final transient Map<String, String> arguments;

    private FaultException(ProblemCode code, Place place, @Nullable String value, Map<String, String> arguments) {
        super(code.name());
        this.code = code;
        this.place = place;
        this.value = value;
        this.arguments = arguments;
    }

    /** Nobody looks at the stack of a finding, and hostile uploads should be cheap. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    static FaultException unreadable(String reason) {
        return unreadable(reason, null);
    }

    static FaultException unreadable(String reason, @Nullable String value) {
        return new FaultException(ProblemCode.FILE_UNREADABLE, Place.FILE, value, Map.of("reason", reason));
    }

    static FaultException suspicious(String reason, @Nullable String value) {
        return new FaultException(ProblemCode.FILE_SUSPICIOUS, Place.FILE, value, Map.of("reason", reason));
    }

    static FaultException encrypted(@Nullable String value) {
        return new FaultException(ProblemCode.FILE_ENCRYPTED, Place.FILE, value, Map.of());
    }

    static FaultException macros(String value) {
        return new FaultException(ProblemCode.FILE_HAS_MACROS, Place.FILE, value, Map.of());
    }

    static FaultException tooLarge(String what, long limit, @Nullable String value) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("what", what);
        arguments.put("limit", Long.toString(limit));
        return new FaultException(ProblemCode.FILE_TOO_LARGE, Place.FILE, value, arguments);
    }

    static FaultException sheetMissing(String sheet) {
        return new FaultException(ProblemCode.SHEET_MISSING, Place.FILE, null, Map.of("sheet", sheet));
    }

    /** The same fault, at a place; one that has a place keeps it. */
    FaultException at(Place where) {
        return place.equals(Place.FILE) ? new FaultException(code, where, value, arguments) : this;
    }

    ProblemCode code() {
        return code;
    }

    void pushInto(RowSink sink) {
        sink.fault(code, place, value, arguments);
    }
}
