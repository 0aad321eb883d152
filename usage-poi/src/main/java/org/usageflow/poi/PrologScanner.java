package org.usageflow.poi;

import java.io.IOException;
import java.io.InputStream;

/**
 * Inflates a part that nobody parses to its end, so that it is counted, and looks for a document type or an entity before its root element, which is the only place where XML
 * can have one. Whether a part is XML is told by its first character, in any of the Unicode encodings.
 */
final class PrologScanner {

    private static final int MARK_BIG = 0xFEFF;
    private static final int MARK_LITTLE = 0xFFFE;
    private static final int MARK_32_LITTLE = 0xFFFE_0000;
    // "<?xm" in the code of old mainframes
    private static final int EBCDIC = 0x4C6F_A794;

    private enum State {
        BEFORE,
        OPEN,
        INSTRUCTION,
        DECLARATION,
        DASH,
        COMMENT,
        DONE
    }

    private final String name;
    private State state = State.BEFORE;
    private int width;
    private boolean little;
    private int unit;
    private int filled;
    // The last characters of an instruction or comment, to see its end
    private int before;
    private int last;

    private PrologScanner(String name) {
        this.name = name;
    }

    static void drain(InputStream part, String name, byte[] buffer) throws IOException {
        PrologScanner scanner = new PrologScanner(name);
        int head = part.readNBytes(buffer, 0, 4);
        scanner.recogniseEncoding(buffer, head);
        int count = head;
        while (count > 0) {
            scanner.scan(buffer, count);
            count = part.read(buffer, 0, buffer.length);
        }
    }

    /** Tells how wide a character is by where the zero bytes of the first ones are, and by byte order marks. */
    private void recogniseEncoding(byte[] head, int count) throws FaultException {
        int first = 0;
        for (int i = 0; i < 4; i++) {
            first = first << 8 | (i < count ? head[i] & 0xFF : 0xAA);
        }
        if (first == EBCDIC) {
            throw FaultException.suspicious("it has XML in an encoding that hides its content", name);
        }
        if (first >>> 16 == 0 || first == MARK_32_LITTLE || (first & 0x00FF_FFFF) == 0) {
            width = 4;
            little = first >>> 16 != 0;
        } else if (first >>> 24 == 0
                || (first >>> 16 & 0xFF) == 0
                || first >>> 16 == MARK_BIG
                || first >>> 16 == MARK_LITTLE) {
            width = 2;
            little = first >>> 24 != 0 && first >>> 16 != MARK_BIG;
        } else {
            width = 1;
        }
    }

    private void scan(byte[] buffer, int count) throws FaultException {
        for (int i = 0; i < count && state != State.DONE; i++) {
            int b = buffer[i] & 0xFF;
            unit = little ? unit | b << 8 * filled : unit << 8 | b;
            if (++filled == width) {
                accept(unit);
                unit = 0;
                filled = 0;
            }
        }
    }

    private void accept(int c) throws FaultException {
        switch (state) {
            case BEFORE -> state = c == '<' ? State.OPEN : isIgnored(c) ? State.BEFORE : State.DONE;
            case OPEN -> state = c == '?' ? State.INSTRUCTION : c == '!' ? State.DECLARATION : State.DONE;
            case DECLARATION -> expectDash(c, State.DASH);
            case DASH -> expectDash(c, State.COMMENT);
            case INSTRUCTION -> end(c, last == '?');
            case COMMENT -> end(c, before == '-' && last == '-');
            case DONE -> {}
        }
    }

    private void expectDash(int c, State next) throws FaultException {
        if (c != '-') {
            throw FaultException.suspicious("it has a document type or entities", name);
        }
        state = next;
    }

    private void end(int c, boolean closing) {
        if (c == '>' && closing) {
            state = State.BEFORE;
            before = 0;
            last = 0;
        } else {
            before = last;
            last = c;
        }
    }

    /** White space and byte order marks, whole or by the byte. */
    private static boolean isIgnored(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xFEFF || c == 0xEF || c == 0xBB || c == 0xBF;
    }
}
