package org.usageflow.core.internal.processed;

import java.io.IOException;
import org.usageflow.spi.format.SourceRow;

/** A table of the upload that is written again. */
interface TableCopy {

    /** Writes a row. */
    void row(SourceRow source) throws IOException;
}
