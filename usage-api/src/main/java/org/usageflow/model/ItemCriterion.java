package org.usageflow.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What a row finds its item by.
 *
 * <p>Source: rules §3.1, {@code item_search_criteria}.
 */
public enum ItemCriterion {
    MPN("item.mpn"),
    GLOBAL_ID("item.global_id"),
    LOCAL_ID("item.local_id");

    private final String code;

    ItemCriterion(String code) {
        this.code = code;
    }

    /** The word of the file, e.g. {@code item.mpn}. */
    public String code() {
        return code;
    }

    /** Reads the word of the file, case and surrounding blanks aside. */
    public static Optional<ItemCriterion> parse(CharSequence text) {
        String folded = text.toString().strip().toLowerCase(Locale.ROOT);
        for (ItemCriterion each : values()) {
            if (folded.equals(each.code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
