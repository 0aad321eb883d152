package org.usageflow.console.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.console.host.Host;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

class ConvertedCopyTest {

    @TempDir
    private Path directory;

    @Test
    void guarded_text_of_csv_is_plain_elsewhere() throws IOException {
        Path csv = Files.writeString(
                directory.resolve("a.csv"), "record_id,quantity\r\n'=1+1,-5\r\n\r\n''-x,\r\nit's,7\r\n");

        String lines = converted(FormatId.CSV, csv, FormatId.JSONL);

        assertThat(lines.lines())
                .containsExactly(
                        "{\"record_id\":\"=1+1\",\"quantity\":\"-5\"}",
                        "{\"record_id\":\"'-x\"}",
                        "{\"record_id\":\"it's\",\"quantity\":\"7\"}");
    }

    @Test
    void formula_of_json_is_guarded_in_csv_and_numbers_keep_their_digits() throws IOException {
        Path json = Files.writeString(
                directory.resolve("a.jsonl"), "{\"record_id\":\"=1+1\",\"quantity\":-0.10000000000000000001}\n");

        assertThat(converted(FormatId.JSONL, json, FormatId.CSV))
                .isEqualTo("record_id,quantity\r\n'=1+1,-0.10000000000000000001\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "SPREADSHEET_NUMBER,0.1,0.1",
        "SPREADSHEET_NUMBER,0.10000000000000001,0.1",
        "SPREADSHEET_NUMBER,1E+2,100",
        "SPREADSHEET_NUMBER,1E+300,1E+300",
        "SPREADSHEET_NUMBER,twelve,twelve",
        "SPREADSHEET_DATE,46143,2026-05-01 00:00:00",
        "SPREADSHEET_DATE,46143.5,2026-05-01 12:00:00",
        "SPREADSHEET_DATE,46143.999999999,2026-05-02 00:00:00",
        "SPREADSHEET_DATE,2026-05-01T00:00:00,2026-05-01T00:00:00",
        "SPREADSHEET_DATE,-1,'''-1'",
        "BOOLEAN,TRUE,TRUE",
        "ERROR,#N/A,'\"#N/A\"'"
    })
    void cells_of_a_workbook_become_text_that_means_the_same(CellKind kind, String text, String written)
            throws IOException {
        assertThat(converted(kind, text, DateSystem.EXCEL_1900)).isEqualTo("x\r\n" + written + "\r\n");
    }

    @Test
    void dates_count_from_the_workbooks_own_day() throws IOException {
        assertThat(converted(CellKind.SPREADSHEET_DATE, "44681", DateSystem.EXCEL_1904))
                .isEqualTo("x\r\n2026-05-01 00:00:00\r\n");
    }

    @Test
    void file_that_cannot_be_read_is_a_failure() throws IOException {
        Path broken = Files.writeString(directory.resolve("a.xlsx"), "PK and no zip");

        assertThatThrownBy(() -> converted(FormatId.XLSX, broken, FormatId.CSV)).isInstanceOf(IOException.class);
    }

    private static String converted(FormatId from, Path file, FormatId to) throws IOException {
        return converted(Host.format(from), file, to);
    }

    private static String converted(UsageFormat from, Path file, FormatId to) throws IOException {
        var target = new ByteArrayOutputStream();
        try (UploadSource source = UploadSource.of(file)) {
            ConvertedCopy.write(from, source, Host.format(to), target);
        }
        return target.toString(StandardCharsets.UTF_8);
    }

    /** One cell, as a reader of workbooks gives it. */
    private String converted(CellKind kind, String text, DateSystem dates) throws IOException {
        return converted(new OneCell(kind, text, dates), directory.resolve("none"), FormatId.CSV);
    }

    private record OneCell(CellKind kind, String text, DateSystem dates) implements UsageFormat {

        @Override
        public FormatId id() {
            return FormatId.XLSX;
        }

        @Override
        public boolean recognises(ContentSample sample) {
            return true;
        }

        @Override
        public void read(UploadSource source, ReadOptions options, RowSink sink) {
            sink.table(SourceTable.of(
                    TableName.RECORDS, List.of("x"), 1, (number, position, column, name) -> Place.FILE, dates, false));
            sink.row(new SourceRow().begin(2, 0).cell(0, kind, text));
        }

        @Override
        public RowWriter write(OutputStream target, WriteOptions options) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void fault_of_the_original_ends_the_copy() {
        var faulty = new UsageFormat() {
            @Override
            public FormatId id() {
                return FormatId.XLSX;
            }

            @Override
            public boolean recognises(ContentSample sample) {
                return true;
            }

            @Override
            public void read(UploadSource source, ReadOptions options, RowSink sink) {
                sink.fault(ProblemCode.FILE_UNREADABLE, Place.FILE, null, Map.of());
            }

            @Override
            public RowWriter write(OutputStream target, WriteOptions options) {
                throw new UnsupportedOperationException();
            }
        };

        assertThatThrownBy(() -> converted(faulty, directory.resolve("none"), FormatId.CSV))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("FILE_UNREADABLE");
    }
}
