package org.usageflow.error;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.lifecycle.UsageFileStatus;

/**
 * A file is not in the status for what was asked, or the actor not in the capacity. It names the status now, and what this actor may do instead.
 *
 * <p>Source: rules §4.1.
 */
public final class ActionRefusedException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    private final @Nullable UsageFileStatus status;
    private final String action;
    private final RefusalReason reason;
    private final EnumSet<UsageFileAction> allowed;

    /**
     * Keeps what was refused.
     *
     * @param subject the file's or record's id
     * @param status of the file now; null where nothing has been created
     * @param action what was asked, in capitals: an action of the life cycle, or EDIT, APPEND or CLOSE_RECORD
     * @param reason why it was refused
     * @param allowed what this actor may do with the file now
     */
    public ActionRefusedException(
            String subject,
            @Nullable UsageFileStatus status,
            String action,
            RefusalReason reason,
            Set<UsageFileAction> allowed) {
        super(message(subject, status, action, reason, allowed), null);
        this.status = status;
        this.action = Objects.requireNonNull(action, "action");
        this.reason = Objects.requireNonNull(reason, "reason");
        this.allowed = EnumSet.noneOf(UsageFileAction.class);
        this.allowed.addAll(allowed);
    }

    private static String message(
            String subject,
            @Nullable UsageFileStatus status,
            String action,
            RefusalReason reason,
            Set<UsageFileAction> allowed) {
        String words = status == null ? "new" : word(status);
        String instead = allowed.isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        allowed.stream()
                                .sorted()
                                .map(ActionRefusedException::word)
                                .toList());
        return subject + " is " + words + ": " + action.toLowerCase(Locale.ROOT).replace('_', ' ') + " is refused ("
                + reason.words() + "); this actor may do " + instead;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The file's status now; null where nothing has been created. */
    public @Nullable UsageFileStatus status() {
        return status;
    }

    /** What was asked, in capitals. */
    public String action() {
        return action;
    }

    public RefusalReason reason() {
        return reason;
    }

    /** What this actor may do with the file now. */
    public Set<UsageFileAction> allowed() {
        return Collections.unmodifiableSet(allowed);
    }
}
