package org.usageflow.console.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.usageflow.model.TextRules;

/** Texts in a catalog, and texts about it. */
final class CatalogText {

    private static final int LONGEST_NAME = 255;
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,8})?");

    private CatalogText() {}

    /** The path of a member, e.g. {@code $.products}. */
    static String step(String path, String name) {
        return PLAIN_NAME.matcher(name).matches() ? path + '.' + name : path + "['" + name + "']";
    }

    /** What a value is, in words. */
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "null";
        };
    }

    /** Whether a member's name may be an id. */
    static boolean isName(String name) {
        return !TextRules.isBlank(name) && name.length() <= LONGEST_NAME && TextRules.firstForbidden(name) < 0;
    }

    /** A decimal number of 0 or more, in plain notation. */
    static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a decimal number of at most 8 decimals");
        }
        var number = new BigDecimal(text);
        if (number.signum() < 0) {
            throw new IllegalArgumentException(text + " is negative");
        }
        return number;
    }

    /** Why a value was refused. */
    static String words(IllegalArgumentException e) {
        String message = e.getMessage();
        return message == null ? "is not valid" : message;
    }
}
