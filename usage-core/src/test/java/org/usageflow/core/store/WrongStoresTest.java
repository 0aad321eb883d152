package org.usageflow.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.error.StaleVersionException;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageWindow;
import org.usageflow.query.FileQuery;
import org.usageflow.query.FileSort;
import org.usageflow.query.RecordQuery;
import org.usageflow.spi.store.FileStore;
import org.usageflow.spi.store.HistoryStore;
import org.usageflow.spi.store.Lease;
import org.usageflow.spi.store.LeaseStore;
import org.usageflow.spi.store.ProblemStore;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.spi.store.RecordStore;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.spi.store.StoreWork;
import org.usageflow.spi.store.UsageStore;
import org.usageflow.testkit.store.StoreFixtures;
import org.usageflow.testkit.store.UsageStoreContract;

/** The contract of stores finds what is wrong: the in-memory store with one defect at a time. */
class WrongStoresTest {

    /** A defect, and rules that find it. */
    private enum Defect {
        FORGETS_VERSIONS("STORE-09", "STORE-11", "STORE-13"),
        WRAPS_EXCEPTIONS("STORE-05", "STORE-06"),
        COMMITS_WHAT_THREW("STORE-05", "STORE-07", "STORE-27"),
        SHOWS_FILES_TO_ALL("STORE-84", "STORE-85", "STORE-86", "STORE-89"),
        SHOWS_RECORDS_TO_ALL("STORE-84", "STORE-87", "STORE-90", "STORE-92"),
        SHOWS_AMOUNTS_TO_ALL("STORE-90", "STORE-91"),
        BEGINS_EVERY_PAGE_AT_THE_FIRST("STORE-32", "STORE-34", "STORE-50", "STORE-51"),
        COUNTS_ITS_PAGE("STORE-28"),
        KEEPS_TAKEN_KEYS_TO_ITSELF("STORE-55", "STORE-61"),
        NEVER_RELEASES("STORE-57", "STORE-58"),
        TURNS_PROBLEMS_ROUND("STORE-68", "STORE-69"),
        LISTS_PROBLEMS_OF_THE_FILE_WITH_THE_ROWS("STORE-70"),
        FORGETS_MARKS("STORE-78", "STORE-80", "STORE-81"),
        SORTS_BY_CODE_UNITS("STORE-31"),
        LENDS_WHAT_IS_HELD("STORE-127", "STORE-129", "STORE-130", "STORE-131"),
        RELEASES_FOR_ALL("STORE-128"),
        PROLONGS_FOR_ALL("STORE-134"),
        PROLONGS_IN_THE_END("STORE-133"),
        FORGETS_TO_ERASE("STORE-135", "STORE-136", "STORE-137", "STORE-138", "STORE-139"),
        ERASES_VALUES_OF_ALL_ROWS("STORE-138"),
        LISTS_UNSETTLED_FROM_THE_FIRST("STORE-140", "STORE-141"),
        KEEPS_SECONDS("STORE-142"),
        ROUNDS("STORE-143"),
        TRIMS("STORE-144"),
        HIDES_DELETED_RECORDS_FROM_SLICES("STORE-137");

        private final String[] rules;

        Defect(String... rules) {
            this.rules = rules;
        }
    }

    /** Of no name, so that nothing but this test runs it. */
    private static UsageStoreContract contract(UsageStore store) {
        return new UsageStoreContract() {
            @Override
            protected UsageStore store() {
                return store;
            }
        };
    }

    private static List<Method> tests() {
        var tests = new ArrayList<Method>();
        for (Class<?> type = UsageStoreContract.class; type != Object.class; type = type.getSuperclass()) {
            for (Method each : type.getDeclaredMethods()) {
                if (each.isAnnotationPresent(Test.class)) {
                    each.setAccessible(true);
                    tests.add(each);
                }
            }
        }
        return tests;
    }

