package org.usageflow.problem;

/**
 * Every problem that this library reports. The list is closed: a new code is a decision on record.
 *
 * <p>Codes are stable; hosts switch on them. Their words come from {@link ProblemMessages}. {@code docs/problems.md} lists each with cause and cure.
 *
 * <p>Source: rules §6.2.
 */
public enum ProblemCode {
    FILE_UNREADABLE(ProblemGroup.FILE, Severity.ERROR),
    FILE_TOO_LARGE(ProblemGroup.FILE, Severity.ERROR),
    FILE_ENCRYPTED(ProblemGroup.FILE, Severity.ERROR),
    FILE_HAS_MACROS(ProblemGroup.FILE, Severity.ERROR),
    FILE_SUSPICIOUS(ProblemGroup.FILE, Severity.ERROR),
    FILE_NO_RECORDS(ProblemGroup.FILE, Severity.WARNING),
    FILE_CONTRADICTS_GENERAL(ProblemGroup.FILE, Severity.WARNING),
    SHEET_MISSING(ProblemGroup.FILE, Severity.ERROR),
    COLUMN_MISSING(ProblemGroup.COLUMN, Severity.ERROR),
    COLUMN_UNKNOWN(ProblemGroup.COLUMN, Severity.ERROR),
    COLUMN_DUPLICATE(ProblemGroup.COLUMN, Severity.ERROR),
    COLUMN_TOO_MANY(ProblemGroup.COLUMN, Severity.ERROR),
    VALUE_REQUIRED(ProblemGroup.VALUE, Severity.ERROR),
    VALUE_UNEXPECTED(ProblemGroup.VALUE, Severity.ERROR),
    VALUE_NOT_A_NUMBER(ProblemGroup.VALUE, Severity.ERROR),
    VALUE_TOO_PRECISE(ProblemGroup.VALUE, Severity.ERROR),
    VALUE_NOT_A_TIME(ProblemGroup.VALUE, Severity.ERROR),
    VALUE_NOT_UTC(ProblemGroup.VALUE, Severity.ERROR),
    VALUE_TOO_LONG(ProblemGroup.VALUE, Severity.ERROR),
    VALUE_NOT_ALLOWED(ProblemGroup.VALUE, Severity.ERROR),
    VALUE_IN_ERROR(ProblemGroup.VALUE, Severity.ERROR),
    VALUE_HAS_CONTROL_CHARACTER(ProblemGroup.VALUE, Severity.ERROR),
    VALUE_DAMAGED(ProblemGroup.VALUE, Severity.WARNING),
    RECORD_ID_DUPLICATE(ProblemGroup.RECORD, Severity.ERROR),
    RECORD_ID_ALREADY_REPORTED(ProblemGroup.RECORD, Severity.ERROR),
    RECORD_WINDOW_REVERSED(ProblemGroup.RECORD, Severity.ERROR),
    RECORD_BEFORE_PERIOD(ProblemGroup.RECORD, Severity.ERROR),
    RECORD_AFTER_PERIOD(ProblemGroup.RECORD, Severity.ERROR),
    RECORD_NEGATIVE(ProblemGroup.RECORD, Severity.ERROR),
    RECORD_PARAMETER_INVALID(ProblemGroup.RECORD, Severity.ERROR),
    RECORD_CORRECTS_UNKNOWN(ProblemGroup.RECORD, Severity.ERROR),
    RECORD_CORRECTS_OPEN(ProblemGroup.RECORD, Severity.ERROR),
    ITEM_UNKNOWN(ProblemGroup.ITEM, Severity.ERROR),
    ITEM_TYPE_NOT_REPORTABLE(ProblemGroup.ITEM, Severity.ERROR),
    ITEM_DYNAMIC_INCOMPLETE(ProblemGroup.ITEM, Severity.ERROR),
    ITEM_DYNAMIC_CONFLICT(ProblemGroup.ITEM, Severity.ERROR),
    ASSET_UNKNOWN(ProblemGroup.SUBSCRIPTION, Severity.ERROR),
    ASSET_AMBIGUOUS(ProblemGroup.SUBSCRIPTION, Severity.ERROR),
    ASSET_NOT_ACTIVE(ProblemGroup.SUBSCRIPTION, Severity.ERROR),
    CATEGORY_UNKNOWN(ProblemGroup.CATEGORY, Severity.ERROR),
    CATEGORY_DUPLICATE(ProblemGroup.CATEGORY, Severity.ERROR),
    TIER_OUT_OF_CHAIN(ProblemGroup.TIER, Severity.ERROR),
    TIER_MISSING(ProblemGroup.TIER, Severity.ERROR),
    TIER_DUPLICATE(ProblemGroup.TIER, Severity.ERROR),
    TIER_QUANTITY_DIFFERS(ProblemGroup.TIER, Severity.ERROR),
    TIER_MARGIN_NEGATIVE(ProblemGroup.TIER, Severity.WARNING),
    PREREQUISITE_PROGRAM_CONTRACT(ProblemGroup.PREREQUISITE, Severity.ERROR),
    PREREQUISITE_DISTRIBUTION_CONTRACT(ProblemGroup.PREREQUISITE, Severity.ERROR),
    PREREQUISITE_CAPABILITY(ProblemGroup.PREREQUISITE, Severity.ERROR),
    PREREQUISITE_ITEMS(ProblemGroup.PREREQUISITE, Severity.ERROR),
    PREREQUISITE_LISTING(ProblemGroup.PREREQUISITE, Severity.ERROR),
    RATING_NO_PRICE(ProblemGroup.RATING, Severity.ERROR),
    RATING_NO_TERMS(ProblemGroup.RATING, Severity.ERROR),
    RATING_AMBIGUOUS_TERMS(ProblemGroup.RATING, Severity.ERROR),
    RATING_NO_EXCHANGE_RATE(ProblemGroup.RATING, Severity.ERROR),
    RECONCILIATION_UNKNOWN_RECORD(ProblemGroup.RECONCILIATION, Severity.ERROR),
    RECONCILIATION_NOT_ACCEPTED(ProblemGroup.RECONCILIATION, Severity.ERROR),
    RECONCILIATION_OTHER_BILLING_ID(ProblemGroup.RECONCILIATION, Severity.ERROR),
    RECONCILIATION_ROW_DUPLICATE(ProblemGroup.RECONCILIATION, Severity.ERROR);

    private final ProblemGroup group;
    private final Severity severity;

    ProblemCode(ProblemGroup group, Severity severity) {
        this.group = group;
        this.severity = severity;
    }

    /** What the problem is about. */
    public ProblemGroup group() {
        return group;
    }

    /** How much it weighs unless a policy says otherwise. */
    public Severity severity() {
        return severity;
    }
}
