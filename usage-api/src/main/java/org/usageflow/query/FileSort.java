package org.usageflow.query;

import org.usageflow.model.UsageFile;

/** By what usage files are sorted. Ties are settled by id. */
public enum FileSort {
    ID,
    /** By code points. */
    NAME,
    CREATED,
    PERIOD_START;

    /** The key of a file in this order; texts of the same order compare, by code points, as what they stand for. */
    public PageKey keyOf(UsageFile file) {
        String value = switch (this) {
            case ID -> "";
            case NAME -> file.name();
            case CREATED -> Instants.sortable(file.createdAt());
            case PERIOD_START -> Instants.sortable(file.period().start());
        };
        return new PageKey(file.id().value(), value);
    }
}