    private static String id(String displayName) {
        return displayName.substring(0, displayName.indexOf(' '));
    }

    private static Method test(String rule) {
        return tests().stream()
                .filter(each ->
                        id(each.getAnnotation(DisplayName.class).value()).equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static boolean holds(String rule, UsageStore store) throws ReflectiveOperationException {
        UsageStoreContract contract = contract(store);
        opening().invoke(contract);
        try {
            test(rule).invoke(contract);
            return true;
        } catch (InvocationTargetException e) {
            return false;
        }
    }

    private static Method opening() {
        for (Class<?> type = UsageStoreContract.class; type != Object.class; type = type.getSuperclass()) {
            for (Method each : type.getDeclaredMethods()) {
                if (each.getName().equals("openStore")) {
                    each.setAccessible(true);
                    return each;
                }
            }
        }
        throw new AssertionError("the contract opens its store in openStore()");
    }

    @ParameterizedTest
    @EnumSource
    void defect_is_found_by_its_rules_which_hold_without_it(Defect defect) throws ReflectiveOperationException {
        var found = new ArrayList<String>();
        for (String rule : defect.rules) {
            assertThat(holds(rule, new InMemoryUsageStore())).as(rule).isTrue();
            if (!holds(rule, new Defective(new InMemoryUsageStore(), defect))) {
                found.add(rule);
            }
        }

        assertThat(found).containsExactly(defect.rules);
    }

    @ParameterizedTest
    @EnumSource
    void defect_leaves_other_rules_alone(Defect defect) throws ReflectiveOperationException {
        for (String rule : List.of("STORE-02", "STORE-16", "STORE-45", "STORE-74")) {
            assertThat(holds(rule, new Defective(new InMemoryUsageStore(), defect)))
                    .as(rule)
                    .isTrue();
        }
    }

    /** The store with a defect. */
    private record Defective(UsageStore sound, Defect defect) implements UsageStore {

        @Override
        public <T> T inTransaction(StoreWork<T> work) {
            if (defect == Defect.WRAPS_EXCEPTIONS) {
                try {
                    return sound.inTransaction(work);
                } catch (RuntimeException | Error e) {
                    throw new IllegalStateException(e);
                }
            }
            if (defect == Defect.COMMITS_WHAT_THREW) {
                var thrown = new ArrayList<RuntimeException>();
                T result = sound.inTransaction(session -> caught(work, session, thrown));
                thrown.forEach(each -> {
                    throw each;
                });
                return result;
            }
            return sound.inTransaction(session -> work.run(session(session)));
        }

        @Override
        public boolean prolong(Lease lease) {
            return switch (defect) {
                case PROLONGS_FOR_ALL -> {
                    sound.prolong(lease);
                    yield true;
                }
                case PROLONGS_IN_THE_END -> true;
                default -> sound.prolong(lease);
            };
        }

        private static <T> T caught(StoreWork<T> work, StoreSession session, List<RuntimeException> thrown) {
            try {
                return work.run(session);
            } catch (RuntimeException e) {
                thrown.add(e);
                return null;
            }
        }

        private StoreSession session(StoreSession session) {
            return proxy(StoreSession.class, session, (method, args) -> {
                Object part = method.invoke(session, args);
                return proxy(method.getReturnType(), part, (called, given) -> call(part, called, given));
            });
        }

        private Object call(Object part, Method method, Object[] args) throws Throwable {
            String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
            return switch (defect) {
                case FORGETS_VERSIONS -> forgetful(part, method, args);
                case SHOWS_FILES_TO_ALL -> invoke(part, method, shownToAll(args, part instanceof FileStore));
                case SHOWS_RECORDS_TO_ALL -> invoke(part, method, shownToAll(args, part instanceof RecordStore));
                case SHOWS_AMOUNTS_TO_ALL -> withAmounts(part, method, args);
                case BEGINS_EVERY_PAGE_AT_THE_FIRST -> invoke(part, method, fromTheFirst(args));
                case COUNTS_ITS_PAGE ->
                    name.equals("FileStore.count")
                            ? Long.valueOf(((FileStore) part)
                                    .list((FileQuery) args[0], (ReadScope) args[1])
                                    .size())
                            : invoke(part, method, args);
                case KEEPS_TAKEN_KEYS_TO_ITSELF -> invoke(part, method, deaf(name, args));
                case NEVER_RELEASES -> name.equals("RecordStore.releaseKeys") ? null : invoke(part, method, args);
                case TURNS_PROBLEMS_ROUND -> turned(name, invoke(part, method, args));
                case LISTS_PROBLEMS_OF_THE_FILE_WITH_THE_ROWS ->
                    name.equals("ProblemStore.listRows")
                            ? ProblemStore.class
                                    .getMethod("list", method.getParameterTypes())
                                    .invoke(part, args)
                            : invoke(part, method, args);
                case SORTS_BY_CODE_UNITS -> byCodeUnits(name, args, invoke(part, method, args));
                case LENDS_WHAT_IS_HELD -> lent(part, method, args);
                case RELEASES_FOR_ALL ->
                    name.equals("LeaseStore.release") ? cleared(part, args) : invoke(part, method, args);
                case FORGETS_TO_ERASE -> method.getName().startsWith("erase") ? null : invoke(part, method, args);
                case ERASES_VALUES_OF_ALL_ROWS ->
                    name.equals("ProblemStore.eraseValues")
                            ? erasedRows((ProblemStore) part, args)
                            : invoke(part, method, args);
                case LISTS_UNSETTLED_FROM_THE_FIRST ->
                    method.getName().equals("unsettled")
                            ? invoke(part, method, new Object[] {null, args[1]})
                            : invoke(part, method, args);
                case KEEPS_SECONDS, ROUNDS, TRIMS ->
                    name.equals("RecordStore.append")
                            ? invoke(part, method, new Object[] {args[0], coarse((List<?>) args[1])})
                            : invoke(part, method, args);
                case HIDES_DELETED_RECORDS_FROM_SLICES ->
                    name.equals("RecordStore.slice") ? seen((RecordStore) part, args) : invoke(part, method, args);
                case FORGETS_MARKS -> name.equals("HistoryStore.markDelivered") ? null : invoke(part, method, args);
                default -> invoke(part, method, args);
            };
        }

        private static Object byCodeUnits(String name, Object[] args, Object listed) {
            if (!name.equals("FileStore.list") || ((FileQuery) args[0]).sort() != FileSort.NAME) {
                return listed;
            }
            return ((List<?>) listed)
                    .stream()
                            .map(UsageFile.class::cast)
                            .sorted(Comparator.comparing(UsageFile::name))
                            .toList();
        }

        private static Object lent(Object part, Method method, Object[] args) throws Throwable {
            if (part instanceof LeaseStore leases && method.getName().equals("take")) {
                cleared(leases, new Object[] {((Lease) args[0]).subject()});
            }
            return invoke(part, method, args);
        }

        private static Object cleared(Object part, Object[] args) {
            var leases = (LeaseStore) part;
            String subject = (String) args[0];
            leases.find(subject).ifPresent(each -> leases.release(subject, each.holder()));
            return null;
        }

        private static Object erasedRows(ProblemStore problems, Object[] args) {
            for (long position = 0; position < 10; position++) {
                problems.eraseValues((UsageFileId) args[0], position);
            }
            return null;
        }

        private List<UsageRecord> coarse(List<?> records) {
            return records.stream()
                    .map(UsageRecord.class::cast)
                    .map(this::coarse)
                    .toList();
        }

        private UsageRecord coarse(UsageRecord record) {
            ReportedRecord reported = record.reported();
            if (reported == null) {
                return record;
            }
            UsageWindow window = reported.window();
            var kept = new ReportedRecord(
                    reported.key(),
                    defect == Defect.TRIMS && reported.note() != null
                            ? reported.note().trim()
                            : reported.note(),
                    reported.item(),
                    reported.quantity(),
                    defect == Defect.KEEPS_SECONDS
                            ? new UsageWindow(
                                    window.start().truncatedTo(ChronoUnit.SECONDS),
                                    window.end().truncatedTo(ChronoUnit.SECONDS))
                            : window,
                    reported.subscription(),
                    reported.category(),
                    defect == Defect.ROUNDS && reported.amount() != null
                            ? reported.amount().round(MathContext.DECIMAL64)
                            : reported.amount(),
                    reported.tier(),
                    reported.dynamicItem(),
                    reported.assetReconId(),
                    reported.corrects(),
                    reported.parameters());
            return new UsageRecord(
                    record.id(),
                    record.position(),
                    record.row(),
                    record.key(),
                    kept,
                    record.item(),
                    record.subscription(),
                    record.status(),
                    record.closing(),
                    record.successor(),
                    record.version());
        }

        private static Object seen(RecordStore records, Object[] args) {
            RecordQuery all = RecordQuery.of((UsageFileId) args[0]).limit((int) args[2]);
            return records.list(all, StoreFixtures.SYSTEM);
        }

        private static Object forgetful(Object part, Method method, Object[] args) throws Throwable {
            try {
                return invoke(part, method, args);
            } catch (StaleVersionException e) {
                if (part instanceof HistoryStore) {
                    throw e;
                }
                return null;
            }
        }

        private static Object[] shownToAll(Object[] args, boolean here) {
            return replaced(args, ReadScope.class, reader -> here ? StoreFixtures.SYSTEM : reader);
        }

        private static Object withAmounts(Object part, Method method, Object[] args) throws Throwable {
            Object seen = invoke(part, method, args);
            if (!(part instanceof RecordStore records) || !method.getName().equals("list")) {
                return seen;
            }
            return ((List<?>) seen)
                    .stream()
                            .map(UsageRecord.class::cast)
                            .map(each -> records.find(each.id(), StoreFixtures.SYSTEM)
                                    .orElseThrow())
                            .toList();
        }

        private static Object[] fromTheFirst(Object[] args) {
            Object[] files = replaced(args, FileQuery.class, query -> query.after(null));
            return replaced(files, RecordQuery.class, query -> query.after(null));
        }

        private static Object[] deaf(String name, Object[] args) {
            Consumer<Object> nobody = taken -> {};
            return name.equals("RecordStore.claimKeys") ? new Object[] {args[0], nobody} : args;
        }

        private static Object turned(String name, Object seen) {
            if (!name.equals("ProblemStore.list")) {
                return seen;
            }
            var turned = new ArrayList<Object>((List<?>) seen);
            Collections.reverse(turned);
            return turned;
        }

        private static <A> Object[] replaced(Object[] args, Class<A> type, UnaryOperator<A> change) {
            if (args == null) {
                return null;
            }
            return Arrays.stream(args)
                    .map(each -> type.isInstance(each) ? change.apply(type.cast(each)) : each)
                    .toArray();
        }

        private interface Call {
            Object on(Method method, Object[] args) throws Throwable;
        }

        private static Object invoke(Object part, Method method, Object[] args) throws Throwable {
            try {
                return method.invoke(part, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        @SuppressWarnings("unchecked")
        private static <T> T proxy(Class<?> type, T target, Call call) {
            return (T) Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> call.on(method, args));
        }
    }

    @Test
    void rules_have_ids_of_their_own() {
        List<String> names = tests().stream()
                .map(each -> each.getAnnotation(DisplayName.class).value())
                .toList();

        assertThat(names).hasSizeGreaterThan(90).allMatch(each -> each.matches("STORE-\\d+ (MUST|SHOULD): .*"));
        assertThat(names.stream().map(WrongStoresTest::id)).doesNotHaveDuplicates();
    }
}
