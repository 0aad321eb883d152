package org.usageflow.core.internal.decode;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.TextRules;

/**
 * Reads decimal numbers from characters, exactly, and never builds one that is too long.
 *
 * <p>Surrounding white space, a leading sign, digits with a point, an exponent. The result is canonical: no trailing zeros, no negative scale, at most 38 digits in its plain form. Digits of a spreadsheet's numeric
 * cell beyond the fifteenth are rounded away, half up.
 *
 * <p>Reusable, not thread-safe. Source: rules §3.3.
 */
public final class DecimalReader {

    /** Most digits of a number's plain form. */
    public static final int MAX_DIGITS = 38;

    private static final int SPREADSHEET_DIGITS = 15;
    private static final int LONG_DIGITS = 18;
    private static final int EXPONENT_BOUND = 100_000_000;

    // One digit more than is kept, to round by.
    private final byte[] digits = new byte[MAX_DIGITS + 2];
    private int count;
    private long scale;
    private boolean negative;
    private boolean damaged;

    private char[] text = new char[0];
    private int at;
    private int end;

    /** Makes a reader. */
    public DecimalReader() {}

    /**
     * Reads a number.
     *
     * @param source holds the characters
     * @param from where they start
     * @param length how many
     * @param spreadsheet whether they come from a spreadsheet's numeric cell
     * @return the number, canonical; null where the characters are none, or one with too many digits
     */
    public @Nullable BigDecimal read(char[] source, int from, int length, boolean spreadsheet) {
        text = source;
        at = from;
        end = from + length;
        count = 0;
        scale = 0;
        damaged = false;
        trim();
        readSign();
        if (!readDigits() || !readExponent() || at != end) {
            return null;
        }
        if (spreadsheet && count > SPREADSHEET_DIGITS) {
            roundTo(SPREADSHEET_DIGITS);
            damaged = true;
        }
        return fits() ? value() : null;
    }

    /** Whether the number read last had more digits than a spreadsheet keeps. */
    public boolean wasDamaged() {
        return damaged;
    }

    private void trim() {
        while (at < end && TextRules.isWhiteSpace(text[at])) {
            at++;
        }
        while (end > at && TextRules.isWhiteSpace(text[end - 1])) {
            end--;
        }
    }

    private void readSign() {
        negative = at < end && text[at] == '-';
        if (negative || (at < end && text[at] == '+')) {
            at++;
        }
    }

    /** Keeps the significant digits; zeros are counted until it is known whether one that counts follows. */
    private boolean readDigits() {
        boolean any = false;
        boolean point = false;
        long zeros = 0;
        for (; at < end; at++) {
            char c = text[at];
            if (c == '.' && !point) {
                point = true;
                continue;
            }
            if (c < '0' || c > '9') {
                break;
            }
            any = true;
            if (point) {
                scale++;
            }
            if (c == '0') {
                zeros++;
            } else {
                keepZeros(zeros);
                zeros = 0;
                keep(c - '0');
            }
        }
        scale -= zeros;
        return any;
    }

    private void keepZeros(long zeros) {
        if (count > 0) {
            for (long i = Math.min(zeros, digits.length); i > 0; i--) {
                keep(0);
            }
            count += (int) Math.min(Math.max(zeros - digits.length, 0), EXPONENT_BOUND);
        }
    }

    private void keep(int digit) {
        if (count < digits.length) {
            digits[count] = (byte) digit;
        }
        count++;
    }

    private boolean readExponent() {
        if (at == end || (text[at] != 'e' && text[at] != 'E')) {
            return true;
        }
        at++;
        boolean below = at < end && text[at] == '-';
        if (below || (at < end && text[at] == '+')) {
            at++;
        }
        if (at == end) {
            return false;
        }
        long exponent = 0;
        for (; at < end; at++) {
            char c = text[at];
            if (c < '0' || c > '9') {
                return false;
            }
            exponent = Math.min(exponent * 10 + (c - '0'), EXPONENT_BOUND * 10L);
        }
        scale += below ? exponent : -exponent;
        return true;
    }

    private void roundTo(int kept) {
        boolean up = digits[kept] >= 5;
        scale -= count - kept;
        count = kept;
        while (up && count > 0) {
            count--;
            up = digits[count] == 9;
            if (up) {
                scale--;
            } else {
                digits[count]++;
                count++;
            }
        }
        if (up) {
            digits[0] = 1;
            count = 1;
        }
        while (count > 0 && digits[count - 1] == 0) {
            count--;
            scale--;
        }
    }

    private boolean fits() {
        long plain = scale <= 0 ? count - scale : Math.max(count, scale);
        return count == 0 || (count <= MAX_DIGITS && plain <= MAX_DIGITS);
    }

    private BigDecimal value() {
        if (count == 0) {
            return BigDecimal.ZERO;
        }
        // A negative scale is written out: canonical numbers have none.
        int zeros = (int) Math.max(-scale, 0);
        int fraction = (int) Math.max(scale, 0);
        if (count + zeros <= LONG_DIGITS) {
            long unscaled = 0;
            for (int i = 0; i < count + zeros; i++) {
                unscaled = unscaled * 10 + (i < count ? digits[i] : 0);
            }
            return BigDecimal.valueOf(negative ? -unscaled : unscaled, fraction);
        }
        return new BigDecimal(new BigInteger(plainDigits(zeros)), fraction);
    }

    private String plainDigits(int zeros) {
        var plain = new StringBuilder(count + zeros + 1);
        if (negative) {
            plain.append('-');
        }
        for (int i = 0; i < count + zeros; i++) {
            plain.append((char) ('0' + (i < count ? digits[i] : 0)));
        }
        return plain.toString();
    }
}
