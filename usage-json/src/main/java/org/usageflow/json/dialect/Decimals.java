package org.usageflow.json.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.TextRules;

/** Exact numbers in one canonical scale, of at most 38 digits in plain form, found without building a longer one (rules §3.3). */
final class Decimals {

    static final int MAX_DIGITS = 38;

    // Longer ones are refused unread
    private static final int MAX_CHARACTERS = 1_000;
    private static final int MAX_EXPONENT_DIGITS = 9;
    private static final int MAX_BITS = 4_096;
    private static final Pattern NUMBER = Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))(?:[eE]([+-]?)0*(\\d*))?");

    private Decimals() {}

    /** Reads a number as files have it; null where the text is none, or has too many digits. */
    static @Nullable BigDecimal parse(String text) {
        String stripped = stripped(text);
        if (stripped.length() > MAX_CHARACTERS) {
            return null;
        }
        Matcher matcher = NUMBER.matcher(stripped);
        if (!matcher.matches() || endsInSign(stripped)) {
            return null;
        }
        var mantissa = new BigDecimal(matcher.group(1));
        String digits = matcher.group(3);
        if (mantissa.signum() == 0) {
            return BigDecimal.ZERO;
        } else if (digits == null || digits.isEmpty()) {
            return fitting(mantissa, 0);
        } else if (digits.length() > MAX_EXPONENT_DIGITS) {
            return null;
        }
        long exponent = Long.parseLong(digits);
        return fitting(mantissa, "-".equals(matcher.group(2)) ? -exponent : exponent);
    }

    // The pattern lets an exponent be all zeros, and so be empty
    private static boolean endsInSign(String text) {
        char last = text.charAt(text.length() - 1);
        return last != '.' && (last < '0' || last > '9');
    }

    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && TextRules.isWhiteSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && TextRules.isWhiteSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /**
     * The number without trailing zeros and negative scale.
     *
     * @throws IllegalArgumentException if it has too many digits
     */
    static @Nullable BigDecimal canonical(@Nullable BigDecimal number, String what) {
        if (number == null) {
            return null;
        }
        boolean hostile = Math.abs((long) number.scale()) > MAX_CHARACTERS
                || number.unscaledValue().bitLength() > MAX_BITS;
        BigDecimal fitting = number.signum() == 0 ? BigDecimal.ZERO : hostile ? null : fitting(number, 0);
        if (fitting == null) {
            throw new IllegalArgumentException(what + " has more than " + MAX_DIGITS + " digits");
        }
        return fitting;
    }

    private static @Nullable BigDecimal fitting(BigDecimal number, long exponent) {
        BigDecimal short0 = number.stripTrailingZeros();
        long scale = short0.scale() - exponent;
        long plain = scale <= 0 ? short0.precision() - scale : Math.max(short0.precision(), scale);
        if (plain > MAX_DIGITS) {
            return null;
        }
        BigInteger unscaled = short0.unscaledValue();
        return scale >= 0
                ? new BigDecimal(unscaled, (int) scale)
                : new BigDecimal(unscaled.multiply(BigInteger.TEN.pow((int) -scale)));
    }
}
