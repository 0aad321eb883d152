package org.usageflow.console.catalog;

import java.util.List;

/** The catalog file cannot be used. Names everything that is wrong with it. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<String> faults;

    /**
     * Keeps the faults.
     *
     * @param file which catalog
     * @param faults each with its path, e.g. {@code $.products[0].name: a text is expected}; at least one
     */
    public CatalogException(String file, List<String> faults) {
        super(message(file, faults));
        this.faults = List.copyOf(faults);
    }

    /** Each fault with its path, in the order of the file. */
    public List<String> faults() {
        return faults;
    }

    private static String message(String file, List<String> faults) {
        String many = faults.size() == 1 ? "1 fault" : faults.size() + " faults";
        return "the catalog " + file + " has " + many + ":\n  " + String.join("\n  ", faults);
    }
}
