package org.usageflow.poi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.usageflow.spi.format.CellMarks;

/** The comments of one sheet, held until the sheet ends, and the two parts that spreadsheets want for them: the texts, and a box for each. */
final class SheetComments {

    private static final String AUTHOR = "usage report";
    /** Shapes are numbered in blocks of so many, each block belonging to one drawing. */
    private static final int BLOCK = 1_024;

    private final List<Comment> comments = new ArrayList<>();

    private record Comment(long row, int column, String text) {}

    /** Takes the comments of a row. */
    void add(long row, CellMarks marks) {
        for (int column = 0; column < marks.width(); column++) {
            String text = marks.commentOf(column);
            if (text != null) {
                comments.add(new Comment(row, column, text));
            }
        }
    }

    boolean isEmpty() {
        return comments.isEmpty();
    }

    /** How many blocks of shapes they need. */
    int blocks() {
        return comments.size() / BLOCK + 1;
    }

    void writeTexts(XmlBuffer xml) throws IOException {
        xml.raw(FixedParts.DECLARATION + "<comments xmlns=\"" + FixedParts.MAIN + "\"><authors><author>" + AUTHOR);
        xml.raw("</author></authors><commentList>");
        for (Comment each : comments) {
            char[] text = each.text.toCharArray();
            xml.raw("<comment ref=\"" + CellRefs.reference(each.column, each.row) + "\" authorId=\"0\"><text><r>");
            xml.raw("<t xml:space=\"preserve\">")
                    .damagedText(text, 0, text.length)
                    .raw("</t></r></text></comment>");
            xml.commit();
        }
        xml.raw("</commentList></comments>");
        xml.commit();
    }

    /**
     * Writes the boxes.
     *
     * @param block the first block of shapes, from 1
     */
    void writeBoxes(XmlBuffer xml, int block) throws IOException {
        var blocks = new StringBuilder().append(block);
        for (int next = block + 1; next < block + blocks(); next++) {
            blocks.append(',').append(next);
        }
        xml.raw("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"");
        xml.raw(" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">");
        xml.raw("<o:idmap v:ext=\"edit\" data=\"" + blocks + "\"/></o:shapelayout>");
        xml.raw("<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\"");
        xml.raw(" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>");
        xml.raw("<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
        int shape = block * BLOCK + 1;
        for (Comment each : comments) {
            box(xml, each, shape++);
            xml.commit();
        }
        xml.raw("</xml>");
        xml.commit();
    }

    private static void box(XmlBuffer xml, Comment comment, int shape) {
        long row = comment.row - 1;
        int column = comment.column;
        xml.raw("<v:shape id=\"_x0000_s" + shape
                + "\" type=\"#_x0000_t202\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"");
        xml.raw(" style=\"position:absolute;width:240pt;height:75pt;visibility:hidden\"><v:fill color2=\"#ffffe1\"/>");
        xml.raw("<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>");
        xml.raw("<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>");
        xml.raw("<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>");
        xml.raw((column + 1) + ", 15, " + row + ", 2, " + (column + 4) + ", 15, " + (row + 5) + ", 4</x:Anchor>");
        xml.raw("<x:AutoFill>False</x:AutoFill><x:Row>" + row + "</x:Row><x:Column>" + column + "</x:Column>");
        xml.raw("</x:ClientData></v:shape>");
    }
}
