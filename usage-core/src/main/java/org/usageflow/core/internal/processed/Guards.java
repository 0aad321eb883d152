package org.usageflow.core.internal.processed;

/**
 * The apostrophes that guard text in CSV.
 *
 * <p>Source: rules §9.
 */
final class Guards {

    private Guards() {}

    /** Whether an apostrophe was put before text that a spreadsheet would run. */
    static boolean isGuarded(char[] text, int from, int length) {
        int at = from;
        int end = from + length;
        while (at < end && text[at] == '\'') {
            at++;
        }
        return at > from && at < end && "=+-@\t\r".indexOf(text[at]) >= 0;
    }

    /** Whether the text is a plain number with or without a sign. */
    static boolean isNumber(char[] text, int from, int length) {
        int end = from + length;
        int at = length > 0 && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
        int digits = 0;
        int points = 0;
        for (int i = at; i < end; i++) {
            if (text[i] == '.') {
                points++;
            } else if (text[i] >= '0' && text[i] <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }
}
