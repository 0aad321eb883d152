package org.usageflow.model;

import java.util.Locale;

/** Names of the vendor's own parameters: as a header has them after trimming and lower-casing, without {@code v.}. */
final class ParameterNames {

    private ParameterNames() {}

    static String checked(String name) {
        String checked = Identifiers.checked(name, "parameter name");
        if (!checked.equals(checked.strip().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "a parameter's name is trimmed and in lower case, as headers are compared: '" + name + "'");
        }
        if (checked.length() > Identifiers.MAX_LENGTH - 2) {
            throw new IllegalArgumentException("a parameter's name has at most " + (Identifiers.MAX_LENGTH - 2)
                    + " characters: " + checked.length());
        }
        return checked;
    }
}
