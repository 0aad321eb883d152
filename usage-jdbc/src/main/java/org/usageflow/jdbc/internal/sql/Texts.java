package org.usageflow.jdbc.internal.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several texts in one column: a JSON array of strings and nulls. What is written is ASCII but for letters that any database keeps, so that texts from uploads, which may hold any character, pass unchanged.
 */
public final class Texts {

    private static final String ONE = "[\"";

    private Texts() {}

    /**
     * The text as it is.
     *
     * @throws IllegalArgumentException if it holds a NUL or half a surrogate pair, which not every database keeps
     */
    public static String storable(String text) {
        int wrong = firstUnstorable(text);
        if (wrong >= 0) {
            throw new IllegalArgumentException("a text holds a NUL or half a surrogate pair at " + wrong);
        }
        return text;
    }

    private static int firstUnstorable(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c) && !isPair(text, i)) {
                return i;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        return -1;
    }

    /** A text that may hold any character, as it is where every database keeps it, else as a list of one; null stays null. For what people say and for errors, which nothing sorts or searches. */
    public static @Nullable String any(@Nullable String text) {
        return text == null || firstUnstorable(text) < 0 && !text.startsWith(ONE) ? text : write(List.of(text));
    }

    /** Reads what {@link #any} wrote. */
    public static @Nullable String readAny(@Nullable String written) {
        return written == null || !written.startsWith(ONE)
                ? written
                : read(written).get(0);
    }

    private static boolean isPair(CharSequence text, int high) {
        return Character.isHighSurrogate(text.charAt(high))
                && high + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(high + 1));
    }

    /** Writes texts. */
    public static String write(Iterable<? extends @Nullable String> texts) {
        var out = new StringBuilder("[");
        for (String text : texts) {
            if (out.length() > 1) {
                out.append(',');
            }
            if (text == null) {
                out.append("null");
            } else {
                quote(text, out);
            }
        }
        return out.append(']').toString();
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F || Character.isSurrogate(c) && !isPair(text, i)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
                if (Character.isHighSurrogate(c)) {
                    out.append(text.charAt(++i));
                }
            }
        }
        out.append('"');
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static List<@Nullable String> read(String written) {
        var texts = new ArrayList<@Nullable String>();
        int at = 1;
        while (at < written.length() && written.charAt(at) != ']') {
            if (written.charAt(at) == ',') {
                at++;
            }
            if (written.startsWith("null", at)) {
                texts.add(null);
                at += 4;
            } else {
                var text = new StringBuilder();
                at = unquote(written, at, text);
                texts.add(text.toString());
            }
        }
        if (!written.startsWith("[") || at != written.length() - 1) {
            throw new IllegalArgumentException("no list of texts: " + written);
        }
        return texts;
    }

    /** Reads a quoted text. Gives where it ends. */
    private static int unquote(String written, int from, StringBuilder text) {
        int at = from + 1;
        while (at < written.length() && written.charAt(at) != '"') {
            char c = written.charAt(at++);
            boolean escaped = c == '\\' && at < written.length();
            if (!escaped) {
                text.append(c);
            } else if (written.charAt(at) == 'u') {
                int end = Math.min(at + 5, written.length());
                text.append((char) Integer.parseInt(written, at + 1, end, 16));
                at = end;
            } else {
                text.append(written.charAt(at++));
            }
        }
        return at + 1;
    }
}
