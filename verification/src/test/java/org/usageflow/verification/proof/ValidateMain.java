package org.usageflow.verification.proof;

import java.io.IOException;
import java.nio.file.Path;
import org.usageflow.core.Usageflow;
import org.usageflow.core.ValidationReport;
import org.usageflow.csv.CsvFormat;
import org.usageflow.json.JsonFormat;
import org.usageflow.poi.XlsxFormat;
import org.usageflow.problem.Problem;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.reference.CatalogWorld;

/**
 * Validates one upload in a process of its own, and prints what came of it, a word and its value a line.
 *
 * <p>Arguments: the schema, the file, the directory for temporary files.
 */
public final class ValidateMain {

    private ValidateMain() {}

    public static void main(String[] arguments) throws IOException {
        CatalogWorld world = ProofWorld.of(arguments[0]);
        Usageflow library = Usageflow.builder()
                .formats(new XlsxFormat(), new CsvFormat(), JsonFormat.array(), JsonFormat.lines())
                .reference(world.reference())
                .temporary(Path.of(arguments[2]))
                .build();
        long start = System.nanoTime();
        ValidationReport report;
        try (UploadSource upload = UploadSource.of(Path.of(arguments[1]))) {
            report = library.validation().validate(world.command(), upload);
        }
        long nanos = System.nanoTime() - start;
        var digest = new PlaceDigest();
        for (Problem problem : report.problems()) {
            digest.add(problem.code(), problem.place(), problem.value());
        }
        print("valid", report.isValid());
        print("read", report.rows().read());
        print("invalid", report.rows().invalid());
        print("problems", report.problemCount());
        print("codes", report.countByCode().keySet());
        print("digest", digest.hex());
        print("millis", nanos / 1_000_000);
    }

    private static void print(String word, Object value) {
        System.out.println(word + "=" + value);
    }
}
