package org.usageflow.query;

import java.util.Comparator;

/**
 * The order of texts wherever a store sorts by them: by Unicode code points, so that supplementary characters come last, as in UTF-8 and in databases. The order of {@link String#compareTo} is another one: it puts them before U+E000.
 */
public final class TextOrder {

    /** By code points; a text that begins another one comes before it. */
    public static final Comparator<String> BY_CODE_POINTS = TextOrder::compare;

    private TextOrder() {}

    private static int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char ofLeft = left.charAt(i);
            char ofRight = right.charAt(i);
            if (ofLeft != ofRight) {
                return Character.compare(lifted(ofLeft), lifted(ofRight));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    // Lifts surrogates above all other code units, where the code points that they are the halves of belong.
    private static char lifted(char unit) {
        if (unit < Character.MIN_SURROGATE) {
            return unit;
        }
        return (char) (Character.isSurrogate(unit) ? unit + 0x2000 : unit - 0x800);
    }
}
