package org.usageflow.verification.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.usageflow.problem.Place;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.verification.flow.Draft.Head;
import org.usageflow.verification.flow.Draft.Line;

/** Writes a draft as a workbook, part by part: tabs in any order, strings shared, inline or of formulas, rows with gaps. */
final class XlsxFile {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final Draft draft;
    private final Random random;
    private final List<String> shared = new ArrayList<>();
    private final Map<String, String> tabs = new LinkedHashMap<>();
    private long header;
    private final List<Long> rows = new ArrayList<>();
    private final List<Long> categoryRows = new ArrayList<>();
    private String categoriesTab = "categories";

    private XlsxFile(Draft draft, Random random) {
        this.draft = draft;
        this.random = random;
    }

    static Written write(Draft draft, Random random) {
        var file = new XlsxFile(draft, random);
        byte[] content = zip(draft.parts.apply(file.parts()));
        return new Written(draft.bytes.apply(content), null, file.places());
    }

    private Written.Places places() {
        return new Written.Places() {
            @Override
            public Place cell(int line, int column, Head head) {
                long row = rows.get(line);
                return new Place(draft.tab, row, head.name, letters(column) + row, null);
            }

            @Override
            public Place header(int column, Head head) {
                return new Place(draft.tab, header, head.text.strip(), letters(column) + header, null);
            }

            @Override
            public Place category(int index) {
                long row = categoryRows.get(index);
                return new Place(categoriesTab, row, "category_id", "A" + row, null);
            }
        };
    }

    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    private Map<String, byte[]> parts() {
        List<Map.Entry<String, String>> sheets = new ArrayList<>();
        sheets.add(Map.entry(draft.tab, recordsSheet()));
        if (draft.categories != null) {
            categoriesTab = random.nextBoolean() ? "categories" : " Categories";
            sheets.add(Map.entry(categoriesTab, categoriesSheet()));
        }
        if (draft.general != null) {
            sheets.add(Map.entry("General", generalSheet()));
        }
        if (random.nextBoolean()) {
            sheets.add(Map.entry("instructions", sheet("<row><c t=\"inlineStr\"><is><t>record_id</t></is></c></row>")));
        }
        java.util.Collections.shuffle(sheets, random);
        for (int i = 0; i < sheets.size(); i++) {
            tabs.put(sheets.get(i).getKey(), "worksheets/sheet" + (i + 1) + ".xml");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(parts, "[Content_Types].xml", contentTypes());
        put(parts, "_rels/.rels", relationships(List.of("officeDocument|xl/workbook.xml")));
        put(parts, "xl/workbook.xml", workbook());
        put(parts, "xl/_rels/workbook.xml.rels", workbookRelationships());
        put(parts, "xl/styles.xml", styles());
        put(parts, "xl/sharedStrings.xml", sharedStrings());
        sheets.forEach(sheet -> put(parts, "xl/" + tabs.get(sheet.getKey()), sheet.getValue()));
        return parts;
    }

    private static void put(Map<String, byte[]> parts, String name, String xml) {
        parts.put(name, (DECLARATION + xml).getBytes(StandardCharsets.UTF_8));
    }

    private String recordsSheet() {
        var data = new StringBuilder();
        long row = 1L + (random.nextInt(4) == 0 ? random.nextInt(3) : 0);
        header = row;
        data.append("<row r=\"").append(row).append("\">");
        for (int i = 0; i < draft.heads.size(); i++) {
            data.append(cell(letters(i) + row, Cell.text(draft.heads.get(i).text)));
        }
        data.append("</row>");
        for (Line line : draft.lines) {
            row += 1L + (random.nextInt(8) == 0 ? random.nextInt(4) : 0);
            rows.add(row);
            data.append("<row r=\"").append(row).append("\">");
            for (int i = 0; i < draft.heads.size(); i++) {
                data.append(cell(letters(i) + row, line.cell(draft.heads.get(i))));
            }
            data.append("</row>");
        }
        return sheet(data.toString());
    }

    private String categoriesSheet() {
        var data = new StringBuilder("<row r=\"1\">" + cell("A1", Cell.text("category_id")) + "</row>");
        long row = 1;
        for (String id : draft.categories) {
            row += 1 + random.nextInt(2);
            categoryRows.add(row);
            data.append("<row r=\"").append(row).append("\">").append(cell("A" + row, Cell.text(id)));
            data.append("</row>");
        }
        return sheet(data.toString());
    }

    private String generalSheet() {
        var data = new StringBuilder("<row r=\"1\">" + cell("A1", Cell.text("attribute_id"))
                + cell("B1", Cell.text("attribute_value")) + "</row>");
        int row = 1;
        for (Map.Entry<String, String> each : draft.general.entrySet()) {
            row++;
            data.append("<row r=\"").append(row).append("\">").append(cell("A" + row, Cell.text(each.getKey())));
            data.append(cell("B" + row, Cell.text(each.getValue()))).append("</row>");
        }
        return sheet(data.toString());
    }

    private String cell(String reference, Cell cell) {
        String at = "<c r=\"" + reference + "\"";
        return switch (cell.kind()) {
            case BLANK -> random.nextBoolean() ? "" : at + " s=\"1\"/>";
            case TEXT, STRUCTURE -> textCell(at, cell.text());
            case NUMBER -> at + (random.nextBoolean() ? ">" : " t=\"n\">") + "<v>" + escape(cell.text()) + "</v></c>";
            case DATE -> at + " s=\"1\"><v>" + cell.text() + "</v></c>";
            case TRUTH -> at + " t=\"b\"><v>" + (cell.text().equals("TRUE") ? 1 : 0) + "</v></c>";
            case ERROR -> at + " t=\"e\"><v>" + cell.text() + "</v></c>";
            case FORMULA -> at + "><f>SUM(A1:A2)</f>" + (random.nextBoolean() ? "" : "<v></v>") + "</c>";
        };
    }

    private String textCell(String at, String text) {
        String run = "<t xml:space=\"preserve\">" + escape(text) + "</t>";
        return switch (random.nextInt(4)) {
            case 0 -> at + " t=\"inlineStr\"><is>" + run + "</is></c>";
            case 1 -> at + " t=\"str\"><f>A1</f><v>" + escape(text) + "</v></c>";
            case 2 -> at + " t=\"inlineStr\"><is><r><t/></r><r>" + run + "</r></is></c>";
            default -> {
                shared.add("<si>" + run + "</si>");
                yield at + " t=\"s\"><v>" + (shared.size() - 1) + "</v></c>";
            }
        };
    }

    /** XML's own characters, and the escapes of workbooks for what XML cannot hold or would change. */
    static String escape(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alone = Character.isSurrogate(c) && !isPaired(text, i);
            if (c == '_' && text.substring(i).matches("(?s)_x[0-9A-Fa-f]{4}_.*")) {
                escaped.append("_x005F_");
            } else if (c < ' ' && c != '\t' && c != '\n' || alone || c == 0xFFFE || c == 0xFFFF) {
                escaped.append(String.format("_x%04X_", (int) c));
            } else {
                escaped.append(
                        switch (c) {
                            case '<' -> "&lt;";
                            case '>' -> "&gt;";
                            case '&' -> "&amp;";
                            default -> String.valueOf(c);
                        });
            }
        }
        return escaped.toString();
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static String sheet(String data) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + data + "</sheetData></worksheet>";
    }

