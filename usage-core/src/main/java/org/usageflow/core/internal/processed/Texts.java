package org.usageflow.core.internal.processed;

import org.jspecify.annotations.Nullable;

/** Makes texts fit to be shown in a cell: on one line, without what a spreadsheet cannot hold, not too long. */
final class Texts {

    private Texts() {}

    static @Nullable String lineOrNull(@Nullable String text, int longest) {
        return text == null ? null : line(text, longest);
    }

    /** The text with a blank for each control character, U+FFFD for half a character, and {@code …} for what is too much. */
    static String line(String text, int longest) {
        String cut = cut(text, longest);
        int i = 0;
        while (i < cut.length() && isPlain(cut.charAt(i))) {
            i++;
        }
        return i == cut.length() ? cut : cleaned(cut, i);
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F || c > 0xA0 && c < 0x2000;
    }

    private static String cleaned(String text, int from) {
        var clean = new StringBuilder(text.length()).append(text, 0, from);
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            boolean half = c >= 0xD800 && c < 0xE000 || c == 0xFFFE || c == 0xFFFF;
            boolean lineEnd = c == 0x2028 || c == 0x2029;
            clean.appendCodePoint(half ? 0xFFFD : lineEnd || Character.isISOControl(c) ? ' ' : c);
            i += Character.charCount(c);
        }
        return clean.toString();
    }

    /** At most so many characters, {@code …} included. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, Math.max(end, 0)) + "…";
    }
}
