package org.usageflow.poi;

import java.util.List;

/** The parts of a workbook that hold no rows. */
final class FixedParts {

    static final String PACKAGE_RELATIONSHIPS_NAME = "_rels/.rels";
    static final String WORKBOOK_NAME = "xl/workbook.xml";
    static final String WORKBOOK_RELATIONSHIPS_NAME = "xl/_rels/workbook.xml.rels";
    static final String STYLES_NAME = "xl/styles.xml";
    static final String CONTENT_TYPES_NAME = "[Content_Types].xml";

    /** The cell style of a bold header. */
    static final int BOLD = 1;
    /** The column style of text: what a person types into it stays as typed. */
    static final int TEXT = 2;

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final int LONGEST_TAB = 31;
    private static final String FORBIDDEN_IN_TAB = "[]:*?/\\";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    static final String PACKAGE_RELATIONSHIPS = DECLARATION + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
            + relationship("rId1", "officeDocument", WORKBOOK_NAME) + "</Relationships>";

    static final String STYLES = DECLARATION + "<styleSheet xmlns=\"" + MAIN + "\">"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
            + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

    private FixedParts() {}

    private static String relationship(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    /** The name of a sheet's part, from 1. */
    static String sheetName(int number) {
        return "xl/" + sheetTarget(number);
    }

    private static String sheetTarget(int number) {
        return "worksheets/sheet" + number + ".xml";
    }

    static String workbook(List<String> tabs) {
        StringBuilder xml = new StringBuilder(DECLARATION)
                .append("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\">")
                .append("<bookViews><workbookView/></bookViews><sheets>");
        for (int i = 1; i <= tabs.size(); i++) {
            String name = references(tabs.get(i - 1));
            xml.append("<sheet name=\"" + name + "\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
        }
        return xml.append("</sheets></workbook>").toString();
    }

    static String workbookRelationships(int sheets) {
        StringBuilder xml =
                new StringBuilder(DECLARATION).append("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 1; i <= sheets; i++) {
            xml.append(relationship("rId" + i, "worksheet", sheetTarget(i)));
        }
        return xml.append(relationship("rId" + (sheets + 1), "styles", "styles.xml"))
                .append("</Relationships>")
                .toString();
    }

    static String contentTypes(int sheets) {
        StringBuilder xml = new StringBuilder(DECLARATION)
                .append("<Types xmlns=\"" + PACKAGE + "content-types\">")
                .append(
                        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                .append(type(WORKBOOK_NAME, "sheet.main+xml"))
                .append(type(STYLES_NAME, "styles+xml"));
        for (int i = 1; i <= sheets; i++) {
            xml.append(type(sheetName(i), "worksheet+xml"));
        }
        return xml.append("</Types>").toString();
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + SPREADSHEET_TYPE + type + "\"/>";
    }

    /** The text as ASCII for an attribute, everything else by reference. */
    static String references(String text) {
        StringBuilder xml = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < ' ' || c > '~' || c == '&' || c == '<' || c == '>' || c == '"') {
                xml.append("&#").append(c).append(';');
            } else {
                xml.append((char) c);
            }
        });
        return xml.toString();
    }

    /**
     * Checks the name of a tab.
     *
     * @throws IllegalArgumentException for one that no spreadsheet opens
     */
    static void checkTab(String name) {
        if (name.isBlank() || name.length() > LONGEST_TAB || name.startsWith("'") || name.endsWith("'")) {
            throw new IllegalArgumentException(
                    "a tab's name has 1 to " + LONGEST_TAB + " characters and no apostrophe at its ends: " + name);
        }
        name.codePoints().forEach(c -> {
            boolean control = c < ' ' || c == 0xFFFE || c == 0xFFFF || c >= 0xD800 && c < 0xE000;
            if (control || FORBIDDEN_IN_TAB.indexOf(c) >= 0) {
                throw new IllegalArgumentException("a tab's name has none of " + FORBIDDEN_IN_TAB + ": " + name);
            }
        });
    }
}
