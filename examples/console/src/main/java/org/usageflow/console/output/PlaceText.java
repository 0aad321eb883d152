package org.usageflow.console.output;

import org.usageflow.problem.Place;

/** Says where a problem stands. */
final class PlaceText {

    private PlaceText() {}

    /** As {@code records!D4} for a cell, {@code line 4 /quantity} in text files, {@code file} for the whole. */
    static String of(Place place) {
        String sheet = place.sheet();
        if (place.cell() != null) {
            return sheet == null ? place.cell() : sheet + "!" + place.cell();
        }
        if (place.row() == null) {
            return sheet == null ? "file" : sheet;
        }
        String line = sheet == null ? "line " + place.row() : sheet + " row " + place.row();
        return place.pointer() == null ? line : line + " " + place.pointer();
    }
}
