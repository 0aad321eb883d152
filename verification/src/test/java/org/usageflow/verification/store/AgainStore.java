package org.usageflow.verification.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.usageflow.spi.store.Lease;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.spi.store.StoreWork;
import org.usageflow.spi.store.UsageStore;

/**
 * A store that does all work twice, as one does whose transactions lose to deadlocks: the first time it undoes the work, at one of its calls or at its end, in turn.
 *
 * <p>Used by one thread.
 */
public final class AgainStore implements UsageStore {

    private final UsageStore store;
    private int runs;
    private int undone;

    public AgainStore(UsageStore store) {
        this.store = store;
    }

    /** How often work was undone. */
    public int undone() {
        return undone;
    }

    /** Work that is undone. */
    private static final class LostException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public <T extends @Nullable Object> T inTransaction(StoreWork<T> work) {
        runs++;
        // The end, and in turn the first, second, … call
        int calls = runs % 2 == 0 ? Integer.MAX_VALUE : runs / 2 % 13 + 1;
        try {
            store.inTransaction(session -> {
                work.run(watched(session, new int[] {calls}));
                throw new LostException();
            });
        } catch (LostException e) {
            undone++;
        }
        return store.inTransaction(work);
    }

    private static StoreSession watched(StoreSession session, int[] left) {
        return proxy(StoreSession.class, session, part -> true, left);
    }

    /** Whether what a method gives is watched too. */
    private interface Deeper {
        boolean into(Class<?> part);
    }

    private static <T> T proxy(Class<T> type, Object target, Deeper deeper, int[] left) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (any, method, args) -> {
            boolean isPart = deeper.into(method.getReturnType());
            if (!isPart && --left[0] == 0) {
                throw new LostException();
            }
            try {
                Object given = method.invoke(target, args);
                return isPart ? proxy(method.getReturnType(), given, none -> false, left) : given;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    @Override
    public boolean prolong(Lease lease) {
        return store.prolong(lease);
    }
}
