package org.usageflow.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.usageflow.model.UsageFileId;

/**
 * A file of the same vendor and product was created under the same external id by a different request.
 *
 * <p>Source: rules §10.
 */
public final class ExternalIdConflictException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    private final String existing;
    private final ArrayList<String> fields;

    /**
     * Keeps what differs.
     *
     * @param externalId the id that is taken
     * @param existing the file that has it
     * @param fields the fields of the request that differ, at least one
     */
    public ExternalIdConflictException(String externalId, UsageFileId existing, List<String> fields) {
        super(
                "the external id '" + externalId + "' belongs to " + existing + ", which differs in "
                        + String.join(", ", fields),
                null);
        this.existing = Objects.requireNonNull(existing, "existing").value();
        this.fields = new ArrayList<>(fields);
    }

    /** The file that has the external id. */
    public UsageFileId existing() {
        return new UsageFileId(existing);
    }

    /** The fields of the request that differ. */
    public List<String> fields() {
        return List.copyOf(fields);
    }
}
