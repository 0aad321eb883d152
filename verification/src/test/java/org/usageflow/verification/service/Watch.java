package org.usageflow.verification.service;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.usageflow.spi.store.Lease;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.spi.store.StoreWork;
import org.usageflow.spi.store.UsageStore;

/**
 * Looks on while the library calls what the host gave it: every call by name, in order, e.g. {@code transaction}, {@code files.find}, {@code content.put}; and something may be made to happen before a call.
 *
 * <p>Thread-safe.
 */
final class Watch {

    /** Happens before a call, and may throw in its place. */
    @FunctionalInterface
    interface Trap {
        void spring() throws Exception;
    }

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Trap> traps = new ConcurrentHashMap<>();

    List<String> calls() {
        return List.copyOf(calls);
    }

    long calls(String name) {
        return calls.stream().filter(name::equals).count();
    }

    void forget() {
        calls.clear();
    }

    /** Sets a trap at every call of that name, in the place of one that is there. */
    void on(String call, Trap trap) {
        traps.put(call, trap);
    }

    void off(String call) {
        traps.remove(call);
    }

    private void note(String call) throws Exception {
        calls.add(call);
        Trap trap = traps.get(call);
        if (trap != null) {
            trap.spring();
        }
    }

    /** The same, watched: its calls are noted by its name and the method's. */
    <T> T watched(Class<T> type, String name, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> call(name, target, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object call(String name, Object target, Method method, Object[] arguments) throws Throwable {
        note(name + "." + method.getName());
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    UsageStore store(UsageStore store) {
        return new UsageStore() {
            @Override
            public <T extends @Nullable Object> T inTransaction(StoreWork<T> work) {
                try {
                    note("transaction");
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalArgumentException("a transaction throws nothing that is checked", e);
                }
                return store.inTransaction(session -> work.run(session(session)));
            }

            @Override
            public boolean commitsOnReturn() {
                return store.commitsOnReturn();
            }

            @Override
            public boolean prolong(Lease lease) {
                calls.add("prolong");
                return store.prolong(lease);
            }
        };
    }

    private StoreSession session(StoreSession session) {
        InvocationHandler handler = (proxy, part, arguments) ->
                watched(part.getReturnType(), part.getName(), part.invoke(session, arguments));
        return (StoreSession) Proxy.newProxyInstance(
                StoreSession.class.getClassLoader(), new Class<?>[] {StoreSession.class}, handler);
    }
}
