package org.usageflow.model;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a row finds its subscription by.
 *
 * <p>Source: rules §3.1, {@code asset_search_criteria}.
 *
 * @param kind which of the subscription's ids, or a parameter
 * @param parameter the parameter's id; null unless the kind is {@link Kind#PARAMETER}
 */
public record SubscriptionCriterion(Kind kind, @Nullable String parameter) {

    /** Which of the subscription's ids. */
    public enum Kind {
        ID,
        EXTERNAL_ID,
        EXTERNAL_UID,
        PARAMETER
    }

    public static final SubscriptionCriterion ID = new SubscriptionCriterion(Kind.ID, null);
    public static final SubscriptionCriterion EXTERNAL_ID = new SubscriptionCriterion(Kind.EXTERNAL_ID, null);
    public static final SubscriptionCriterion EXTERNAL_UID = new SubscriptionCriterion(Kind.EXTERNAL_UID, null);

    private static final String PARAMETER_PREFIX = "parameter.";

    public SubscriptionCriterion {
        Objects.requireNonNull(kind, "kind");
        if ((kind == Kind.PARAMETER) != (parameter != null)) {
            throw new IllegalArgumentException("a parameter's id is given for kind PARAMETER alone");
        }
        if (parameter != null) {
            parameter = Identifiers.checked(parameter, "parameter id");
        }
    }

    /** The subscription whose parameter of that id has the value. */
    public static SubscriptionCriterion parameter(String id) {
        return new SubscriptionCriterion(Kind.PARAMETER, id);
    }

    /** The word of the file, e.g. {@code asset.id} or {@code parameter.account_id}. */
    public String code() {
        return switch (kind) {
            case ID -> "asset.id";
            case EXTERNAL_ID -> "asset.external_id";
            case EXTERNAL_UID -> "asset.external_uid";
            case PARAMETER -> PARAMETER_PREFIX + parameter;
        };
    }

    /** Reads the word of the file; case and surrounding blanks aside, but for the parameter's id, which is kept. */
    public static Optional<SubscriptionCriterion> parse(CharSequence text) {
        String stripped = text.toString().strip();
        String folded = stripped.toLowerCase(Locale.ROOT);
        return switch (folded) {
            case "asset.id" -> Optional.of(ID);
            case "asset.external_id" -> Optional.of(EXTERNAL_ID);
            case "asset.external_uid" -> Optional.of(EXTERNAL_UID);
            default -> folded.startsWith(PARAMETER_PREFIX) ? parameterNamed(stripped) : Optional.empty();
        };
    }

    private static Optional<SubscriptionCriterion> parameterNamed(String text) {
        String id = text.substring(PARAMETER_PREFIX.length());
        boolean usable =
                !TextRules.isBlank(id) && id.length() <= Identifiers.MAX_LENGTH && TextRules.firstForbidden(id) < 0;
        return usable ? Optional.of(parameter(id)) : Optional.empty();
    }

    @Override
    public String toString() {
        return code();
    }
}
