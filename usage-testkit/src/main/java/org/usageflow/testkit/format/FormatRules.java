package org.usageflow.testkit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

/** What all rules of the contract share. */
abstract class FormatRules {

    protected abstract UsageFormat format();

    final FormatBench bench() throws IOException {
        return new FormatBench(format());
    }

    /** Writes the table, reads it back and expects no fault. */
    final RecordedTable roundTrip(TestTable table) throws IOException {
        try (FormatBench bench = bench()) {
            return recordsOf(bench, bench.write(table));
        }
    }

    static RecordedTable recordsOf(FormatBench bench, Path file) throws IOException {
        RecordingSink sink = bench.read(file);
        assertThat(sink.faults()).as("faults").isEmpty();
        assertThat(sink.violations()).as("violations of the order of calls").isEmpty();
        return sink.table(TableName.RECORDS);
    }

    /** The text in a form that a person can see in a message. */
    static String visible(String text) {
        var visible = new StringBuilder();
        text.codePoints().limit(60).forEach(c -> {
            if (c == '\\' || c < ' ' || c > '~') {
                visible.append(String.format(java.util.Locale.ROOT, "\\u{%X}", c));
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }
}
