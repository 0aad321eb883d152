package org.usageflow.console.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Tier;

/**
 * A price of a price book.
 *
 * @param item an MPN, or {@code *} for all items
 * @param tier the buyer's
 * @param model how it is counted
 * @param unitPrice for a unit, or for a package; null for models with bands
 * @param bands from the lowest up, the last one open; empty for models without
 * @param size units in a package; null for other models
 * @param minimum the least that is charged; null for none
 * @param included units that are free; null for none
 */
public record Price(
        String item,
        Tier tier,
        Model model,
        @Nullable BigDecimal unitPrice,
        List<Band> bands,
        @Nullable BigDecimal size,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal included) {

    /** How a price is counted. */
    public enum Model {
        /** Each unit at the price. */
        PER_UNIT,
        /** Each band's units at its own price. */
        GRADUATED,
        /** All units at the price of the band that the total reaches. */
        VOLUME,
        /** Whole packages of a number of units. */
        PACKAGE
    }

    /**
     * A step of volume pricing.
     *
     * @param upTo its last unit; null for the last band
     * @param unitPrice for a unit in it
     */
    public record Band(@Nullable BigDecimal upTo, BigDecimal unitPrice) {}

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if bands do not ascend to an open one, or a package has no size
     */
    public Price {
        bands = List.copyOf(bands);
        if (model == Model.GRADUATED || model == Model.VOLUME) {
            checkBands(bands);
        }
        if (size != null && size.signum() == 0) {
            throw new IllegalArgumentException("a package holds more than 0 units");
        }
    }

    private static void checkBands(List<Band> bands) {
        BigDecimal reached = BigDecimal.ZERO;
        for (int i = 0; i < bands.size(); i++) {
            BigDecimal upTo = bands.get(i).upTo();
            if ((upTo == null) != (i == bands.size() - 1)) {
                throw new IllegalArgumentException("the last band, and no other, has an upTo of null");
            }
            if (upTo != null && upTo.compareTo(reached) <= 0) {
                throw new IllegalArgumentException("the bands do not ascend: upTo " + upTo.toPlainString());
            }
            reached = upTo == null ? reached : upTo;
        }
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("at least one band is needed");
        }
    }
}
