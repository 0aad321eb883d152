package org.usageflow.poi;

import java.io.IOException;
import java.util.List;
import org.usageflow.spi.format.CellKind;

/** Reads one cell at a time: where it stands, what it is, and its text. */
final class CellReader {

    private static final long V = XmlNames.key("v");
    private static final long F = XmlNames.key("f");
    private static final long IS = XmlNames.key("is");

    private static final XmlPath PLAIN_VALUE = new XmlPath("c", List.of("v"));
    private static final XmlPath PLAIN_INLINE = new XmlPath("c", List.of("is", "t"));

    private final SharedStrings strings;
    private final DateStyles styles;
    private final TextBuffer text;
    private final CellTag tag = new CellTag();
    private boolean started;
    private boolean formula;
    private boolean valued;

    CellReader(SharedStrings strings, DateStyles styles, int cellChars) {
        this.strings = strings;
        this.styles = styles;
        this.text = new TextBuffer(cellChars);
    }

    int column() {
        return tag.column;
    }

    TextBuffer text() {
        return text;
    }

    /** Says which row the next cells belong to. */
    void row(long number) {
        tag.row(number);
    }

    /** Starts a cell, if its tag stands here and is spelled as usual. */
    boolean start(XmlScanner xml) throws IOException {
        started = xml.startCell(tag);
        return started;
    }

    boolean isStarted() {
        return started;
    }

    /**
     * Reads the cell that was started, or whose tag was read last, to its end.
     *
     * @param before the column of the cell before it
     */
    CellKind read(XmlScanner xml, int before) throws IOException {
        if (!started) {
            tag.take(xml.tag(), before);
        }
        text.clear();
        formula = false;
        valued = false;
        if (!isPlain(xml)) {
            children(xml);
        }
        return kind();
    }

    /** Reads the usual spelling of a cell as a whole; false where there is more to it, or something else. */
    private boolean isPlain(XmlScanner xml) throws IOException {
        XmlPath path = tag.type == CellTag.Type.INLINE ? PLAIN_INLINE : PLAIN_VALUE;
        if (!xml.enter(path)) {
            return false;
        }
        valued = true;
        xml.text(text);
        if (xml.leave(path)) {
            return true;
        }
        xml.elementText(text);
        if (tag.type == CellTag.Type.INLINE) {
            SharedStrings.richText(xml, text);
        }
        return false;
    }

    private void children(XmlScanner xml) throws IOException {
        while (xml.next() == XmlScanner.START) {
            if (xml.isElement(V)) {
                value();
                xml.elementText(text);
            } else if (tag.type == CellTag.Type.INLINE && xml.isElement(IS)) {
                value();
                SharedStrings.richText(xml, text);
            } else {
                formula |= xml.isElement(F);
                xml.skip();
            }
        }
    }

    private void value() throws FaultException {
        if (valued) {
            throw FaultException.unreadable("a cell has two values");
        }
        valued = true;
    }

    private CellKind kind() throws IOException {
        if (formula && (!valued || text.length == 0 && tag.type != CellTag.Type.FORMULA_TEXT)) {
            text.clear();
            return CellKind.ERROR;
        }
        return switch (tag.type) {
            case NUMBER -> number();
            case SHARED -> shared();
            case INLINE, FORMULA_TEXT -> string();
            case TRUTH -> truth();
            case ERROR -> valued ? finished(CellKind.ERROR) : CellKind.BLANK;
            case DATE -> text.isBlank() ? blank() : finished(CellKind.SPREADSHEET_DATE);
        };
    }

    private CellKind number() {
        if (text.isBlank()) {
            return blank();
        }
        boolean date = tag.style >= 0 && styles.isDate(tag.style);
        return finished(date ? CellKind.SPREADSHEET_DATE : CellKind.SPREADSHEET_NUMBER);
    }

    private CellKind string() {
        if (!valued) {
            return blank();
        }
        text.unescape();
        return finished(CellKind.TEXT);
    }

    private CellKind shared() throws IOException {
        text.strip();
        if (text.length == 0) {
            return blank();
        }
        int number = number(text);
        if (number < 0 || number >= strings.count()) {
            throw FaultException.unreadable("a cell refers to a shared string that the workbook does not have");
        }
        text.clear();
        strings.get(number, text);
        return CellKind.TEXT;
    }

    private static int number(TextBuffer digits) {
        int value = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits.chars[i] - '0';
            if (digit < 0 || digit > 9 || i > 8) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private CellKind truth() throws FaultException {
        text.strip();
        if (text.length == 0) {
            return blank();
        }
        boolean yes = text.is("1") || text.is("true");
        if (!yes && !text.is("0") && !text.is("false")) {
            throw FaultException.unreadable("a cell's truth value is neither true nor false");
        }
        text.set(yes ? "TRUE" : "FALSE");
        return CellKind.BOOLEAN;
    }

    private CellKind blank() {
        text.clear();
        return CellKind.BLANK;
    }

    private CellKind finished(CellKind kind) {
        text.finish();
        return kind;
    }
}
