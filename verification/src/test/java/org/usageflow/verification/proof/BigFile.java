package org.usageflow.verification.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.usageflow.problem.Place;

/** Writes the rows of {@link BigRows} to a file, row by row, and says where a row's cell then stands. */
enum BigFile {
    XLSX {
        @Override
        void write(BigRows rows, Path file) throws IOException {
            try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
                zip.setLevel(Deflater.BEST_SPEED);
                for (List<String> part : Workbook.FRAME) {
                    zip.putNextEntry(new ZipEntry(part.get(0)));
                    zip.write(part.get(1).getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
                zip.putNextEntry(new ZipEntry(Workbook.SHEET));
                sheet(rows, zip);
                zip.closeEntry();
            }
        }

        private void sheet(BigRows rows, OutputStream out) throws IOException {
            var text = new StringBuilder(Workbook.SHEET_START);
            row(text, 1, rows.columns());
            for (int row = 0; row < rows.count(); row++) {
                row(text, row + 2L, rows.row(row));
                flush(text, out, false);
            }
            text.append(Workbook.SHEET_END);
            flush(text, out, true);
        }

        private void row(StringBuilder text, long number, List<String> cells) {
            text.append("<row r=\"").append(number).append("\">");
            for (int column = 0; column < cells.size(); column++) {
                String cell = cells.get(column);
                if (!cell.isEmpty()) {
                    text.append("<c r=\"").append((char) ('A' + column)).append(number);
                    text.append("\" t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
                }
            }
            text.append("</row>");
        }

        @Override
        Place place(long row, int column, String name) {
            long number = row + 2;
            return new Place("records", number, name, (char) ('A' + column) + "" + number, null);
        }
    },
    CSV {
        @Override
        void write(BigRows rows, Path file) throws IOException {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                var text = new StringBuilder(String.join(",", rows.columns())).append("\r\n");
                for (int row = 0; row < rows.count(); row++) {
                    text.append(String.join(",", rows.row(row))).append("\r\n");
                    flush(text, out, false);
                }
                flush(text, out, true);
            }
        }

        @Override
        Place place(long row, int column, String name) {
            return new Place(null, row + 2, name, null, null);
        }
    },
    JSONL {
        @Override
        void write(BigRows rows, Path file) throws IOException {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                var text = new StringBuilder();
                for (int row = 0; row < rows.count(); row++) {
                    object(text, rows.columns(), rows.row(row));
                    flush(text, out, false);
                }
                flush(text, out, true);
            }
        }

        private void object(StringBuilder text, List<String> columns, List<String> cells) {
            text.append('{');
            for (int column = 0; column < cells.size(); column++) {
                text.append(column == 0 ? "\"" : ",\"")
                        .append(columns.get(column))
                        .append("\":");
                String cell = cells.get(column);
                text.append(cell.isEmpty() ? "null" : '"' + cell + '"');
            }
            text.append("}\n");
        }

        @Override
        Place place(long row, int column, String name) {
            return new Place(null, row + 1, name, null, "/" + name);
        }
    };

    private static final int CHUNK = 1 << 16;

    /** Writes all rows; memory is that of some of them. */
    abstract void write(BigRows rows, Path file) throws IOException;

    /** Where a cell stands, its row counted from 0. */
    abstract Place place(long row, int column, String name);

    private static void flush(StringBuilder text, OutputStream out, boolean all) throws IOException {
        if (all || text.length() > CHUNK) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }
}
