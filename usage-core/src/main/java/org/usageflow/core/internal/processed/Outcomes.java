package org.usageflow.core.internal.processed;

import java.util.Iterator;
import org.usageflow.spi.format.SourceRow;

/** What came of an upload. Each iterator is taken once and read forwards, at the pace of the upload. */
public interface Outcomes {

    /** The outcomes of the rows by {@link SourceRow#position()}; rows may be missing. None after a fault of shape. */
    Iterator<RowOutcome> rows();

    /** The problems in the order of their keys. */
    Iterator<Finding> findings();

    /** One more than the highest column in which a row has a problem; 0 for none. */
    int width();
}
