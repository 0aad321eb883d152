package org.usageflow.verification.processed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.usageflow.csv.CsvFormat;
import org.usageflow.json.JsonFormat;
import org.usageflow.poi.XlsxFormat;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.verification.flow.RandomUpload;
import org.usageflow.verification.flow.RandomUpload.Spot;
import org.usageflow.verification.flow.RandomUpload.Value;
import org.usageflow.verification.processed.Loop.Turn;

/** A processed file is corrected in place: once exactly the cells that the report names are put right, nothing is wrong with it. */
class CorrectionProperties {

    private static final int REPEATS = "full".equals(System.getProperty("proof")) ? 20 : 1;
    private static final int MOST_FAULTS = 12;

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void file_whose_named_cells_are_corrected_is_valid(@ForAll long seed) {
        for (int i = 0; i < REPEATS; i++) {
            var random = new Random(seed + i);
            for (String format : RandomUpload.carriers()) {
                check(RandomUpload.correctable(format, random, 1 + random.nextInt(MOST_FAULTS)));
            }
        }
    }

    private static void check(RandomUpload upload) {
        Turn first = Loop.turn(upload);
        List<Problem> errors =
                first.report().problems().stream().filter(Problem::isError).toList();
        Map<Spot, Value> named = new HashMap<>();
        for (Problem each : errors) {
            var spot = Spot.of(each.place());
            assertThat(upload.corrections()).as(upload.what()).containsKey(spot);
            named.put(spot, upload.corrections().get(spot));
        }
        assertThat(first.report().isValid()).as(upload.what()).isEqualTo(errors.isEmpty());

        byte[] corrected = Editing.edit(format(upload, first.processed()), first.processed(), named);
        Turn second = Loop.turn(upload, corrected);

        assertThat(second.report().problems().stream()
                        .filter(each -> each.code() != ProblemCode.VALUE_DAMAGED)
                        .toList())
                .as(upload.what())
                .isEmpty();
        assertThat(second.report().isValid()).as(upload.what()).isTrue();
        assertThat(second.report().rows().read())
                .as(upload.what())
                .isEqualTo(first.report().rows().read());
    }

    private static UsageFormat format(RandomUpload upload, byte[] content) {
        if (upload.what().startsWith("XLSX")) {
            return new XlsxFormat();
        }
        if (upload.what().startsWith("JSON")) {
            return content[0] == '[' ? JsonFormat.array() : JsonFormat.lines();
        }
        return CsvFormat.delimitedBy(upload.delimiter());
    }
}
