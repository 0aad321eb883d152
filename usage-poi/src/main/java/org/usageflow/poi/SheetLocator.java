package org.usageflow.poi;

import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.spi.format.Locator;

/** Places cells of one tab, by the tab's name as the workbook has it. */
record SheetLocator(String sheet) implements Locator {

    @Override
    public Place locate(long number, long position, int column, @Nullable String canonical) {
        return new Place(sheet, number, canonical, column < 0 ? null : CellRefs.reference(column, number), null);
    }
}
