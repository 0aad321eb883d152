package org.usageflow.model;

/**
 * What counts as blank, and which characters free text may hold.
 *
 * <p>Blank is nothing, or white space alone; white space is what Unicode calls so, no-break spaces included. Forbidden are control
 * characters other than tab, line feed and carriage return, and surrogates without a partner. Any other Unicode is kept.
 *
 * <p>Thread-safe. Source: rules §3.1, §3.3.
 */
public final class TextRules {

    private TextRules() {}

    /** Whether the text is empty or white space only. */
    public static boolean isBlank(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isWhiteSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the character is white space: Unicode's, the no-break ones and Java's included. */
    public static boolean isWhiteSpace(char c) {
        if (c <= ' ') {
            return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
        }
        return c >= 0x80 && (Character.isSpaceChar(c) || c == 0x85);
    }

    /** The index of the first character that free text may not hold, or -1. */
    public static int firstForbidden(CharSequence text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                if (c != '\t' && c != '\n' && c != '\r') {
                    return i;
                }
            } else if (c >= 0x7F && c <= 0x9F) {
                return i;
            } else if (Character.isHighSurrogate(c)) {
                if (i + 1 == length || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            } else if (Character.isLowSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }
}
