package org.usageflow.testkit.arbitrary;

import org.jspecify.annotations.Nullable;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemType;

/**
 * An item of the product, or one that the product does not define.
 *
 * @param mpn its part number
 * @param precision how many decimals
 * @param type reserved or paid by use
 * @param defined the product's item; null for a dynamic one
 * @param description of a dynamic item; null for the product's own
 */
record UsedItem(
        String mpn,
        ItemPrecision precision,
        ItemType type,
        @Nullable Item defined,
        @Nullable DynamicItem description) {

    static UsedItem of(Item item) {
        return new UsedItem(item.mpn(), item.precision(), item.type(), item, null);
    }

    static UsedItem of(DynamicItem item) {
        return new UsedItem(item.mpn(), item.precision(), ItemType.PPU, null, item);
    }
}
