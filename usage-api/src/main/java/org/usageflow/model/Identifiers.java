package org.usageflow.model;

import java.text.Normalizer;
import java.util.Objects;
import java.util.regex.Pattern;

/** What all ids share. */
final class Identifiers {

    static final int MAX_LENGTH = 255;

    private Identifiers() {}

    static String checked(String value, String type) {
        Objects.requireNonNull(value, type);
        String normal = normalised(value);
        if (TextRules.isBlank(normal)) {
            throw new IllegalArgumentException(type + " is blank");
        }
        if (normal.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(type + " has " + normal.length() + " characters; at most " + MAX_LENGTH);
        }
        if (TextRules.firstForbidden(normal) >= 0) {
            throw new IllegalArgumentException(type + " has a control character or a lone surrogate");
        }
        return normal;
    }

    private static String normalised(String value) {
        for (int i = 0; i < value.length(); i++) {
            // Below U+0300 nothing combines, so nothing can change: most ids never reach the normaliser.
            if (value.charAt(i) >= 0x300) {
                return Normalizer.normalize(value, Normalizer.Form.NFC);
            }
        }
        return value;
    }

    static String shaped(String value, Pattern shape, String type, String form) {
        Objects.requireNonNull(value, type);
        if (!shape.matcher(value).matches()) {
            throw new IllegalArgumentException(type + " must have the form " + form + ": '" + value + "'");
        }
        return value;
    }

    /** A running number in three digits. */
    static String running(int number, int most, String what) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("a file has at most " + most + " " + what + ": " + number);
        }
        return Integer.toString(1_000 + number).substring(1);
    }
}
