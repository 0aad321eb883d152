package org.usageflow.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.model.Capabilities;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.ColumnSet;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;
import org.usageflow.testkit.format.RecordingSink;

/** Copies of tables: objects on their lines and at their places, with every member that they had (rules §3.4, §3.5). */
class JsonCopyTest {

    private static ContentSample sample(String text) {
        return new ContentSample(
                text.getBytes(StandardCharsets.UTF_8),
                ColumnSet.standard(Capabilities.NONE).headers());
    }

    private static <S extends RowSink> S read(String text, S sink) throws IOException {
        try (UploadSource source = UploadSource.spool(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), UploadLimits.DEFAULTS, null)) {
            JsonFormat.array().read(source, ReadOptions.DEFAULTS.withTables(TableName.RECORDS), sink);
        }
        return sink;
    }

    /** Copies a text, with a member added to each object. */
    private static String copy(String text) throws IOException {
        var target = new ByteArrayOutputStream();
        try (RowWriter writer = JsonFormat.array().like(sample(text)).write(target, WriteOptions.DEFAULTS)) {
            read(text, new Copying(writer));
            writer.finish();
        }
        return target.toString(StandardCharsets.UTF_8);
    }

    private record Copying(RowWriter writer) implements RowSink {

        @Override
        public boolean table(SourceTable table) {
            List<OutputColumn> columns = new ArrayList<>();
            table.headers().forEach(header -> columns.add(OutputColumn.text(header)));
            columns.add(OutputColumn.text("added"));
            try {
                writer.table(OutputTable.copyOf(table, columns));
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean row(SourceRow row) {
            try {
                writer.row(row);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void fault(ProblemCode code, Place place, String value, Map<String, String> arguments) {
            throw new AssertionError(code + " " + arguments);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"b\":\"x\"}\n{\"a\":2.50}\n",
                "{\"a\":1}\n\n\n{\"b\":true,\"a\":\"\\ud800\"}\n{\"c\":null}\n{\"a\":[1],\"a\":{}}\n",
                "[{\"a\":1},{},{\"b\":null},\n\n{\"b\":\"y\"}]",
                "[\n  {\n \"a\": 1,\n \"a\": null},\n {\"p.\\u0001\": \"\\\"\\\\\\n\"}]",
                "{\"a\":1}{\"a\":2} {\"a\":3}",
                "[{\"a\":null}]",
                "{}\n{\"a\":null}\n{}\n",
            })
    void copy_is_read_as_the_original(String text) throws IOException {
        RecordingSink original = read(text, RecordingSink.all());

        RecordingSink copied = read(copy(text), RecordingSink.all());

        List<String> headers = original.table(TableName.RECORDS).source().headers();
        assertThat(copied.table(TableName.RECORDS).source().headers()).containsSubsequence(headers);
        assertThat(places(copied)).containsAll(places(original));
        assertThat(rows(copied)).isEqualTo(rows(original));
    }

    private static List<SourceTable.HeaderPlace> places(RecordingSink sink) {
        return sink.table(TableName.RECORDS).source().headerPlaces();
    }

    /** Rows by what they have under each header but the added one; of a structure its sort. */
    private static List<String> rows(RecordingSink sink) {
        var table = sink.table(TableName.RECORDS);
        List<String> rows = new ArrayList<>();
        for (var row : table.rows()) {
            var text = new StringBuilder(row.number() + "/" + row.position());
            for (int column = 0; column < table.source().headers().size(); column++) {
                var cell = row.cell(column);
                String shown = cell.kind() == CellKind.STRUCTURE ? cell.text().substring(0, 1) : cell.text();
                if (!table.source().headers().get(column).equals("added")) {
                    text.append(' ').append(cell.kind()).append(shown);
                }
            }
            rows.add(text.toString());
        }
        return rows;
    }

    @Test
    void members_are_left_out_again_where_they_were_null_but_for_the_first() throws IOException {
        assertThat(copy("{\"a\":1,\"b\":null}\n{\"a\":2,\"b\":null}\n"))
                .isEqualTo("{\"a\":1,\"b\":null,\"added\":null}\n{\"a\":2}\n");
    }

    @Test
    void table_without_anything_is_still_json() throws IOException {
        SourceTable nothing = SourceTable.of(
                TableName.RECORDS,
                List.of(),
                1,
                (number, position, column, name) -> Place.FILE,
                DateSystem.EXCEL_1900,
                false);
        for (UsageFormat format : List.of(JsonFormat.array(), JsonFormat.lines())) {
            var target = new ByteArrayOutputStream();
            try (RowWriter writer = format.write(target, WriteOptions.DEFAULTS)) {
                writer.table(OutputTable.copyOf(nothing, List.of(OutputColumn.text("added"))));
                writer.finish();
            }
            boolean array = format.id().equals(FormatId.JSON);
            assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo(array ? "[\n]\n" : "{}\n");
        }
    }

    @Test
    void format_like_an_array_is_that_of_arrays() {
        assertThat(JsonFormat.lines().like(sample(" [")).id()).isEqualTo(FormatId.JSON);
        assertThat(JsonFormat.array().like(sample("{}")).id()).isEqualTo(FormatId.JSONL);
    }
}
