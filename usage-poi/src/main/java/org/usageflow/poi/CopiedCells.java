package org.usageflow.poi;

import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.SourceRow;

/**
 * Writes cells of a copied table such that they are read back as the same kind with the same text.
 *
 * <p>Source: rules §3.3, §3.4.
 */
final class CopiedCells {

    private static final String STYLE = "\" s=\"";
    private static final String VALUE = "\"><v>";
    private static final String VALUE_END = "</v></c>";

    private final XmlBuffer xml;

    CopiedCells(XmlBuffer xml) {
        this.xml = xml;
    }

    /** Writes a text as it is, or as much as a spreadsheet holds. */
    void text(char[] chars, int from, int length) {
        int kept = length;
        if (length > SheetWriter.LONGEST_TEXT) {
            kept = SheetWriter.LONGEST_TEXT;
            kept -= Character.isHighSurrogate(chars[from + kept - 1]) ? 1 : 0;
        }
        xml.damagedText(chars, from, kept);
    }

    /**
     * Writes a cell behind the reference of its tag.
     *
     * @param style of the cell; 0 for that of its kind
     */
    void write(SourceRow row, int column, int style) {
        switch (row.kind(column)) {
            case SPREADSHEET_NUMBER -> value(row, column, style);
            case SPREADSHEET_DATE -> date(row, column, style);
            case BOOLEAN -> truth(row, column, style);
            case ERROR -> error(row, column, style);
            default -> string(row, column, style);
        }
    }

    private void style(int style) {
        if (style != 0) {
            xml.raw(STYLE).number(style);
        }
    }

    private void value(SourceRow row, int column, int style) {
        if (!isAscii(row, column)) {
            string(row, column, style);
            return;
        }
        style(style);
        valueOf(row, column);
    }

    private void valueOf(SourceRow row, int column) {
        xml.raw(VALUE);
        xml.value(row.characters(), row.start(column), row.length(column)).raw(VALUE_END);
    }

    private void date(SourceRow row, int column, int style) {
        if (!isAscii(row, column)) {
            string(row, column, style);
            return;
        }
        style(style == 0 ? FixedParts.DATE : FixedParts.DATE + FixedParts.OUTLINED);
        xml.raw(isSerial(row, column) ? "" : "\" t=\"d");
        valueOf(row, column);
    }

    private void truth(SourceRow row, int column, int style) {
        boolean yes = row.length(column) > 0 && (row.charAt(column, 0) | 0x20) == 't';
        style(style);
        xml.raw("\" t=\"b" + VALUE + (yes ? "1" : "0") + VALUE_END);
    }

    private void error(SourceRow row, int column, int style) {
        style(style);
        if (row.length(column) == 0 || !isAscii(row, column)) {
            // A formula without a value: the one formula that is written, and it has nothing of the upload in it
            xml.raw("\"><f>NA()</f></c>");
        } else {
            xml.raw("\" t=\"e");
            valueOf(row, column);
        }
    }

    private void string(SourceRow row, int column, int style) {
        style(style);
        xml.raw("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        if (row.kind(column) == CellKind.STRUCTURE) {
            xml.raw(row.length(column) > 0 && row.charAt(column, 0) == '[' ? "[]" : "{}");
        } else {
            text(row.characters(), row.start(column), row.length(column));
        }
        xml.raw("</t></is></c>");
    }

    /** Whether a value can be written without an escape of the kind that texts alone have. */
    private static boolean isAscii(SourceRow row, int column) {
        for (int i = 0; i < row.length(column); i++) {
            char c = row.charAt(column, i);
            if (c >= 0x7F || c < ' ' && c != '\t' && c != '\n') {
                return false;
            }
        }
        return true;
    }

    /** Whether a date is a number, rather than text as ISO 8601 has it. */
    private static boolean isSerial(SourceRow row, int column) {
        boolean exponent = true;
        for (int i = 0; i < row.length(column); i++) {
            char c = row.charAt(column, i);
            if (c == ':' || c == 'T' || c == 'Z' || c == '-' && !exponent) {
                return false;
            }
            exponent = c == 'e' || c == 'E' || c <= ' ' && exponent;
        }
        return true;
    }
}
