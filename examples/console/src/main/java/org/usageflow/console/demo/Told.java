package org.usageflow.console.demo;

import java.nio.file.Path;
import org.usageflow.model.UsageFileId;

/**
 * What a story told.
 *
 * @param report whose story
 * @param id of its usage file
 * @param upload the last file that the vendor uploaded
 * @param closed the last file that the library gave back
 */
record Told(DemoReport report, UsageFileId id, Path upload, Path closed) {}