    private String sharedStrings() {
        return "<sst xmlns=\"" + MAIN + "\" count=\"1\">" + String.join("", shared) + "</sst>";
    }

    private static String styles() {
        return "<styleSheet xmlns=\"" + MAIN
                + "\"><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"yyyy\\-mm\\-dd hh:mm:ss\"/>"
                + "</numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>";
    }

    private String workbook() {
        var sheets = new StringBuilder();
        int id = 1;
        for (String tab : tabs.keySet()) {
            sheets.append("<sheet name=\"")
                    .append(escape(tab))
                    .append("\" sheetId=\"")
                    .append(id);
            sheets.append("\" r:id=\"rId").append(id++).append("\"/>");
        }
        String system = draft.dates == DateSystem.EXCEL_1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>";
        return "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">" + system + "<sheets>" + sheets
                + "</sheets></workbook>";
    }

    private String workbookRelationships() {
        List<String> links = new ArrayList<>();
        tabs.values().forEach(part -> links.add("worksheet|" + part));
        links.add("sharedStrings|sharedStrings.xml");
        links.add("styles|styles.xml");
        return relationships(links);
    }

    private static String relationships(List<String> links) {
        var xml = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        int id = 1;
        for (String link : links) {
            String[] kindAndTarget = link.split("\\|", 2);
            xml.append("<Relationship Id=\"rId").append(id++).append("\" Type=\"" + RELATIONS + "/");
            xml.append(kindAndTarget[0])
                    .append("\" Target=\"")
                    .append(kindAndTarget[1])
                    .append("\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private String contentTypes() {
        var xml = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        override(xml, "workbook.xml", "sheet.main+xml");
        override(xml, "styles.xml", "styles+xml");
        override(xml, "sharedStrings.xml", "sharedStrings+xml");
        tabs.values().forEach(part -> override(xml, part, "worksheet+xml"));
        return xml.append("</Types>").toString();
    }

    private static void override(StringBuilder xml, String part, String type) {
        xml.append("<Override PartName=\"/xl/")
                .append(part)
                .append("\" ContentType=\"")
                .append(TYPES);
        xml.append(type).append("\"/>");
    }

    /** The parts as a zip container. */
    static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
