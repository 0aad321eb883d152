package org.usageflow.core.store;

import org.jspecify.annotations.Nullable;
import org.usageflow.error.StaleVersionException;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;

/** What a transaction makes of one file. Not thread-safe; it is its session's own. */
final class Draft {

    private final @Nullable FileState base;
    private FileState state;

    /** A file that is new. */
    static Draft inserted(FileState state) {
        return new Draft(null, state);
    }

    /** A file as it was committed. */
    static Draft of(FileState committed) {
        return new Draft(committed, committed);
    }

    private Draft(@Nullable FileState base, FileState state) {
        this.base = base;
        this.state = state;
    }

    UsageFileId id() {
        return state.file().id();
    }

    FileState state() {
        return state;
    }

    void become(FileState next) {
        state = next;
    }

    private boolean isChanged() {
        return base == null || !state.isSameAs(base);
    }

    /**
     * Refuses what another transaction has overtaken. A mark of what was delivered overtakes nothing, and is overtaken by nothing.
     *
     * @param committed now; null for none
     */
    void check(@Nullable FileState committed) {
        if (base != null && committed != null && isChanged() && !committed.isSameAs(base)) {
            throw new StaleVersionException(id().value(), version(base), version(committed));
        }
    }

    /** Refuses to go on where another transaction has changed the file since this one first did. */
    void checkBase(@Nullable FileState committed) {
        if (base != null && committed != null && !committed.isSameAs(base)) {
            throw new StaleVersionException(id().value(), version(base), version(committed));
        }
    }

    private static Version version(FileState state) {
        return state.file().version();
    }

    /** What is to be published in the place of what is committed now. */
    FileState merged(@Nullable FileState committed) {
        if (committed == null) {
            return state;
        }
        return (isChanged() ? state : committed).deliveredTo(Math.max(state.delivered(), committed.delivered()));
    }
}
