package org.usageflow.poi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Reads XML tag by tag from UTF-8 bytes. Knows as much of XML as a package part may hold: no document type, no entities but the five that XML defines.
 *
 * <p>Not a general parser: names are numbers ({@link XmlNames}), the prefixes that mean the main namespace are taken from the root element, and text that nobody asks for is
 * skipped unseen. In exchange it makes no object for a tag, and its memory is a buffer, which bounds the length of a tag, and a stack, which bounds the depth.
 */
final class XmlScanner {

    static final int END_OF_PART = 0;
    static final int START = 1;
    static final int END = 2;

    private static final int MAX_DEPTH = 256;
    private static final int NO_TAG = -1;
    private static final int DECLARATION = 128;
    private static final long C = XmlNames.key("c");

    private final XmlBytes in;
    private final XmlTag tag = new XmlTag();
    private final long[] open = new long[MAX_DEPTH];
    private int depth;
    private boolean selfClosed;
    private boolean rootSeen;
    private boolean main;

    XmlScanner(InputStream part) throws IOException {
        in = new XmlBytes(XmlBytes.decoded(part));
    }

    /**
     * Goes to the next tag, past any text.
     *
     * @return {@link #START}, {@link #END}, also for an element that is closed in its own tag, or {@link #END_OF_PART}
     */
    int next() throws IOException {
        if (selfClosed) {
            selfClosed = false;
            depth--;
            return END;
        }
        while (true) {
            if (depth == 0) {
                in.skipWhiteSpace();
            }
            if (!in.seek('<')) {
                return endOfPart();
            }
            int found = markup();
            if (found != NO_TAG) {
                return found;
            }
        }
    }

    private int endOfPart() throws FaultException {
        if (depth > 0 || !rootSeen) {
            throw bad("that breaks off");
        }
        return END_OF_PART;
    }

    /** What stands at a {@code <}: a tag, which is read, or something to be skipped, which is. */
    private int markup() throws IOException {
        in.lookAhead();
        int kind = in.peek(1);
        if (kind == '/') {
            return endTag();
        }
        if (kind == '?') {
            instruction();
            return NO_TAG;
        }
        if (kind == '!') {
            if (in.startsWith("<!--")) {
                in.skipPast('-', 2, 4);
                return NO_TAG;
            }
            if (depth > 0 && in.startsWith("<![CDATA[")) {
                in.skipPast(']', 2, 9);
                return NO_TAG;
            }
            throw FaultException.suspicious("it has a document type or entities", null);
        }
        return startTag();
    }

    private void instruction() throws IOException {
        if (!rootSeen && in.startsWith("<?xml ")) {
            refuseOtherEncodings(in.ahead(DECLARATION));
        }
        in.skipPast('?', 1, 2);
    }

    /** The bytes themselves have told UTF-8 or UTF-16; a declaration of anything else contradicts them. */
    private static void refuseOtherEncodings(String ahead) throws FaultException {
        int end = ahead.indexOf("?>");
        String declaration = (end < 0 ? ahead : ahead.substring(0, end)).toLowerCase(Locale.ROOT);
        int at = declaration.indexOf("encoding");
        if (at < 0) {
            return;
        }
        String encoding = declaration.substring(at + 8).replaceAll("^\\s*=\\s*['\"]|['\"][\\s\\S]*$", "");
        if (!encoding.matches("utf-?8|utf-16(le|be)?|us-ascii")) {
            throw FaultException.unreadable("it has XML that is neither UTF-8 nor UTF-16", encoding);
        }
    }

    private int startTag() throws IOException {
        if (depth == 0 && rootSeen) {
            throw bad("with more than one root element");
        }
        while (!tag.parseStart(in)) {
            in.more();
        }
        if (!rootSeen) {
            rootSeen = true;
            tag.bindMainPrefixes();
        }
        if (depth == MAX_DEPTH) {
            throw bad("nested deeper than " + MAX_DEPTH + " elements");
        }
        main = tag.isMain();
        selfClosed = tag.isSelfClosed();
        open[depth++] = tag.identity();
        return START;
    }

    private int endTag() throws IOException {
        while (!tag.parseEnd(in)) {
            in.more();
        }
        if (depth == 0 || open[depth - 1] != tag.identity()) {
            throw bad("whose elements do not match");
        }
        depth--;
        return END;
    }

    /** Whether the element that was started last has that name, in the main namespace. */
    boolean isElement(long name) {
        return main && tag.local() == name;
    }

    /** The tag that was started last: its attributes. */
    XmlTag tag() {
        return tag;
    }

    /** Skips the rest of the element that was started last. */
    void skip() throws IOException {
        int outside = depth - 1;
        do {
            next();
        } while (depth > outside);
    }

    /** Goes to the root element, which must have that name. */
    void root(String name) throws IOException {
        next();
        if (!isElement(XmlNames.key(name))) {
            throw FaultException.unreadable("a part of the workbook is not what it should be", name);
        }
    }

    /** After the root element's end: nothing but comments may follow. */
    void finish() throws IOException {
        if (next() != END_OF_PART) {
            throw bad("with more than one root element");
        }
    }

    /** Starts a cell, if its tag stands here and is spelled as usual. */
    boolean startCell(CellTag cell) throws IOException {
        if (selfClosed || !tag.isMainUnprefixed() || depth == MAX_DEPTH) {
            return false;
        }
        in.lookAhead();
        int end = cell.parse(in.buffer(), in.position());
        if (end < 0 || end > in.limit()) {
            return false;
        }
        in.position(end);
        open[depth++] = C;
        return true;
    }

    /** Goes into the innermost element of a path, if its tags stand here just so. */
    boolean enter(XmlPath path) {
        if (selfClosed
                || open[depth - 1] != path.around()
                || !tag.isMainUnprefixed()
                || depth + path.depth() > MAX_DEPTH
                || !in.skip(path.starts())) {
            return false;
        }
        for (int i = 0; i < path.depth(); i++) {
            open[depth++] = path.name(i);
        }
        return true;
    }

    /** Goes from the innermost element of a path out of the one around it, if its end tags stand here just so. */
    boolean leave(XmlPath path) {
        if (!in.skip(path.ends())) {
            return false;
        }
        depth -= path.depth() + 1;
        return true;
    }

    /** Appends the text of the element that was started last, and goes past its end. Elements in it are skipped. */
    void elementText(TextBuffer out) throws IOException {
        while (true) {
            text(out);
            if (next() == END) {
                return;
            }
            skip();
        }
    }

    /** Appends text up to the next tag. */
    void text(TextBuffer out) throws IOException {
        while (!selfClosed) {
            in.text(out);
            int kind = in.peek(1);
            if (kind != '!' && kind != '?') {
                return;
            }
            if (in.startsWith("<![CDATA[")) {
                in.characterData(out);
            } else {
                markup();
            }
        }
    }

    static FaultException bad(String what) {
        return FaultException.unreadable("it has XML " + what);
    }
}
