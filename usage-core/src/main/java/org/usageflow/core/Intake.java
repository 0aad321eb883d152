package org.usageflow.core;

import java.util.Objects;
import org.usageflow.model.UsageFile;

/**
 * What came of an upload.
 *
 * @param file as it is now: ready or invalid, and uploading or processing where the same bytes are on their way already
 * @param report what judging found; of a file that is not judged yet, no rows and no problems
 * @param repeated whether the same bytes were uploaded before, so that nothing was changed
 */
public record Intake(UsageFile file, ValidationReport report, boolean repeated) {

    public Intake {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(report, "report");
    }
}
