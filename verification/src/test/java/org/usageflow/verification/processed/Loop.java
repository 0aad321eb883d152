package org.usageflow.verification.processed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.usageflow.core.ProcessedUpload;
import org.usageflow.core.ValidationListener;
import org.usageflow.core.ValidationReport;
import org.usageflow.error.RefusedException;
import org.usageflow.model.ReportedRecord;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.verification.flow.RandomUpload;

/** Judges uploads, and writes them again. */
final class Loop {

    private Loop() {}

    /**
     * What came of an upload.
     *
     * @param processed the bytes of the processed file; null where there is none
     */
    record Turn(ValidationReport report, List<ReportedRecord> records, byte[] processed) {

        /** Whether there is a problem that the processed file does not carry on in the same words. */
        boolean isToldOnce() {
            return report.problems().stream()
                    .anyMatch(each -> each.code() == ProblemCode.FILE_CONTRADICTS_GENERAL
                            || each.value() != null && each.value().matches("(?s)[\\[{].*"));
        }

        /** The problems without the words for their places; those of the tab general, which is written anew, aside. */
        List<Seen> problems() {
            return report.problems().stream()
                    .filter(each -> each.code() != ProblemCode.FILE_CONTRADICTS_GENERAL)
                    .map(Seen::of)
                    .toList();
        }
    }

    /** What of a problem stays. */
    record Seen(ProblemCode code, Severity severity, Long row, String column, String value) {

        private static Seen of(Problem problem) {
            String value = problem.value();
            boolean structure = value != null && value.matches("(?s)[\\[{].*");
            return new Seen(
                    problem.code(),
                    problem.severity(),
                    problem.place().row(),
                    problem.place().column(),
                    // Of a structure there is an excerpt, and its sort alone is written
                    structure ? value.substring(0, 1) : value);
        }
    }

    static Turn turn(RandomUpload upload) {
        return turn(upload, upload.content());
    }

    static Turn turn(RandomUpload upload, byte[] content) {
        List<ReportedRecord> records = new ArrayList<>();
        var listener = new ValidationListener() {
            @Override
            public void onRecord(long row, ReportedRecord reported) {
                records.add(reported);
            }
        };
        try (UploadSource source = store(content);
                UploadSource categories = store(upload.categories());
                ProcessedUpload judged =
                        upload.library().validation().process(upload.command(), source, categories, listener)) {
            return new Turn(judged.report(), records, written(judged));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(ProcessedUpload judged) throws IOException {
        var target = new ByteArrayOutputStream();
        try {
            judged.write(target);
            return target.toByteArray();
        } catch (RefusedException e) {
            if (target.size() > 0) {
                throw new AssertionError("something was written of a file that is refused", e);
            }
            return null;
        }
    }

    static UploadSource store(byte[] content) throws IOException {
        return content == null
                ? null
                : UploadSource.spool(new ByteArrayInputStream(content), UploadLimits.DEFAULTS, null);
    }
}
