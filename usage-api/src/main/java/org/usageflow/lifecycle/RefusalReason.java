package org.usageflow.lifecycle;

/**
 * Why an action was refused. Closed and stable: hosts may switch on it.
 */
public enum RefusalReason {
    /** No row of the table leads from the status by the action. */
    NOT_IN_STATUS("not in this status"),
    /** The row exists; this capacity may not fire it. */
    NOT_ALLOWED_TO_ACTOR("not by this actor"),
    /** A file of the preview environment is rehearsed up to accepted, and never closed (rules §4.1). */
    PREVIEW_IS_NOT_BILLED("a preview is never billed"),
    /** An estimate goes up to accepted, and is never closed (rules §4.5). */
    ESTIMATE_IS_NOT_BILLED("an estimate is never billed"),
    /** The upload is not stored whole yet, so there is nothing to process (rules §4.1, row 3). */
    CONTENT_NOT_RECEIVED("nothing is received whole"),
    /** Only the party that closed a record may correct its billing id or note (rules §8). */
    CLOSED_BY_ANOTHER("another party closed it");

    private final String words;

    RefusalReason(String words) {
        this.words = words;
    }

    /** The reason in a few English words. */
    public String words() {
        return words;
    }
}
