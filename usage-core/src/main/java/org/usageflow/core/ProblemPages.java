package org.usageflow.core;

import org.usageflow.query.PageKey;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;

/** The keys of problems as keys of pages: rank, position, column and sequence, between points. */
final class ProblemPages {

    private ProblemPages() {}

    static PageKey keyOf(PlacedProblem problem) {
        ProblemKey key = problem.key();
        return new PageKey(key.rank() + "." + key.position() + "." + key.column() + "." + key.sequence(), "");
    }

    /**
     * The problem's key.
     *
     * @throws IllegalArgumentException if the page's key is not one of problems
     */
    static ProblemKey key(PageKey page) {
        String[] parts = page.id().split("\\.", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("no key of a page of problems: '" + page + "'");
        }
        return new ProblemKey(
                Integer.parseInt(parts[0]),
                Long.parseLong(parts[1]),
                Integer.parseInt(parts[2]),
                Long.parseLong(parts[3]));
    }
}
