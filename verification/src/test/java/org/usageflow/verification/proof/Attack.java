package org.usageflow.verification.proof;

import static org.usageflow.problem.ProblemCode.COLUMN_TOO_MANY;
import static org.usageflow.problem.ProblemCode.FILE_ENCRYPTED;
import static org.usageflow.problem.ProblemCode.FILE_HAS_MACROS;
import static org.usageflow.problem.ProblemCode.FILE_SUSPICIOUS;
import static org.usageflow.problem.ProblemCode.FILE_TOO_LARGE;
import static org.usageflow.problem.ProblemCode.FILE_UNREADABLE;
import static org.usageflow.problem.ProblemCode.VALUE_REQUIRED;
import static org.usageflow.problem.ProblemCode.VALUE_TOO_LONG;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.Set;
import org.usageflow.problem.ProblemCode;
import org.usageflow.verification.proof.RawZip.Content;
import org.usageflow.verification.proof.RawZip.Deflated;

/** An upload that means harm, and the problem in which it has to end. */
@SuppressWarnings("ImmutableEnumChecker") // what it is made of is immutable
enum Attack {
    BOMB_BY_RATIO(FILE_SUSPICIOUS, file -> workbook(file, zip -> zip.put(Workbook.SHEET, blankRows()))),
    BOMB_BY_RATIO_IN_A_PART_NOBODY_READS(
            FILE_SUSPICIOUS,
            file -> workbook(file, zip -> sheet(zip).put("xl/media/1.png", Deflated.of(filled(300, "0"))))),
    BOMB_BY_RATIO_THAT_LIES(
            FILE_SUSPICIOUS,
            file -> workbook(file, zip -> zip.put(Workbook.SHEET, blankRows().saying(1_000)))),
    BOMB_BELOW_THE_RATIO_THAT_LIES(
            FILE_SUSPICIOUS,
            file -> workbook(
                    file, zip -> sheet(zip).put("xl/media/1.bin", almostDense().saying(1_000)))),
    SHEET_BELOW_THE_RATIO_THAT_LIES(
            FILE_SUSPICIOUS,
            file -> workbook(file, zip -> zip.put(Workbook.SHEET, almostDense().saying(1_000)))),
    BOMB_BY_TOTAL(
            FILE_TOO_LARGE,
            file -> workbook(file, zip -> {
                Deflated entry = Deflated.of(filled(255, "0"));
                for (int i = 0; i < 26; i++) {
                    zip.put("xl/media/" + i, entry);
                }
            })),
    BOMB_BY_SIZE_OF_AN_ENTRY(
            FILE_TOO_LARGE,
            file -> workbook(
                    file, zip -> zip.put(Workbook.SHEET, Deflated.of("").saying((4L << 30) + 1)))),
    BOMB_BY_SIZE_BEYOND_ALL_NUMBERS(
            FILE_UNREADABLE,
            file -> workbook(
                    file, zip -> zip.put(Workbook.SHEET, Deflated.of("").saying(-1)))),
    TOO_MANY_ENTRIES(
            FILE_TOO_LARGE,
            file -> workbook(file, zip -> {
                Deflated nothing = Deflated.of("");
                for (int i = 0; i < 300_000; i++) {
                    zip.put("xl/media/" + i, nothing);
                }
            })),
    NESTED_ENTITIES(FILE_SUSPICIOUS, file -> {
        var xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 60; i++) {
            xml.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        workbook(file, zip -> sheet(zip).put(Workbook.STRINGS, xml + "]><sst><si><t>&a59;</t></si></sst>"));
    }),
    QUADRATIC_ENTITIES(
            FILE_SUSPICIOUS,
            file -> workbook(
                    file,
                    zip -> zip.put(
                            Workbook.SHEET,
                            "<!DOCTYPE x [<!ENTITY a \"" + "a".repeat(100_000) + "\">]><worksheet>"
                                    + "&a;".repeat(100_000) + "</worksheet>"))),
    EXTERNAL_ENTITY(
            FILE_SUSPICIOUS,
            file -> workbook(
                    file,
                    zip -> zip.put(
                            Workbook.SHEET,
                            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>"))),
    DOCUMENT_TYPE_IN_A_PART_NOBODY_READS(
            FILE_SUSPICIOUS, file -> workbook(file, zip -> sheet(zip).put("docProps/app.xml", "<!DOCTYPE x><x/>"))),
    DOCUMENT_TYPE_IN_UTF_16(
            FILE_SUSPICIOUS,
            file -> workbook(file, zip -> {
                byte[] text = "\uFEFF<!DOCTYPE x><x/>".getBytes(StandardCharsets.UTF_16BE);
                sheet(zip).put("docProps/app.xml", Deflated.of(out -> out.write(text, 0, text.length)));
            })),
    EXTERNAL_LINK(
            FILE_SUSPICIOUS,
            file -> workbook(file, zip -> sheet(zip).put("xl/externalLinks/externalLink1.xml", "<externalLink/>"))),
    EXTERNAL_RELATIONSHIP(
            FILE_SUSPICIOUS,
            file -> workbook(
                    file,
                    zip -> sheet(zip)
                            .put(
                                    "xl/worksheets/_rels/sheet1.xml.rels",
                                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\""
                                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject\""
                                            + " TargetMode=\"External\" Target=\"file://host/share\"/></Relationships>"))),
    MACROS(FILE_HAS_MACROS, file -> workbook(file, zip -> sheet(zip).put("xl/vbaProject.bin", "macro"))),
    ENCRYPTED(FILE_ENCRYPTED, file -> Files.write(file, Ole.container("EncryptedPackage"))),
    OLD_WORKBOOK(FILE_UNREADABLE, file -> Files.write(file, Ole.container("Workbook"))),
    OLE_IN_CIRCLES(FILE_UNREADABLE, file -> Files.write(file, Ole.circle())),
    NAME_TWICE(FILE_SUSPICIOUS, file -> workbook(file, zip -> sheet(sheet(zip)))),
    NAME_TWICE_BUT_FOR_CASE(
            FILE_SUSPICIOUS, file -> workbook(file, zip -> sheet(zip).put("XL/Worksheets/Sheet1.xml", "<worksheet/>"))),
    TRAVERSAL(FILE_SUSPICIOUS, file -> workbook(file, zip -> sheet(zip).put("xl/../../../etc/cron.d/x", "x"))),
    SHARED_STRING_OF_300_MIB(
            FILE_SUSPICIOUS,
            file -> workbook(
                    file,
                    zip -> sheet(zip)
                            .put(
                                    Workbook.STRINGS,
                                    Deflated.of(enclosed(
                                            Workbook.STRINGS_START + "<si><t>",
                                            filled(300, "a"),
                                            "</t></si>" + Workbook.STRINGS_END))))),
    CELL_OF_200_MIB(
            VALUE_TOO_LONG,
            file -> workbook(
                    file,
                    zip -> zip.put(
                            Workbook.SHEET,
                            Deflated.of(enclosed(
                                    Sheets.headed() + "<row>" + Sheets.cells("long note", 1)
                                            + "<c t=\"inlineStr\"><is><t>",
                                    filled(200, "a"),
                                    "</t></is></c></row>" + Workbook.SHEET_END))))),
    ROW_OF_200_MIB(
            FILE_TOO_LARGE,
            file -> workbook(
                    file,
                    zip -> zip.put(
                            Workbook.SHEET,
                            Deflated.of(enclosed(
                                    Sheets.wide(300) + "<row>",
                                    filled(200, "<c t=\"inlineStr\"><is><t>" + "a".repeat(32_000) + "</t></is></c>"),
                                    "</row>" + Workbook.SHEET_END))))),
    HEADER_OF_16384_COLUMNS(
            COLUMN_TOO_MANY,
            file -> workbook(file, zip -> zip.put(Workbook.SHEET, Sheets.wide(16_384) + Workbook.SHEET_END))),
    HEADER_OF_200_MIB(
            FILE_TOO_LARGE,
            FILE_UNREADABLE,
            file -> workbook(
                    file,
                    zip -> zip.put(
                            Workbook.SHEET,
                            Deflated.of(enclosed(
                                    Workbook.SHEET_START + "<row>",
                                    filled(200, "<c t=\"inlineStr\"><is><t>v." + "a".repeat(32_000) + "</t></is></c>"),
                                    "</row>" + Workbook.SHEET_END))))),
    ATTRIBUTE_OF_200_MIB(
            FILE_TOO_LARGE,
            FILE_UNREADABLE,
            file -> workbook(
                    file,
                    zip -> zip.put(
                            Workbook.SHEET,
                            Deflated.of(enclosed(
                                    Workbook.SHEET_START + "<row r=\"",
                                    filled(200, "1"),
                                    "\"/>" + Workbook.SHEET_END))))),
    ELEMENTS_NESTED_WITHOUT_END(
            FILE_TOO_LARGE,
            FILE_UNREADABLE,
            file -> workbook(
                    file,
                    zip -> zip.put(
                            Workbook.SHEET, Deflated.of(enclosed(Workbook.SHEET_START, filled(200, "<a>"), ""))))),
    JSON_NESTED_DEEPLY(FILE_TOO_LARGE, FILE_UNREADABLE, file -> repeated(file, "[{\"record_id\":", "[", 200, "")),
    JSON_NUMBER_WITHOUT_END(
            FILE_TOO_LARGE, FILE_UNREADABLE, file -> repeated(file, object() + "\"record_note\":", "7", 200, "}]")),
    JSON_STRING_WITHOUT_END(
            FILE_TOO_LARGE,
            FILE_UNREADABLE,
            file -> repeated(file, object() + "\"record_note\":\"", "long ", 500, "\"}]")),
    JSON_NAME_WITHOUT_END(FILE_TOO_LARGE, FILE_UNREADABLE, file -> repeated(file, "[{\"", "name", 200, "\":1}]")),
    JSON_BLANKS_WITHOUT_END(FILE_UNREADABLE, file -> repeated(file, "[", " ", 500, "")),
    JSON_OF_A_MILLION_NAMES(COLUMN_TOO_MANY, file -> {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("[{\"record_id\":1");
            for (int i = 0; i < 1_000_000; i++) {
                out.write(",\"v.n" + i + "\":" + i);
            }
            out.write("}]");
        }
    }),
    CSV_WITH_A_QUOTE_WITHOUT_END(
            FILE_TOO_LARGE, FILE_UNREADABLE, file -> repeated(file, headers() + "\n\"", "quoted, ", 500, "")),
    CSV_WITH_A_LINE_WITHOUT_END(FILE_TOO_LARGE, file -> repeated(file, headers() + "\n", "abc, ", 500, "")),
    CSV_WITH_A_HEADER_WITHOUT_END(
            COLUMN_TOO_MANY, FILE_TOO_LARGE, file -> repeated(file, headers(), ",v.column", 500, "\n")),
    CSV_NOT_IN_UTF_8(FILE_UNREADABLE, file -> {
        repeated(file, headers() + "\n", "\n\n\n\n", 100, "");
        Files.write(file, new byte[] {(byte) 0xC3, '('}, StandardOpenOption.APPEND);
    }),
    CSV_OF_NULS(FILE_UNREADABLE, file -> sparse(file, headers() + "\n", 900L << 20)),
    SPARSE_FILE_OF_FIVE_GIB(FILE_TOO_LARGE, file -> sparse(file, headers() + "\n", 5L << 30)),
    FILE_OF_QUOTES(FILE_TOO_LARGE, FILE_UNREADABLE, file -> repeated(file, headers() + "\n", "\"", 500, "")),
    ROW_OF_DELIMITERS(VALUE_REQUIRED, file -> repeated(file, headers() + "\n1", ",", 500, "\n"));

    final Set<ProblemCode> codes;
    private final Writing writing;

    /** Writes the file. */
    @FunctionalInterface
    interface Writing {
        void write(Path file) throws IOException;
    }

    /** Writes what the workbook has beside its fixed parts. */
    @FunctionalInterface
    private interface Parts {
        void put(RawZip zip) throws IOException;
    }

    Attack(ProblemCode code, Writing writing) {
        this.codes = Set.of(code);
        this.writing = writing;
    }

    Attack(ProblemCode code, ProblemCode other, Writing writing) {
        this.codes = Set.of(code, other);
        this.writing = writing;
    }

    void write(Path file) throws IOException {
        writing.write(file);
    }

    private static void workbook(Path file, Parts parts) throws IOException {
        try (var zip = new RawZip(file)) {
            parts.put(zip.frame());
        }
    }

    private static RawZip sheet(RawZip zip) throws IOException {
        return zip.put(Workbook.SHEET, Sheets.headed() + Workbook.SHEET_END);
    }

    private static Deflated blankRows() throws IOException {
        String row = "<row>" + "<c s=\"1\"/>".repeat(50) + "</row>";
        return Deflated.of(enclosed(Sheets.headed(), filled(300, row), Workbook.SHEET_END));
    }

    /** Almost 4 GiB of a sheet, compressed by less than 100 : 1. */
    private static Deflated almostDense() {
        var random = new Random(7);
        var rows = new StringBuilder();
        while (rows.length() < 15 << 20) {
            rows.append("<row>").append("<c/>".repeat(1_600)).append("<c><v>");
            for (int i = 0; i < 140; i++) {
                rows.append(random.nextInt(10));
            }
            rows.append("</v></c></row>");
        }
        return Deflated.repeated(Sheets.headed(), rows.toString(), (int) ((4L << 30) / rows.length()) - 1);
    }

    /** A JSON array whose first object has every column but the note, and goes on. */
    private static String object() {
        return "[{\"" + String.join("\":\"x\",\"", Sheets.HEADERS.subList(0, Sheets.HEADERS.size() - 1)) + "\":\"x\",";
    }

    /** So many MiB of a text again and again. */
    private static Content filled(int mebibytes, String text) {
        byte[] block = text.repeat((1 << 20) / text.length() + 1).getBytes(StandardCharsets.UTF_8);
        return out -> {
            for (long left = (long) mebibytes << 20; left > 0; left -= block.length) {
                out.write(block, 0, block.length);
            }
        };
    }

    private static Content enclosed(String before, Content content, String after) {
        byte[] first = before.getBytes(StandardCharsets.UTF_8);
        byte[] last = after.getBytes(StandardCharsets.UTF_8);
        return out -> {
            out.write(first, 0, first.length);
            content.writeTo(out);
            out.write(last, 0, last.length);
        };
    }

    private static void repeated(Path file, String before, String text, int mebibytes, String after)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            enclosed(before, filled(mebibytes, text), after).writeTo(out);
        }
    }

    private static void sparse(Path file, String before, long size) throws IOException {
        Files.writeString(file, before);
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.position(size - 1).write(ByteBuffer.allocate(1));
        }
    }

    private static String headers() {
        return String.join(",", Sheets.HEADERS);
    }
}
