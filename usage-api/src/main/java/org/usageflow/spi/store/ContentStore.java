package org.usageflow.spi.store;

import java.io.IOException;
import java.util.Set;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.format.UploadSource;

/**
 * Keeps the bytes of uploads. <b>Implementable</b>; contract: {@code ContentStoreContract} in the testkit.
 *
 * <p>Content is kept by file and SHA-256 and never changed. Thread-safe, for several processes over the same place too.
 *
 * <p>Source: rules §4.1, §8 (retention), §10.
 */
public interface ContentStore {

    /**
     * Keeps the bytes whole, or not at all. Keeping what is kept already changes nothing.
     *
     * @param file whose upload it is
     * @param sha256 of the bytes, 64 lower-case hexadecimal digits
     * @param source the bytes; stays open
     * @throws IllegalArgumentException if the SHA-256 is written in another way
     * @throws IOException if the source cannot be read, its bytes have another SHA-256, or they cannot be kept; nothing is left behind
     */
    void put(UsageFileId file, String sha256, UploadSource source) throws IOException;

    /**
     * Opens what was kept, once its SHA-256 has been checked. The caller closes it.
     *
     * @throws org.usageflow.error.ContentException if there is none, or its bytes are not those that were kept
     * @throws IOException if it cannot be read
     */
    UploadSource open(UsageFileId file, String sha256) throws IOException;

    /**
     * What is kept of a file, and what a put of it that broke off left behind.
     *
     * @return the SHA-256 of each, in no particular order; empty where there is nothing
     * @throws IOException if it cannot be read
     */
    Set<String> list(UsageFileId file) throws IOException;

    /**
     * Erases what was kept, and what puts of it that broke off left behind. Erasing what is not there does nothing.
     *
     * @throws IOException if it cannot be erased
     */
    void erase(UsageFileId file, String sha256) throws IOException;
}
