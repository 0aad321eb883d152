package org.usageflow.benchmarks;

import java.io.IOException;
import java.sql.SQLException;

/** Something that is timed. */
@FunctionalInterface
interface Work {

    /**
     * Does it. The watch goes when it begins; what is not to be timed is done while it stands.
     *
     * @return how many rows were done
     */
    long run(Watch watch) throws SQLException, IOException;
}
