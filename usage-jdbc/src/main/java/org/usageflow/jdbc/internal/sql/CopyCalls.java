package org.usageflow.jdbc.internal.sql;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is called of PostgreSQL's driver to copy rows in; found by name, because the driver is the host's. Thread-safe. */
final class CopyCalls {

    private static final Logger LOG = LoggerFactory.getLogger(CopyCalls.class);
    private static final String CONNECTION = "org.postgresql.PGConnection";

    private final Class<?> connection;
    private final MethodHandle manager;
    private final MethodHandle begin;
    private final MethodHandle write;
    private final MethodHandle end;
    private final MethodHandle isActive;
    private final MethodHandle cancel;

    private CopyCalls(Class<?> connection) throws ReflectiveOperationException {
        this.connection = connection;
        ClassLoader loader = connection.getClassLoader();
        Class<?> managerType = Class.forName("org.postgresql.copy.CopyManager", false, loader);
        Class<?> copyType = Class.forName("org.postgresql.copy.CopyIn", false, loader);
        this.manager = method(connection, "getCopyAPI", managerType);
        this.begin = method(managerType, "copyIn", copyType, String.class);
        this.write = method(copyType, "writeToCopy", void.class, byte[].class, int.class, int.class);
        this.end = method(copyType, "endCopy", long.class);
        this.isActive = method(copyType, "isActive", boolean.class);
        this.cancel = method(copyType, "cancelCopy", void.class);
    }

    private static MethodHandle method(Class<?> of, String name, Class<?> result, Class<?>... parameters)
            throws ReflectiveOperationException {
        return MethodHandles.publicLookup().findVirtual(of, name, MethodType.methodType(result, parameters));
    }

    /** Those of the driver behind connections of this class, which may be a pool's; empty where none is found. */
    static Optional<CopyCalls> behind(Class<?> connection) {
        for (@Nullable
        ClassLoader loader : new @Nullable ClassLoader[] {
            connection.getClassLoader(),
            Thread.currentThread().getContextClassLoader(),
            CopyCalls.class.getClassLoader()
        }) {
            try {
                return Optional.of(new CopyCalls(Class.forName(CONNECTION, false, loader)));
            } catch (ReflectiveOperationException e) {
                // Not known to this loader, or a driver of another shape: the next one may know better
                LOG.trace("no COPY through {}", loader, e);
            }
        }
        return Optional.empty();
    }

    boolean knows(Connection wrapped) throws SQLException {
        return wrapped.isWrapperFor(connection);
    }

    /** Begins to copy. */
    Copy begin(Connection wrapped, String statement) throws SQLException {
        Object driver = wrapped.unwrap(connection);
        return call(() -> new Copy(begin.invoke(manager.invoke(driver), statement)));
    }

    /** A copy at work. */
    final class Copy {
        private final Object copy;

        private Copy(Object copy) {
            this.copy = copy;
        }

        void write(byte[] bytes, int length) throws SQLException {
            call(() -> {
                write.invoke(copy, bytes, 0, length);
                return length;
            });
        }

        void end() throws SQLException {
            call(() -> (long) end.invoke(copy));
        }

        /** Takes it back, unless it has failed or ended. */
        void cancel() throws SQLException {
            call(() -> {
                boolean active = (boolean) isActive.invoke(copy);
                if (active) {
                    cancel.invoke(copy);
                }
                return active;
            });
        }
    }

    /** A call of the driver. */
    private interface Call<T> {
        @SuppressWarnings("IllegalThrows")
        T make() throws Throwable;
    }

    @SuppressWarnings("IllegalCatch")
    private static <T> T call(Call<T> call) throws SQLException {
        try {
            return call.make();
        } catch (SQLException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new SQLException("the driver failed: " + e.getMessage(), e);
        }
    }
}
