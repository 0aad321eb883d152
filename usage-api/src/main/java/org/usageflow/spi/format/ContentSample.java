package org.usageflow.spi.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.usageflow.model.TextRules;

/**
 * The beginning of an upload, by which formats recognise their own. Names and endings do not count.
 *
 * <p>Immutable, thread-safe. Source: rules §3.5.
 */
public final class ContentSample {

    /** How many bytes are looked at. */
    public static final int SIZE = 64 * 1024;

    private final byte[] bytes;
    private final Set<String> columns;

    /**
     * Keeps the bytes.
     *
     * @param bytes the first bytes, up to {@value #SIZE}, or the whole file where it is shorter
     * @param columns the column names that are known for the wanted table, in lower case
     */
    public ContentSample(byte[] bytes, Set<String> columns) {
        this.bytes = bytes.clone();
        this.columns = Set.copyOf(columns);
    }

    /** Whether the content begins with these bytes, each 0 to 255. */
    public boolean startsWith(int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** The sample read as UTF-8 without a byte order mark, whatever it is; bytes that are not UTF-8 become U+FFFD. */
    public String text() {
        boolean marked = startsWith(0xEF, 0xBB, 0xBF);
        byte[] content = marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The first character that is not white space; NUL where there is none. */
    public char firstCharacter() {
        String text = text();
        for (int i = 0; i < text.length(); i++) {
            if (!TextRules.isWhiteSpace(text.charAt(i))) {
                return text.charAt(i);
            }
        }
        return 0;
    }

    /** Whether the first line that is not blank holds a known column's name between commas, semicolons or tabs, case, blanks and quotes aside. */
    public boolean firstLineNamesColumn() {
        String line = text().lines()
                .filter(each -> !TextRules.isBlank(each))
                .findFirst()
                .orElse("");
        for (String name : line.split("[,;\t]", -1)) {
            if (columns.contains(bare(name))) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && isAround(name.charAt(from))) {
            from++;
        }
        while (to > from && isAround(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private static boolean isAround(char c) {
        return c == '"' || TextRules.isWhiteSpace(c);
    }
}
