package org.usageflow.model;

import java.util.Objects;

/**
 * What the content of a part file was when it was completed. The bytes themselves are not kept: they are written anew whenever they are asked for.
 *
 * @param format the name of the format that it was written in, e.g. {@code xlsx}
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param bytes its size
 */
public record PartContent(String format, String sha256, long bytes) {

    public PartContent {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(sha256, "sha256");
    }
}
