package org.usageflow.poi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Builds workbooks part by part, sound ones and broken ones. It begins with the least that a workbook is: one tab {@code records} with a header and a row.
 */
final class BrokenWorkbooks {

    static final String CONTENT_TYPES = "[Content_Types].xml";
    static final String LINKS = "_rels/.rels";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String WORKBOOK_LINKS = "xl/_rels/workbook.xml.rels";
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    static final String HEADER = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>record_id</t></is></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>quantity</t></is></c></row>";
    static final String ROW =
            "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>R-1</t></is></c><c r=\"B2\"><v>4.50</v></c></row>";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private BrokenWorkbooks() {
        part(CONTENT_TYPES, contentTypes(""));
        part(LINKS, links(link("rId1", OFFICE + "/officeDocument", "xl/workbook.xml", "")));
        part(WORKBOOK, workbook("<sheet name=\"records\" sheetId=\"1\" r:id=\"rId1\"/>"));
        part(WORKBOOK_LINKS, links(link("rId1", OFFICE + "/worksheet", "worksheets/sheet1.xml", "")));
        part(SHEET, worksheet(HEADER + ROW));
    }

    /** The least that a workbook is. */
    static BrokenWorkbooks sound() {
        return new BrokenWorkbooks();
    }

    /** A sound workbook with other rows. */
    static BrokenWorkbooks ofRows(String rows) {
        return sound().part(SHEET, worksheet(rows));
    }

    /** A workbook whose strings are shared. */
    static BrokenWorkbooks ofShared(String rows, String strings) {
        return ofRows(rows)
                .part(
                        WORKBOOK_LINKS,
                        links(link("rId1", OFFICE + "/worksheet", "worksheets/sheet1.xml", "")
                                + link("rId2", OFFICE + "/sharedStrings", "sharedStrings.xml", "")))
                .part(STRINGS, "<sst xmlns=\"" + MAIN + "\">" + strings + "</sst>");
    }

    /** A workbook with cell styles. */
    static BrokenWorkbooks ofStyles(String rows, String styles) {
        return ofRows(rows)
                .part(
                        WORKBOOK_LINKS,
                        links(link("rId1", OFFICE + "/worksheet", "worksheets/sheet1.xml", "")
                                + link("rId2", OFFICE + "/styles", "styles.xml", "")))
                .part(STYLES, "<styleSheet xmlns=\"" + MAIN + "\">" + styles + "</styleSheet>");
    }

    BrokenWorkbooks part(String name, String content) {
        return part(name, content, StandardCharsets.UTF_8);
    }

    BrokenWorkbooks part(String name, String content, Charset charset) {
        return part(name, content.getBytes(charset));
    }

    BrokenWorkbooks part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    BrokenWorkbooks without(String name) {
        parts.remove(name);
        return this;
    }

    BrokenWorkbooks renamed(String from, String to) {
        byte[] content = parts.get(from);
        return without(from).part(to, content);
    }

    RawZip zip() {
        var zip = new RawZip();
        parts.forEach((name, content) -> zip.add(RawZip.Entry.of(name, content)));
        return zip;
    }

    byte[] bytes() {
        return zip().bytes();
    }

    static String worksheet(String rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    static String workbook(String sheets) {
        return workbook("", sheets);
    }

    static String workbook(String properties, String sheets) {
        return "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\">" + properties + "<sheets>" + sheets
                + "</sheets></workbook>";
    }

    static String links(String relationships) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relationships + "</Relationships>";
    }

    static String link(String id, String type, String target, String more) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\" " + more + "/>";
    }

    static String contentTypes(String more) {
        return "<Types xmlns=\"" + PACKAGE
                + "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>" + more + "</Types>";
    }

    /** Rows with a cell each, in column A, of the inline text given. */
    static String inline(String... texts) {
        var rows = new StringBuilder(HEADER);
        for (int i = 0; i < texts.length; i++) {
            rows.append("<row r=\"" + (i + 2) + "\"><c r=\"A" + (i + 2) + "\" t=\"inlineStr\"><is><t>" + texts[i]
                    + "</t></is></c></row>");
        }
        return rows.toString();
    }
}
