package org.usageflow.spi.format;

/**
 * How to write a file.
 *
 * @param compression of a format that compresses: 1, fastest, to 9, smallest
 */
public record WriteOptions(int compression) {

    /** Compression 6. */
    public static final WriteOptions DEFAULTS = new WriteOptions(6);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException outside 1 to 9
     */
    public WriteOptions {
        if (compression < 1 || compression > 9) {
            throw new IllegalArgumentException("compression is 1 to 9: " + compression);
        }
    }
}
