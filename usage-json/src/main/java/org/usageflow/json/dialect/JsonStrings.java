package org.usageflow.json.dialect;

import java.util.Locale;
import org.usageflow.model.TextRules;

/** Texts as JSON strings, whatever is in them. */
final class JsonStrings {

    private JsonStrings() {}

    /** Whether the text holds what cannot be written in UTF-8 unescaped: at least all with a surrogate that has no partner. */
    static boolean needsEscapes(String text) {
        return TextRules.firstForbidden(text) >= 0;
    }

    /** Adds the text in quotes; control characters and lone surrogates are escaped. */
    static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (isPair(text, i)) {
                json.append(c).append(text.charAt(i + 1));
                i++;
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }
}
