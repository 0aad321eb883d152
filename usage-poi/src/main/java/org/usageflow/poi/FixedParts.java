package org.usageflow.poi;

import java.util.List;
import java.util.Set;
import org.usageflow.spi.format.DateSystem;

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

    /** The cell style of a date and time. */
    static final int DATE = 3;
    /** What is added to a cell's style where it is outlined. */
    static final int OUTLINED = 4;

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
            + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>"
            + side("left") + side("right") + side("top") + side("bottom") + "<diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"8\">" + styles(0) + styles(1) + "</cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

    private FixedParts() {}

    private static String side(String name) {
        return "<" + name + " style=\"medium\"><color rgb=\"FFFF0000\"/></" + name + ">";
    }

    /** The styles plain, bold, text and date with a border. */
    private static String styles(int border) {
        return style(0, 0, border, "")
                + style(0, 1, border, " applyFont=\"1\"")
                + style(49, 0, border, " applyNumberFormat=\"1\"")
                + style(164, 0, border, " applyNumberFormat=\"1\"");
    }

    private static String style(int format, int font, int border, String applied) {
        return "<xf numFmtId=\"" + format + "\" fontId=\"" + font + "\" fillId=\"0\" borderId=\"" + border
                + "\" xfId=\"0\"" + applied + (border == 0 ? "/>" : " applyBorder=\"1\"/>");
    }

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

    static String workbook(List<String> tabs, DateSystem dates) {
        StringBuilder xml = new StringBuilder(DECLARATION)
                .append("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\">")
                .append(dates == DateSystem.EXCEL_1904 ? "<workbookPr date1904=\"1\"/>" : "")
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

    /** The name of the part that ties a sheet to its comments. */
    static String sheetRelationshipsName(int sheet) {
        return "xl/worksheets/_rels/sheet" + sheet + ".xml.rels";
    }

    static String commentsName(int sheet) {
        return "xl/comments" + sheet + ".xml";
    }

    static String drawingName(int sheet) {
        return "xl/drawings/vmlDrawing" + sheet + ".vml";
    }

    /** What a sheet with comments names, right before its end. */
    static final String LEGACY_DRAWING = "<legacyDrawing xmlns:r=\"" + OFFICE + "\" r:id=\"rId1\"/>";

    static String sheetRelationships(int sheet) {
        return DECLARATION + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                + relationship("rId1", "vmlDrawing", "../drawings/vmlDrawing" + sheet + ".vml")
                + relationship("rId2", "comments", "../comments" + sheet + ".xml") + "</Relationships>";
    }

    /**
     * The types of the parts.
     *
     * @param commented the sheets that have comments, from 1
     */
    static String contentTypes(int sheets, Set<Integer> commented) {
        StringBuilder xml = new StringBuilder(DECLARATION)
                .append("<Types xmlns=\"" + PACKAGE + "content-types\">")
                .append(
                        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                .append(
                        commented.isEmpty()
                                ? ""
                                : "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>")
                .append(type(WORKBOOK_NAME, "sheet.main+xml"))
                .append(type(STYLES_NAME, "styles+xml"));
        for (int i = 1; i <= sheets; i++) {
            xml.append(type(sheetName(i), "worksheet+xml"));
            xml.append(commented.contains(i) ? type(commentsName(i), "comments+xml") : "");
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
