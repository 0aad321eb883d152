package org.usageflow.verification.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.usageflow.core.ProcessedUpload;
import org.usageflow.core.Usageflow;
import org.usageflow.core.ValidationListener;
import org.usageflow.core.ValidationReport;
import org.usageflow.csv.CsvFormat;
import org.usageflow.json.JsonFormat;
import org.usageflow.poi.XlsxFormat;
import org.usageflow.problem.Problem;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.reference.CatalogWorld;

/**
 * Judges one upload and writes its processed file in a process of its own, and prints what came of it, a word and its value a line.
 *
 * <p>Arguments: the schema, the file, the processed file, the directory for temporary files.
 */
public final class ProcessMain {

    private static final ValidationListener SILENT = new ValidationListener() {
        @Override
        public boolean wantsRecords() {
            return false;
        }
    };

    private ProcessMain() {}

    public static void main(String[] arguments) throws IOException {
        CatalogWorld world = ProofWorld.of(arguments[0]);
        Usageflow library = Usageflow.builder()
                .formats(new XlsxFormat(), new CsvFormat(), JsonFormat.array(), JsonFormat.lines())
                .reference(world.reference())
                .temporary(Path.of(arguments[3]))
                .build();
        long start = System.nanoTime();
        ValidationReport report;
        long judged;
        try (UploadSource upload = UploadSource.of(Path.of(arguments[1]));
                ProcessedUpload processed = library.validation().process(world.command(), upload, null, SILENT);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2])), 1 << 16)) {
            judged = System.nanoTime();
            processed.write(out);
            report = processed.report();
        }
        long nanos = System.nanoTime() - start;
        var digest = new PlaceDigest();
        for (Problem problem : report.problems()) {
            digest.add(problem.code(), problem.place(), problem.value());
        }
        print("read", report.rows().read());
        print("invalid", report.rows().invalid());
        print("problems", report.problemCount());
        print("digest", digest.hex());
        print("millis", nanos / 1_000_000);
        print("judging", (judged - start) / 1_000_000);
    }

    private static void print(String word, Object value) {
        System.out.println(word + "=" + value);
    }
}
