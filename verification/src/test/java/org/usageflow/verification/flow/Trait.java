package org.usageflow.verification.flow;

/** What a fault needs of the world into which it is put. */
enum Trait {
    QT,
    PR,
    CR,
    TR,
    /** PR, CR or TR. */
    AMOUNTS,
    DYNAMIC,
    STATIC,
    RESERVATION,
    NO_RESERVATION,
    RESERVATION_ALONE,
    NO_LATE,
    NO_FUTURE,
    CORRECTIONS,
    NO_CORRECTIONS,
    CATEGORIES,
    GENERAL,
    BOUND_PARAMETERS
}
