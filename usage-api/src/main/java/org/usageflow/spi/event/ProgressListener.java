package org.usageflow.spi.event;

/**
 * Hears how far a piece of work has come. <b>Implementable</b>; contract: {@code ProgressListenerContract} in the testkit.
 *
 * <p>Called in the working thread, every batch or so; it should return quickly. An exception of it ends the work and passes through to the caller.
 */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = progress -> {};

    void onProgress(Progress progress);

    /**
     * How far it has come; never falls during one piece of work.
     *
     * @param rows rows read so far
     * @param bytesRead bytes of the source read so far, about
     * @param bytes size of the source, in bytes
     */
    record Progress(long rows, long bytesRead, long bytes) {}
}
