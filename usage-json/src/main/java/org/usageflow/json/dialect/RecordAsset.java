package org.usageflow.json.dialect;

import org.jspecify.annotations.Nullable;

/**
 * The subscription of a record; what is null is not said.
 *
 * <p>Immutable, thread-safe. Source: rules §12.
 *
 * @param id its id
 * @param externalId the id in the buyer's system
 * @param externalUid the unique id in the buyer's system
 * @param reconId the id in the vendor's reconciliation parameter
 */
public record RecordAsset(
        @Nullable String id,
        @Nullable String externalId,
        @Nullable String externalUid,
        @Nullable String reconId) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if all are null
     */
    public RecordAsset {
        Checks.saysSomething("an asset", id, externalId, externalUid, reconId);
    }
}
