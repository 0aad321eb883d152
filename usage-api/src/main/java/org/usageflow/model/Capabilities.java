package org.usageflow.model;

import org.jspecify.annotations.Nullable;

/**
 * What a product may report. All off by default.
 *
 * <p>The settings that need pay-as-you-go are part of it, so that an impossible combination cannot be built.
 *
 * <p>Source: rules §2.
 *
 * @param reservationConsumption whether rows may name reservation items; such rows are never billed
 * @param payAsYouGo how pay-per-use items are reported; null where they are not
 */
public record Capabilities(
        boolean reservationConsumption, @Nullable PayAsYouGo payAsYouGo) {

    /** Nothing may be reported. */
    public static final Capabilities NONE = new Capabilities(false, null);

    /** Whether there is anything to report at all. */
    public boolean allowReporting() {
        return reservationConsumption || payAsYouGo != null;
    }

    /** Whether rows may name items of the type. */
    public boolean allow(ItemType type) {
        return switch (type) {
            case RESERVATION -> reservationConsumption;
            case PPU -> payAsYouGo != null;
        };
    }

    /** Whether rows may describe items that the product does not define. */
    public boolean dynamicItems() {
        return payAsYouGo != null && payAsYouGo.dynamicItems();
    }

    /** Whether rows may end after the report period. */
    public boolean futureCharges() {
        return payAsYouGo != null && payAsYouGo.futureCharges();
    }

    /** Whether rows may start before the report period. */
    public boolean lateCharges() {
        return payAsYouGo != null && payAsYouGo.lateCharges();
    }

    /** Whether the vendor may send estimates of a period that is still open. */
    public boolean predictiveEstimates() {
        return payAsYouGo != null && payAsYouGo.predictiveEstimates();
    }
}
