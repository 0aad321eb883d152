package org.usageflow.model;

import org.jspecify.annotations.Nullable;

/**
 * What was said when the file moved; each stays until it is said anew, and an error until the next upload.
 *
 * @param acceptance the buyer's, on accepting; null for none
 * @param rejection the buyer's, on rejecting; null for none
 * @param error why the last upload came to nothing for a reason of its own (rules §4.1, row 14); null for none
 */
public record FileNotes(
        @Nullable String acceptance,
        @Nullable String rejection,
        @Nullable String error) {

    /** Nothing was said. */
    public static final FileNotes NONE = new FileNotes(null, null, null);

    public FileNotes withAcceptance(@Nullable String note) {
        return new FileNotes(note, rejection, error);
    }

    public FileNotes withRejection(@Nullable String note) {
        return new FileNotes(acceptance, note, error);
    }

    public FileNotes withError(@Nullable String detail) {
        return new FileNotes(acceptance, rejection, detail);
    }
}
