package org.usageflow.poi;

/** Character and entity references: those that XML defines by itself, and no others. */
final class XmlReferences {

    /** Longest reference, in characters, from the ampersand to the semicolon; leading zeros beyond it are refused. */
    static final int LONGEST = 16;

    private XmlReferences() {}

    /** The text with its references replaced. */
    static String resolve(String raw) throws FaultException {
        StringBuilder text = new StringBuilder(raw.length());
        int from = 0;
        int at = raw.indexOf('&');
        while (at >= 0) {
            int end = raw.indexOf(';', at);
            if (end < 0) {
                throw bad();
            }
            text.append(raw, from, at).appendCodePoint(codePoint(raw.substring(at + 1, end)));
            from = end + 1;
            at = raw.indexOf('&', from);
        }
        return text.append(raw, from, raw.length()).toString();
    }

    /** The character that a reference stands for, between ampersand and semicolon. */
    static int codePoint(String reference) throws FaultException {
        if (reference.startsWith("#x")) {
            return number(reference, 2, 16);
        }
        if (reference.startsWith("#")) {
            return number(reference, 1, 10);
        }
        return switch (reference) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> throw bad();
        };
    }

    private static int number(String reference, int from, int radix) throws FaultException {
        int value = 0;
        for (int i = from; i < reference.length(); i++) {
            char c = reference.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0 || value > Character.MAX_CODE_POINT) {
                throw bad();
            }
            value = value * radix + digit;
        }
        if (reference.length() == from || !isCharacter(value)) {
            throw bad();
        }
        return value;
    }

    /** Whether XML allows the character. */
    private static boolean isCharacter(int c) {
        return c >= ' ' && c < 0xD800
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0xE000 && c < 0xFFFE
                || c >= 0x10000 && c <= Character.MAX_CODE_POINT;
    }

    static FaultException bad() {
        return XmlScanner.bad("with a reference to something that XML does not define");
    }
}
