package org.usageflow.core.internal.decode;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Makes strings of characters, and the same string again for characters seen lately: most rows of a file repeat the ids of the row before.
 *
 * <p>Bounded: a fixed number of places, each with the last string that fell on it. Not thread-safe.
 */
public final class TextCache {

    private static final int PLACES = 4096;
    private static final int LONGEST = 64;

    private final @Nullable String[] places = new @Nullable String[PLACES];

    /** Makes an empty cache. */
    public TextCache() {}

    /** A string of the characters, normalised to NFC. */
    public String identifier(char[] source, int from, int length) {
        if (length > LONGEST) {
            return normalised(source, from, length);
        }
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + source[i];
        }
        int place = (hash ^ (hash >>> 12) ^ (hash >>> 24)) & (PLACES - 1);
        String known = places[place];
        if (known != null && equals(known, source, from, length)) {
            return known;
        }
        String made = normalised(source, from, length);
        places[place] = made;
        return made;
    }

    /** A new string of the characters, normalised to NFC. */
    public static String normalised(char[] source, int from, int length) {
        String text = new String(source, from, length);
        for (int i = from; i < from + length; i++) {
            // Below U+0300 nothing combines.
            if (source[i] >= 0x300) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private static boolean equals(String text, char[] source, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != source[from + i]) {
                return false;
            }
        }
        return true;
    }
}
