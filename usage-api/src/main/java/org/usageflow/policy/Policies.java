package org.usageflow.policy;

import java.util.Objects;

/**
 * All policies together.
 *
 * <p>Source: rules §6.3.
 *
 * @param negatives quantities and amounts below zero
 * @param window records outside the period
 * @param recordIdReuse ids that are live
 * @param acceptance rows in error
 * @param negativeMargin tiers that pay more than they sell for
 */
public record Policies(
        NegativePolicy negatives,
        WindowPolicy window,
        RecordIdReuse recordIdReuse,
        AcceptancePolicy acceptance,
        NegativeMarginPolicy negativeMargin) {

    /** Each policy's default. */
    public static final Policies DEFAULTS = new Policies(
            NegativePolicy.REFUSE,
            WindowPolicy.ENFORCE,
            RecordIdReuse.REFUSE,
            AcceptancePolicy.ALL,
            NegativeMarginPolicy.WARN);

    public Policies {
        Objects.requireNonNull(negatives, "negatives");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(recordIdReuse, "recordIdReuse");
        Objects.requireNonNull(acceptance, "acceptance");
        Objects.requireNonNull(negativeMargin, "negativeMargin");
    }

    public Policies with(NegativePolicy other) {
        return new Policies(other, window, recordIdReuse, acceptance, negativeMargin);
    }

    public Policies with(WindowPolicy other) {
        return new Policies(negatives, other, recordIdReuse, acceptance, negativeMargin);
    }

    public Policies with(RecordIdReuse other) {
        return new Policies(negatives, window, other, acceptance, negativeMargin);
    }

    public Policies with(AcceptancePolicy other) {
        return new Policies(negatives, window, recordIdReuse, other, negativeMargin);
    }

    public Policies with(NegativeMarginPolicy other) {
        return new Policies(negatives, window, recordIdReuse, acceptance, other);
    }
}
