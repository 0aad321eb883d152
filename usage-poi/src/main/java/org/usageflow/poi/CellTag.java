package org.usageflow.poi;

import java.nio.charset.StandardCharsets;

/**
 * The start tag of a cell: its column, style and type. Reads the usual spelling, {@code <c r="D4" s="1" t="s">}, straight from the bytes; whatever is spelled otherwise comes
 * through the general {@link XmlTag}, with the same result.
 */
final class CellTag {

    /** How a cell's value is to be taken. */
    enum Type {
        NUMBER,
        SHARED,
        INLINE,
        FORMULA_TEXT,
        TRUTH,
        ERROR,
        DATE
    }

    /** Most bytes of a tag that is read here. */
    static final int LONGEST = 64;

    private static final long R = XmlNames.key("r");
    private static final long S = XmlNames.key("s");
    private static final long T = XmlNames.key("t");
    private static final XmlWord OPEN = new XmlWord("<c r=\"");
    private static final XmlWord STYLE = new XmlWord(" s=\"");
    private static final XmlWord TYPE = new XmlWord(" t=\"");
    private static final XmlWord SHARED_END = new XmlWord("s\">");
    private static final XmlWord NUMBER_END = new XmlWord("n\">");
    private static final XmlWord INLINE_END = new XmlWord("inlineStr\">");
    private static final XmlWord TEXT_END = new XmlWord("str\">");
    private static final int NO = -1;

    int column;
    int style;
    Type type = Type.NUMBER;
    private long row;
    // The row's number and the quote after it, as they stand in each reference
    private XmlWord rowEnd = OPEN;

    /** Says which row the next cells belong to. */
    void row(long number) {
        row = number;
        rowEnd = XmlWord.endOfReference((int) number);
    }

    /** Reads a tag from its bytes; gives the place after it, or a negative number where it is spelled in another way. */
    int parse(byte[] bytes, int from) {
        if (!OPEN.isAt(bytes, from)) {
            return NO;
        }
        int p = from + OPEN.length();
        int letters = 0;
        int b = bytes[p];
        while (b >= 'A' && b <= 'Z' && letters <= CellRefs.MAX_COLUMNS) {
            letters = letters * CellRefs.LETTERS + b - 'A' + 1;
            b = bytes[++p];
        }
        if (letters == 0 || letters > CellRefs.MAX_COLUMNS || !rowEnd.isAt(bytes, p)) {
            return NO;
        }
        column = letters - 1;
        return styleAndType(bytes, p + rowEnd.length());
    }

    private int styleAndType(byte[] bytes, int from) {
        int p = from;
        style = 0;
        type = Type.NUMBER;
        if (STYLE.isAt(bytes, p)) {
            p += STYLE.length();
            int start = p;
            while (bytes[p] >= '0' && bytes[p] <= '9' && p - start < 9) {
                style = style * 10 + bytes[p++] - '0';
            }
            if (p == start || bytes[p++] != '"') {
                return NO;
            }
        }
        if (bytes[p] == '>') {
            return p + 1;
        }
        return TYPE.isAt(bytes, p) ? type(bytes, p + TYPE.length()) : NO;
    }

    private int type(byte[] bytes, int p) {
        if (SHARED_END.isAt(bytes, p)) {
            type = Type.SHARED;
            return p + SHARED_END.length();
        }
        if (INLINE_END.isAt(bytes, p)) {
            type = Type.INLINE;
            return p + INLINE_END.length();
        }
        if (NUMBER_END.isAt(bytes, p)) {
            return p + NUMBER_END.length();
        }
        if (TEXT_END.isAt(bytes, p)) {
            type = Type.FORMULA_TEXT;
            return p + TEXT_END.length();
        }
        return NO;
    }

    /**
     * Takes a tag that was read in general.
     *
     * @param before the column of the cell before it, which counts where the tag has no reference
     */
    void take(XmlTag tag, int before) throws FaultException {
        column = before + 1;
        style = 0;
        type = Type.NUMBER;
        byte[] bytes = tag.bytes();
        for (int i = 0; i < tag.attributes(); i++) {
            long name = tag.attributeName(i);
            if (name == R) {
                column = CellRefs.column(bytes, tag.start(i), tag.end(i), row);
            } else if (name == S) {
                style = CellRefs.number(bytes, tag.start(i), tag.end(i));
            } else if (name == T) {
                type = typeOf(new String(bytes, tag.start(i), tag.end(i) - tag.start(i), StandardCharsets.UTF_8));
            }
        }
        if (column >= CellRefs.MAX_COLUMNS) {
            throw FaultException.unreadable("a row has more cells than a sheet has columns");
        }
    }

    private static Type typeOf(String written) throws FaultException {
        return switch (written) {
            case "s" -> Type.SHARED;
            case "n" -> Type.NUMBER;
            case "inlineStr" -> Type.INLINE;
            case "str" -> Type.FORMULA_TEXT;
            case "b" -> Type.TRUTH;
            case "e" -> Type.ERROR;
            case "d" -> Type.DATE;
            default -> throw FaultException.unreadable("a cell is of an unknown type", written);
        };
    }
}
