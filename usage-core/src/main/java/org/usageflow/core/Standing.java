package org.usageflow.core;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.lifecycle.Capacity;
import org.usageflow.lifecycle.Firing;
import org.usageflow.lifecycle.Lifecycles;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;
import org.usageflow.model.UsageFile;

/**
 * How an actor stands to a file that it sees, and what it may do with it: the life cycle's table, and the conditions that need data.
 *
 * <p>Source: rules §4.1, §4.5, §5.
 */
record Standing(UsageFile file, Actor actor, Set<Capacity> capacities) {

    static Standing of(UsageFile file, Actor actor) {
        return new Standing(file, actor, capacities(file, actor));
    }

    /** The vendor's own account rehearses a preview as the buyer too. */
    private static Set<Capacity> capacities(UsageFile file, Actor actor) {
        return switch (actor.role()) {
            case SYSTEM -> EnumSet.of(Capacity.SYSTEM);
            case VENDOR ->
                file.details().environment() == Environment.PREVIEW
                        ? EnumSet.of(Capacity.VENDOR, Capacity.BUYER)
                        : EnumSet.of(Capacity.VENDOR);
            case DISTRIBUTOR, RESELLER ->
                file.buyer().equals(actor.account()) ? EnumSet.of(Capacity.BUYER) : EnumSet.of(Capacity.RESELLER);
        };
    }

    boolean is(Capacity capacity) {
        return capacities.contains(capacity);
    }

    /** What the actor may do with the file now, in the order of the enum. */
    Set<UsageFileAction> allowed() {
        Set<UsageFileAction> allowed = EnumSet.noneOf(UsageFileAction.class);
        for (Capacity capacity : capacities) {
            allowed.addAll(Lifecycles.file().allowedActions(file.status(), capacity));
        }
        allowed.removeIf(action -> unmet(action) != null);
        return Collections.unmodifiableSet(allowed);
    }

    /** The condition that an action does not meet though the table has it; null where it meets all. */
    private @Nullable RefusalReason unmet(UsageFileAction action) {
        return switch (action) {
            case CLOSE -> notBilled();
            case PROCESS ->
                file.upload() == null || !file.upload().isReceived() ? RefusalReason.CONTENT_NOT_RECEIVED : null;
            default -> null;
        };
    }

    /** Why nothing of the file is ever billed; null where it is. */
    @Nullable
    RefusalReason notBilled() {
        if (file.details().environment() == Environment.PREVIEW) {
            return RefusalReason.PREVIEW_IS_NOT_BILLED;
        }
        return file.details().kind() == FileKind.ESTIMATE ? RefusalReason.ESTIMATE_IS_NOT_BILLED : null;
    }

    /**
     * The status that an action leads to.
     *
     * @throws ActionRefusedException if the table does not have it for this actor, or a condition is not met
     */
    UsageFileStatus fire(UsageFileAction action) {
        RefusalReason reason = RefusalReason.NOT_IN_STATUS;
        for (Capacity capacity : capacities) {
            Firing<UsageFileStatus, UsageFileAction> firing = Lifecycles.file().fire(file.status(), action, capacity);
            UsageFileStatus to = firing.<@Nullable UsageFileStatus>fold(Firing.Moved::to, refused -> null);
            if (to != null) {
                RefusalReason unmet = unmet(action);
                if (unmet == null) {
                    return to;
                }
                throw refused(action.name(), unmet);
            }
            if (Lifecycles.file().find(file.status(), action).isPresent()) {
                reason = RefusalReason.NOT_ALLOWED_TO_ACTOR;
            }
        }
        throw refused(action.name(), reason);
    }

    ActionRefusedException refused(String action, RefusalReason reason) {
        return new ActionRefusedException(file.id().value(), file.status(), action, reason, allowed());
    }
}
