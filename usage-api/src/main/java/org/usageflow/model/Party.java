package org.usageflow.model;

import java.util.Locale;
import java.util.Optional;

/**
 * The role in which an account acts.
 *
 * <p>Older documents say <em>provider</em> for distributor; that word is read too.
 *
 * <p>Source: rules §1, §5.
 */
public enum Party {
    VENDOR,
    DISTRIBUTOR,
    RESELLER,
    /** The library itself, or the host acting for no account. */
    SYSTEM;

    /** The lower-case word of files and catalogs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word, case aside; {@code provider} is a distributor. */
    public static Optional<Party> parse(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        if (folded.equals("provider")) {
            return Optional.of(DISTRIBUTOR);
        }
        for (Party each : values()) {
            if (each.code().equals(folded)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
