package org.usageflow.error;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.Firing;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.lifecycle.UsageFileStatus;

/**
 * Something is not in the status for what was asked, or the actor not in the capacity. It names the status now, and what this actor may do instead.
 *
 * <p>Of a usage file and its records {@link #status} and {@link #allowed} say that of the file. Of a part file or a reconciliation file they are null and empty; {@link #statusName} and {@link #allowedNames} say it of every one.
 *
 * <p>Source: rules §4.1, §4.3, §4.4.
 */
public final class ActionRefusedException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    private final @Nullable UsageFileStatus status;
    private final @Nullable String statusName;
    private final String action;
    private final RefusalReason reason;
    private final EnumSet<UsageFileAction> allowed;

    @SuppressWarnings("serial") // an immutable list of texts
    private final List<String> allowedNames;

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
        super(message(subject, status, action, reason, allowed.stream().sorted().toList()), null);
        this.status = status;
        this.statusName = status == null ? null : status.name();
        this.action = Objects.requireNonNull(action, "action");
        this.reason = Objects.requireNonNull(reason, "reason");
        this.allowed = EnumSet.noneOf(UsageFileAction.class);
        this.allowed.addAll(allowed);
        this.allowedNames = this.allowed.stream().map(Enum::name).toList();
    }

    /**
     * Keeps what was refused of a part file or a reconciliation file.
     *
     * @param subject its id
     * @param refused by its life cycle
     */
    public ActionRefusedException(String subject, Firing.Refused<?, ?> refused) {
        super(
                message(
                        subject,
                        refused.status(),
                        refused.action().name(),
                        refused.reason(),
                        List.copyOf(refused.allowed())),
                null);
        Enum<?> now = refused.status();
        this.status = null;
        this.statusName = now == null ? null : now.name();
        this.action = refused.action().name();
        this.reason = refused.reason();
        this.allowed = EnumSet.noneOf(UsageFileAction.class);
        this.allowedNames = refused.allowed().stream().map(Enum::name).toList();
    }

    private static String message(
            String subject,
            @Nullable Enum<?> status,
            String action,
            RefusalReason reason,
            List<? extends Enum<?>> allowed) {
        String words = status == null ? "new" : word(status);
        String instead = allowed.isEmpty()
                ? "nothing"
                : String.join(
                        ", ", allowed.stream().map(ActionRefusedException::word).toList());
        return subject + " is " + words + ": " + action.toLowerCase(Locale.ROOT).replace('_', ' ') + " is refused ("
                + reason.words() + "); this actor may do " + instead;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The name of the status now; null where nothing has been created. */
    public @Nullable String statusName() {
        return statusName;
    }

    /** The names of the actions that this actor may do now, in the order of the life cycle. */
    public List<String> allowedNames() {
        return allowedNames;
    }

    /** The usage file's status now; null where nothing has been created, or something else was asked for. */
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
