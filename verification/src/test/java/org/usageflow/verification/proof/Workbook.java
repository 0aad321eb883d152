package org.usageflow.verification.proof;

import java.util.List;

/** The fixed parts of a small workbook with one tab. */
final class Workbook {

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    static final String SHEET_START = XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>";
    static final String SHEET_END = "</sheetData></worksheet>";
    static final String STRINGS_START = XML + "<sst xmlns=\"" + MAIN + "\">";
    static final String STRINGS_END = "</sst>";

    /** Every part but the sheet and the shared strings: name and content. */
    static final List<List<String>> FRAME = List.of(
            List.of(
                    "[Content_Types].xml",
                    XML + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/" + SHEET + "\" ContentType=\"" + TYPES
                            + "worksheet+xml\"/></Types>"),
            List.of("_rels/.rels", relationships("officeDocument", "xl/workbook.xml")),
            List.of(
                    "xl/workbook.xml",
                    XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                            + "\"><sheets><sheet name=\"records\""
                            + " sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            List.of(
                    "xl/_rels/workbook.xml.rels",
                    relationships("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml")));

    private Workbook() {}

    private static String relationships(String... kindsAndTargets) {
        var xml = new StringBuilder(XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            xml.append("<Relationship Id=\"rId").append(i / 2 + 1).append("\" Type=\"" + RELATIONS + "/");
            xml.append(kindsAndTargets[i])
                    .append("\" Target=\"")
                    .append(kindsAndTargets[i + 1])
                    .append("\"/>");
        }
        return xml.append("</Relationships>").toString();
    }
}
