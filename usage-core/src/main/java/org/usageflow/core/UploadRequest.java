package org.usageflow.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.UploadSource;

/**
 * An upload that a vendor hands in.
 *
 * @param upload its bytes; stays open
 * @param categories a second file that defines the categories, for formats that hold one table; stays open; null for none
 * @param progress hears how far judging has come
 */
public record UploadRequest(UploadSource upload, @Nullable UploadSource categories, ProgressListener progress) {

    public UploadRequest {
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(progress, "progress");
    }

    /** One file, without a listener. */
    public static UploadRequest of(UploadSource upload) {
        return new UploadRequest(upload, null, ProgressListener.NONE);
    }

    public UploadRequest withCategories(UploadSource second) {
        return new UploadRequest(upload, second, progress);
    }

    public UploadRequest withProgress(ProgressListener listener) {
        return new UploadRequest(upload, categories, listener);
    }
}
