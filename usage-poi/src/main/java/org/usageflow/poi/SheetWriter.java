package org.usageflow.poi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.CellMarks;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;

/** Writes the XML of one tab: a frozen header, rows, and drop-down lists; comments are held until it ends. */
final class SheetWriter {

    /** Most characters of a text. */
    static final int LONGEST_TEXT = 32_767;

    private static final int MOST_FROZEN = 20;
    private static final int LONGEST_LIST = 255;
    private static final int WIDEST_COLUMN = 255;
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_NUMBER = 40;
    private static final byte[] TEXT = ascii("\" t=\"inlineStr\"><is><t>");
    private static final byte[] BOLD_TEXT = ascii("\" s=\"" + FixedParts.BOLD + "\" t=\"inlineStr\"><is><t>");
    private static final byte[] TEXT_KEPT = ascii("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    private static final byte[] BOLD_TEXT_KEPT =
            ascii("\" s=\"" + FixedParts.BOLD + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    private static final byte[] TEXT_END = ascii("</t></is></c>");
    private static final byte[] NUMBER = ascii("\"><v>");
    private static final byte[] NUMBER_END = ascii("</v></c>");
    private static final String CELL = "<c r=\"";
    private static final int ROW_DIGITS = 7;
    private static final byte[] ROW = ascii("<row r=\"");
    private static final byte[] TAG_END = ascii("\">");
    private static final byte[] ROW_END = ascii("</row>");

    private static final String STYLE = "\" s=\"";

    private final XmlBuffer xml;
    private final List<OutputColumn> columns;
    private final @Nullable CopiedCells copied;
    private final SheetComments comments = new SheetComments();
    private final int headerRow;
    // For each column what stands before a cell's row number; for the row at hand the number, and what makes a text of
    // the cell
    private final byte[][] cellStarts;
    private final byte[] rowAndText = new byte[ROW_DIGITS + TEXT.length];
    private int rowDigits;
    // The number of the row written last
    private int last;

    SheetWriter(XmlBuffer xml, OutputTable table) {
        this.columns = table.columns();
        if (columns.size() > CellRefs.MAX_COLUMNS) {
            throw new IllegalArgumentException("a sheet has at most " + CellRefs.MAX_COLUMNS + " columns");
        }
        this.xml = xml;
        SourceTable original = table.original();
        this.copied = original == null ? null : new CopiedCells(xml);
        this.headerRow = original == null || original.headers().isEmpty()
                ? 1
                : checkedRow(original.headerPlaces().get(0).number());
        this.cellStarts = new byte[columns.size()][];
        for (int i = 0; i < cellStarts.length; i++) {
            cellStarts[i] = ascii(CELL + CellRefs.letters(i));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private int checkedRow(long number) {
        if (number > CellRefs.MAX_ROWS) {
            throw new IllegalArgumentException(
                    "a sheet has at most " + CellRefs.MAX_ROWS + " rows, its header included");
        }
        if (number <= last) {
            throw new IllegalArgumentException("rows come in the order of their numbers: " + number);
        }
        return (int) number;
    }

    void begin(boolean first, CellMarks marks) throws IOException {
        xml.raw(FixedParts.DECLARATION + "<worksheet xmlns=\"" + FixedParts.MAIN + "\"><sheetViews><sheetView ");
        xml.raw(first ? "tabSelected=\"1\" " : "").raw("workbookViewId=\"0\">");
        // A header far down would freeze all that is seen
        if (headerRow <= MOST_FROZEN) {
            xml.raw("<pane ySplit=\"")
                    .number(headerRow)
                    .raw("\" topLeftCell=\"A")
                    .number(headerRow + 1);
            xml.raw("\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        }
        xml.raw("</sheetView></sheetViews><cols>");
        for (int i = 0; i < columns.size(); i++) {
            column(i, columns.get(i));
        }
        xml.raw("</cols><sheetData>");
        header(marks);
        xml.commit();
    }

    private void column(int index, OutputColumn column) {
        int width = Math.max(1, Math.min(WIDEST_COLUMN, column.width()));
        xml.raw("<col min=\"").number(index + 1).raw("\" max=\"").number(index + 1);
        xml.raw("\" width=\"").number(width);
        if (column.text()) {
            xml.raw("\" style=\"").number(FixedParts.TEXT);
        }
        xml.raw("\" customWidth=\"1\"/>");
    }

    private void header(CellMarks marks) {
        startRow(headerRow);
        for (int i = 0; i < columns.size(); i++) {
            OutputColumn column = columns.get(i);
            char[] name = column.name().toCharArray();
            int style = column.emphasised() ? FixedParts.BOLD : 0;
            if (marks.isOutlined(i)) {
                marked(i, name, 0, name.length, style + FixedParts.OUTLINED);
            } else {
                text(i, name, 0, name.length, column.emphasised());
            }
        }
        xml.raw(ROW_END);
        comments.add(headerRow, marks);
        last = headerRow;
    }

    SheetComments comments() {
        return comments;
    }

    void row(SourceRow row, CellMarks marks) throws IOException {
        int number = checkedRow(copied == null ? last + 1L : row.number());
        if (Math.max(row.width(), marks.width()) > cellStarts.length) {
            throw new IllegalArgumentException("a row has more cells than the table has columns");
        }
        try {
            startRow(number);
            if (marks.isEmpty()) {
                cells(row);
            } else {
                markedCells(row, marks);
            }
            xml.raw(ROW_END);
        } catch (IllegalArgumentException e) {
            xml.rollBack();
            throw e;
        }
        if (!marks.isEmpty()) {
            comments.add(number, marks);
        }
        last = number;
        xml.commit();
    }

    private void cells(SourceRow row) {
        for (int i = 0; i < row.width(); i++) {
            cell(i, row);
        }
    }

    private void cell(int column, SourceRow row) {
        CellKind kind = row.kind(column);
        if (kind == CellKind.NUMBER && isExact(row.characters(), row.start(column), row.length(column))) {
            number(column, row);
        } else if (kind == CellKind.TEXT || kind == CellKind.NUMBER) {
            text(column, row.characters(), row.start(column), row.length(column), false);
        } else if (kind != CellKind.BLANK) {
            CopiedCells copies = copiedCells(kind);
            start(column);
            copies.write(row, column, 0);
        }
    }

    private CopiedCells copiedCells(CellKind kind) {
        if (copied == null) {
            throw new IllegalArgumentException("a cell of kind " + kind + " cannot be written");
        }
        return copied;
    }

    /** Writes what stands before a cell's attributes. */
    private XmlBuffer start(int column) {
        return xml.raw(cellStarts[column]).raw(rowAndText, rowDigits);
    }

    private void markedCells(SourceRow row, CellMarks marks) {
        for (int i = 0; i < Math.max(row.width(), marks.width()); i++) {
            if (marks.isOutlined(i)) {
                outlined(i, row);
            } else if (i < row.width()) {
                cell(i, row);
            }
        }
    }

    private void outlined(int column, SourceRow row) {
        CellKind kind = row.kind(column);
        int style = FixedParts.OUTLINED + (columns.get(column).text() ? FixedParts.TEXT : 0);
        if (kind == CellKind.NUMBER && isExact(row.characters(), row.start(column), row.length(column))) {
            start(column).raw(STYLE).number(style).raw(NUMBER);
            xml.raw(row.characters(), row.start(column), row.length(column)).raw(NUMBER_END);
        } else if (kind == CellKind.TEXT || kind == CellKind.NUMBER || kind == CellKind.BLANK) {
            marked(column, row.characters(), row.start(column), row.length(column), style);
        } else {
            CopiedCells copies = copiedCells(kind);
            start(column);
            copies.write(row, column, style);
        }
    }

    /** A text of another style, blank ones included. */
    private void marked(int column, char[] chars, int from, int length, int style) {
        start(column).raw(STYLE).number(style);
        if (length == 0) {
            xml.raw("\"/>");
        } else {
            xml.raw(TEXT_KEPT);
            content(chars, from, length);
        }
    }

    private void startRow(int number) {
        rowDigits = 1;
        for (int rest = number; rest > 9; rest /= 10) {
            rowDigits++;
        }
        int rest = number;
        for (int at = rowDigits - 1; at >= 0; at--) {
            rowAndText[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        System.arraycopy(TEXT, 0, rowAndText, rowDigits, TEXT.length);
        xml.raw(ROW).raw(rowAndText, rowDigits).raw(TAG_END);
    }

    private void number(int column, SourceRow row) {
        xml.raw(cellStarts[column]).raw(rowAndText, rowDigits).raw(NUMBER);
        xml.raw(row.characters(), row.start(column), row.length(column)).raw(NUMBER_END);
    }

    private void text(int column, char[] chars, int from, int length, boolean bold) {
        if (length == 0) {
            return;
        }
        boolean kept = isBlank(chars[from]) || isBlank(chars[from + length - 1]);
        xml.raw(cellStarts[column]);
        if (kept || bold) {
            xml.raw(rowAndText, rowDigits).raw(kept ? (bold ? BOLD_TEXT_KEPT : TEXT_KEPT) : BOLD_TEXT);
        } else {
            xml.raw(rowAndText, rowDigits + TEXT.length);
        }
        content(chars, from, length);
    }

    private void content(char[] chars, int from, int length) {
        if (copied != null) {
            copied.text(chars, from, length);
        } else if (length > LONGEST_TEXT) {
            throw new IllegalArgumentException("a cell has at most " + LONGEST_TEXT + " characters");
        } else {
            xml.text(chars, from, length);
        }
        xml.raw(TEXT_END);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    /** Whether a spreadsheet keeps all digits of the number: a plain one of no more than 15 that count. */
    private static boolean isExact(char[] chars, int from, int length) {
        int end = from + length;
        int at = length > 0 && chars[from] == '-' ? from + 1 : from;
        int digits = 0;
        int points = 0;
        boolean leading = true;
        if (at == end || length > LONGEST_NUMBER || !isDigit(chars[at]) || !isDigit(chars[end - 1])) {
            return false;
        }
        if (chars[at] == '0' && at + 1 < end && chars[at + 1] != '.') {
            return false;
        }
        for (int i = at; i < end; i++) {
            if (chars[i] == '.') {
                points++;
            } else if (!isDigit(chars[i])) {
                return false;
            } else {
                leading &= chars[i] == '0';
                digits += leading ? 0 : 1;
            }
        }
        return points <= 1 && digits <= MOST_DIGITS;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    void end() throws IOException {
        xml.raw("</sheetData>");
        int lists = 0;
        for (OutputColumn column : columns) {
            lists += isList(column.accepted()) ? 1 : 0;
        }
        if (lists > 0) {
            xml.raw("<dataValidations count=\"").number(lists).raw(TAG_END);
            for (int i = 0; i < columns.size(); i++) {
                if (isList(columns.get(i).accepted())) {
                    list(i, columns.get(i).accepted());
                }
            }
            xml.raw("</dataValidations>");
        }
        xml.raw(comments.isEmpty() ? "" : FixedParts.LEGACY_DRAWING).raw("</worksheet>");
        xml.commit();
    }

    /** Whether the values fit into a list in a formula; it has no way to write a comma in a value. */
    private static boolean isList(List<String> values) {
        int length = values.size() + 1;
        for (String value : values) {
            boolean plain = value.codePoints().noneMatch(c -> c < ' ' || c == ',' || c == '"' || c >= 0xD800);
            if (!plain || value.contains("_x") || value.isBlank() || !value.equals(value.strip())) {
                return false;
            }
            length += value.length();
        }
        return !values.isEmpty() && length <= LONGEST_LIST;
    }

    private void list(int column, List<String> values) {
        xml.raw("<dataValidation type=\"list\" allowBlank=\"1\" sqref=\"");
        String letters = CellRefs.letters(column);
        xml.raw(letters).number(headerRow + 1).raw(":").raw(letters).number(CellRefs.MAX_ROWS);
        xml.raw("\"><formula1>&quot;").text(String.join(",", values)).raw("&quot;</formula1></dataValidation>");
    }
}
