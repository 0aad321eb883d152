package org.usageflow.spi.store;

import java.time.YearMonth;
import org.usageflow.model.UsageFileId;

/**
 * Makes ids of usage files. <b>Implementable</b>; contract: {@code IdSourceContract} in the testkit. Thread-safe.
 *
 * <p>The ids of records follow from their file's and are made by the library. An id that is taken is asked for again.
 */
@FunctionalInterface
public interface IdSource {

    /** An id that is likely to be new: {@code UF-YYYY-MM-NNNN-NNNN} of that month. */
    UsageFileId nextFile(YearMonth month);
}
