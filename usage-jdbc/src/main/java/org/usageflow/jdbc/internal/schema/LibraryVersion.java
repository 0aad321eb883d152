package org.usageflow.jdbc.internal.schema;

import org.jspecify.annotations.Nullable;

/** The version of this library, as its jar tells. */
final class LibraryVersion {

    private LibraryVersion() {}

    /** Of letters, digits, dots, hyphens and plus signs alone, up to 64: to be written between quotes. {@code development} where it runs from no jar. */
    static String quotable() {
        @Nullable String version = LibraryVersion.class.getPackage().getImplementationVersion();
        if (version == null) {
            return "development";
        }
        String plain = version.replaceAll("[^A-Za-z0-9.+-]", "-");
        return plain.length() <= 64 ? plain : plain.substring(0, 64);
    }
}
