package org.usageflow.csv;

import java.util.Map;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.RowSink;

/**
 * Why a text is refused.
 *
 * @param code a code of the group file
 * @param line the line at fault, from 1; 0 where it is the file as a whole
 * @param arguments for the message
 */
record CsvFault(ProblemCode code, long line, Map<String, String> arguments) {

    static CsvFault unreadable(long line, String reason) {
        return new CsvFault(ProblemCode.FILE_UNREADABLE, line, Map.of("reason", reason));
    }

    static CsvFault rowTooLarge(long line, int limit) {
        return new CsvFault(ProblemCode.FILE_TOO_LARGE, line, Map.of("what", "a row", "limit", limit + " characters"));
    }

    static CsvFault fileTooLarge(long limit) {
        return new CsvFault(ProblemCode.FILE_TOO_LARGE, 0, Map.of("what", "the upload", "limit", limit + " bytes"));
    }

    void report(RowSink sink) {
        Place place = line == 0 ? Place.FILE : new Place(null, line, null, null, null);
        sink.fault(code, place, null, arguments);
    }
}
