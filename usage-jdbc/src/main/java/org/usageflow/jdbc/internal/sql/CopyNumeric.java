package org.usageflow.jdbc.internal.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A decimal as PostgreSQL's binary form of {@code numeric}: digits of base 10,000 without zeros at either end, the weight of the first one, the sign, and how many decimals are shown. Holds one after the other, without making objects for
 * numbers of up to 18 digits and 16 decimals but one for the scale. Used by one thread.
 */
final class CopyNumeric {

    private static final int BASE = 10_000;
    private static final int BASE_DIGITS = 4;
    private static final int LONG_DIGITS = 18;
    private static final int LONG_DECIMALS = 16;
    private static final int FIXED_BYTES = 8;
    private static final int NEGATIVE = 0x4000;
    private static final long[] POWERS = powers();

    private int[] digits = new int[16];
    private int first;
    private int end;
    private int weight;
    private int decimals;
    private boolean negative;

    private static long[] powers() {
        long[] powers = new long[LONG_DECIMALS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** Takes a number. */
    void set(BigDecimal value) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        decimals = plain.scale();
        negative = plain.signum() < 0;
        if (plain.precision() <= LONG_DIGITS && decimals <= LONG_DECIMALS) {
            setLong(Math.abs(plain.movePointRight(decimals).longValue()));
        } else {
            setDigits(plain.unscaledValue().abs());
        }
        strip();
    }

    private void setLong(long unscaled) {
        long whole = unscaled / POWERS[decimals];
        long rest = unscaled % POWERS[decimals];
        int behind = (decimals + BASE_DIGITS - 1) / BASE_DIGITS;
        rest *= POWERS[behind * BASE_DIGITS - decimals];
        int before = (LONG_DIGITS + BASE_DIGITS - 1) / BASE_DIGITS;
        for (int i = before - 1; i >= 0; i--) {
            digits[i] = (int) (whole % BASE);
            whole /= BASE;
        }
        for (int i = before + behind - 1; i >= before; i--) {
            digits[i] = (int) (rest % BASE);
            rest /= BASE;
        }
        first = 0;
        end = before + behind;
        weight = before - 1;
    }

    private void setDigits(BigInteger unscaled) {
        int behind = (decimals + BASE_DIGITS - 1) / BASE_DIGITS;
        String text = unscaled.multiply(BigInteger.TEN.pow(behind * BASE_DIGITS - decimals))
                .toString();
        int groups = Math.max((text.length() + BASE_DIGITS - 1) / BASE_DIGITS, behind);
        String padded = "0".repeat(groups * BASE_DIGITS - text.length()) + text;
        if (digits.length < groups) {
            digits = Arrays.copyOf(digits, groups);
        }
        for (int i = 0; i < groups; i++) {
            digits[i] = Integer.parseInt(padded, i * BASE_DIGITS, (i + 1) * BASE_DIGITS, 10);
        }
        first = 0;
        end = groups;
        weight = groups - behind - 1;
    }

    private void strip() {
        while (first < end && digits[first] == 0) {
            first++;
            weight--;
        }
        while (end > first && digits[end - 1] == 0) {
            end--;
        }
        if (first == end) {
            weight = 0;
        }
    }

    /** How many bytes {@link #write} writes. */
    int length() {
        return FIXED_BYTES + 2 * (end - first);
    }

    /** Writes the number into a buffer that has room for it. Gives where it ends. */
    int write(byte[] buffer, int from) {
        int at = put(buffer, from, end - first);
        at = put(buffer, at, weight);
        at = put(buffer, at, negative ? NEGATIVE : 0);
        at = put(buffer, at, decimals);
        for (int i = first; i < end; i++) {
            at = put(buffer, at, digits[i]);
        }
        return at;
    }

    private static int put(byte[] buffer, int at, int value) {
        buffer[at] = (byte) (value >> 8);
        buffer[at + 1] = (byte) value;
        return at + 2;
    }
}
