package org.usageflow.json.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageRecord;

/**
 * An entry of the answer to a request to close many records: what came of one of them. Null, or an empty list, is a member that is absent.
 *
 * <p>Immutable, thread-safe. Source: rules §12, §8 (close).
 *
 * @param id which record, as the request named it; null where it named none
 * @param status where it stands now; null where that is not known, or not the asker's to know
 * @param errorCodes why it was not closed, by code; empty where it was
 * @param errorDetails why it was not closed, in words, in the order of the codes
 */
public record CloseAnswer(
        @Nullable String id, @Nullable DialectStatus status, List<String> errorCodes, List<String> errorDetails) {

    public CloseAnswer {
        errorCodes = List.copyOf(errorCodes);
        errorDetails = List.copyOf(errorDetails);
    }

    /** The record, after it was closed. */
    public static CloseAnswer closed(UsageRecord record) {
        return new CloseAnswer(
                record.id().value(), DialectStatus.of(record.status()).orElse(null), List.of(), List.of());
    }

    /**
     * A record that was not closed.
     *
     * @param request the entry that asked for it
     * @param status where it stands; null where that is not known, or not the asker's to know
     * @param code why, stable, e.g. that of the exception
     * @param detail why, in words
     */
    public static CloseAnswer refused(
            CloseRequest request, @Nullable DialectStatus status, String code, String detail) {
        return new CloseAnswer(request.id(), status, List.of(code), List.of(detail));
    }
}
