package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.WriteOptions;

/** Big and hostile workbooks in small heaps. */
class BigWorkbookIT {

    private static final int UNIQUE = 1_800_000;
    private static final int ROWS = 1_000_000;
    private static final long ATTACK_MILLIS = 10_000;
    private static final String SHEET_START = "<worksheet xmlns=\"" + BrokenWorkbooks.MAIN + "\"><sheetData>";
    private static final String SHEET_END = "</sheetData></worksheet>";

    @TempDir
    private Path directory;

    /** Writes the parts of a sound workbook around one or two big ones. */
    private Path workbook(Big... bigs) throws IOException {
        Path file = directory.resolve("big.xlsx");
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            zip.setLevel(1);
            part(zip, BrokenWorkbooks.CONTENT_TYPES, BrokenWorkbooks.contentTypes(""));
            part(
                    zip,
                    BrokenWorkbooks.LINKS,
                    BrokenWorkbooks.links(BrokenWorkbooks.link(
                            "rId1", BrokenWorkbooks.OFFICE + "/officeDocument", "xl/workbook.xml", "")));
            part(
                    zip,
                    BrokenWorkbooks.WORKBOOK,
                    BrokenWorkbooks.workbook("<sheet name=\"records\" sheetId=\"1\" r:id=\"rId1\"/>"));
            part(
                    zip,
                    BrokenWorkbooks.WORKBOOK_LINKS,
                    BrokenWorkbooks.links(BrokenWorkbooks.link(
                                    "rId1", BrokenWorkbooks.OFFICE + "/worksheet", "worksheets/sheet1.xml", "")
                            + BrokenWorkbooks.link(
                                    "rId2", BrokenWorkbooks.OFFICE + "/sharedStrings", "sharedStrings.xml", "")));
            for (Big big : bigs) {
                zip.putNextEntry(new ZipEntry(big.name()));
                write(zip, big);
                zip.closeEntry();
            }
        }
        return file;
    }

    /**
     * A part of many pieces.
     *
     * @param name of the part
     * @param start of its content
     * @param pieces how many
     * @param piece each of them
     * @param end of its content
     */
    private record Big(String name, String start, int pieces, IntFunction<String> piece, String end) {}

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void write(OutputStream out, Big big) throws IOException {
        out.write(big.start().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < big.pieces(); i++) {
            out.write(big.piece().apply(i).getBytes(StandardCharsets.UTF_8));
        }
        out.write(big.end().getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(Path file, String code) throws Exception {
        Forked.Outcome outcome = Forked.read(file, "128m");

        assertThat(outcome.text()).isEqualTo(code);
        assertThat(outcome.millis()).isLessThan(ATTACK_MILLIS);
    }

    @Test
    void millions_of_unique_shared_strings_are_read_in_96_megabytes() throws Exception {
        int rows = UNIQUE / 2;
        Path file = workbook(
                new Big(
                        BrokenWorkbooks.SHEET,
                        SHEET_START + "<row><c><v>1</v></c><c><v>2</v></c></row>",
                        rows,
                        i -> "<row><c t=\"s\"><v>" + 2 * i + "</v></c><c t=\"s\"><v>" + (2 * i + 1) + "</v></c></row>",
                        SHEET_END),
                new Big(
                        BrokenWorkbooks.STRINGS,
                        "<sst xmlns=\"" + BrokenWorkbooks.MAIN + "\">",
                        UNIQUE,
                        i -> "<si><t>text " + (1_000_000 + i * 7) + "</t></si>",
                        "</sst>"));

        assertThat(Forked.read(file, "96m").text()).startsWith(rows + " rows");
    }

    @Test
    void shared_strings_without_any_order_are_read_in_96_megabytes() throws Exception {
        int rows = UNIQUE / 2;
        Path file = workbook(
                new Big(
                        BrokenWorkbooks.SHEET,
                        SHEET_START + "<row><c><v>1</v></c></row>",
                        rows,
                        i -> "<row><c t=\"s\"><v>" + (i * 1_299_709L % UNIQUE) + "</v></c></row>",
                        SHEET_END),
                new Big(
                        BrokenWorkbooks.STRINGS,
                        "<sst xmlns=\"" + BrokenWorkbooks.MAIN + "\">",
                        UNIQUE,
                        i -> "<si><t>text " + i + "</t></si>",
                        "</sst>"));

        Forked.Outcome outcome = Forked.read(file, "96m");

        assertThat(outcome.text()).startsWith(rows + " rows");
        assertThat(outcome.millis()).isLessThan(30_000);
    }

    @Test
    void million_rows_are_written_and_read_in_64_megabytes() throws Exception {
        Path file = directory.resolve("rows.xlsx");
        var row = new SourceRow();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                RowWriter writer = new XlsxFormat().write(out, new WriteOptions(1))) {
            writer.table(new OutputTable("records", columns()));
            for (int i = 0; i < ROWS; i++) {
                row.begin(i, i);
                for (int column = 0; column < 8; column++) {
                    row.cell(column, CellKind.TEXT, "text " + (i + column));
                }
                writer.row(row);
            }
            writer.finish();
        }

        assertThat(Forked.read(file, "64m").text()).startsWith(ROWS + " rows");
    }

    private static List<OutputColumn> columns() {
        return IntStream.range(0, 8).mapToObj(i -> OutputColumn.text("v.c" + i)).toList();
    }

    @Test
    void bomb_of_four_gigabytes_is_refused_in_time_wherever_it_is() throws Exception {
        String mebibyte = " ".repeat(1 << 20);

        assertRefused(
                workbook(new Big(BrokenWorkbooks.SHEET, SHEET_START, 4097, i -> mebibyte, SHEET_END)),
                "FILE_TOO_LARGE");
        assertRefused(
                hidden(workbook(new Big(BrokenWorkbooks.SHEET, SHEET_START, 4000, i -> mebibyte, SHEET_END))),
                "FILE_SUSPICIOUS");
        assertRefused(
                hidden(workbook(
                        new Big(BrokenWorkbooks.SHEET, SHEET_START, 0, i -> "", SHEET_END),
                        new Big("xl/media/image1.png", "", 4000, i -> mebibyte, ""))),
                "FILE_SUSPICIOUS");
    }

    /** Has the directory claim that each entry inflates to 1,000 bytes. */
    private static Path hidden(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length - 46; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                System.arraycopy(new byte[] {(byte) 0xE8, 3, 0, 0}, 0, bytes, i + 24, 4);
            }
        }
        return Files.write(file, bytes);
    }

    @Test
    void many_entries_below_the_ratio_are_refused_in_time() throws Exception {
        String mebibyte = " ".repeat(1 << 20);
        Big[] bigs = new Big[26];
        for (int i = 0; i < bigs.length; i++) {
            String name = i == 0 ? BrokenWorkbooks.SHEET : "xl/media/" + i;
            bigs[i] = new Big(name, i == 0 ? SHEET_START : "", 250, n -> mebibyte, i == 0 ? SHEET_END : "");
        }
        Path file = workbook(bigs);

        assertRefused(file, "FILE_TOO_LARGE");
        assertRefused(hidden(file), "FILE_SUSPICIOUS");
    }

    @Test
    void hundreds_of_thousands_of_entries_are_refused_in_time() throws Exception {
        Path file = directory.resolve("entries.xlsx");
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (int i = 0; i < 400_000; i++) {
                zip.putNextEntry(new ZipEntry("xl/media/image" + i + ".png"));
                zip.closeEntry();
            }
        }

        assertRefused(file, "FILE_TOO_LARGE");
    }

    @Test
    void cell_of_a_gigabyte_is_cut_in_time() throws Exception {
        // Not quite blanks, so that it stays below the ratio that is allowed
        String piece = IntStream.range(0, 40_000)
                .mapToObj(i -> Integer.toHexString(i * 0x9E3779B9))
                .reduce("", String::concat);
        Path file = workbook(new Big(
                BrokenWorkbooks.SHEET,
                SHEET_START + "<row><c t=\"str\"><v>h</v></c></row><row><c t=\"str\"><v>",
                700,
                i -> piece,
                "</v></c></row>" + SHEET_END));

        Forked.Outcome outcome = Forked.read(file, "128m");

        assertThat(outcome.text()).isEqualTo("1 rows, 32767 characters");
        assertThat(outcome.millis()).isLessThan(ATTACK_MILLIS);
    }

    @Test
    void million_rows_with_a_cell_far_out_are_read_in_time() throws Exception {
        Path file = workbook(new Big(
                BrokenWorkbooks.SHEET,
                SHEET_START + "<row><c><v>1</v></c></row>",
                ROWS,
                i -> "<row><c r=\"XFD" + (i + 2) + "\"><v>1</v></c></row>",
                SHEET_END));

        assertRefused(file, ROWS + " rows, " + ROWS + " characters");
    }
}
