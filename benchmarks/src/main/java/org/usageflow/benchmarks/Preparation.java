package org.usageflow.benchmarks;

import java.io.IOException;
import java.sql.SQLException;

/** Something that is done before what is timed. */
@FunctionalInterface
interface Preparation {

    void run() throws SQLException, IOException;

    /** This, and then that. */
    default Preparation then(Preparation next) {
        return () -> {
            run();
            next.run();
        };
    }
}
