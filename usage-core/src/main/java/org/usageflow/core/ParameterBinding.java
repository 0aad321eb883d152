package org.usageflow.core;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.judge.JudgeContext.ParameterFindings;
import org.usageflow.core.internal.judge.JudgeContext.ParameterRule;
import org.usageflow.core.internal.judge.JudgeContext.ParameterView;
import org.usageflow.error.WiringException;

/**
 * Binds the {@code v.} parameters of a row to a record of the host's, whose Jakarta Validation constraints they must meet.
 *
 * <p>Each component takes the parameter of its name, or of its {@link ParameterName}. Types: String, BigDecimal, Integer, Long, Boolean, LocalDate, Instant, and enums by their
 * constants' names. A blank value, or a column that the file lacks, is null. Text that is not of the type, and each violated constraint, is RECORD_PARAMETER_INVALID at the
 * parameter's cell; a violation of the record as a whole is so at the row.
 *
 * <p>Immutable, thread-safe. Source: rules §6.2.
 *
 * @param <T> the host's record
 */
public final class ParameterBinding<T extends Record> {

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            String.class, text -> text,
            BigDecimal.class, BigDecimal::new,
            Integer.class, Integer::valueOf,
            Long.class, Long::valueOf,
            Boolean.class, ParameterBinding::truth,
            LocalDate.class, LocalDate::parse,
            Instant.class, Instant::parse);

    private final Class<T> type;
    private final Constructor<T> constructor;
    private final Map<String, Component> components = new LinkedHashMap<>();

    private record Component(String parameter, Class<?> type, Function<String, ?> reader) {}

    private ParameterBinding(Class<T> type) {
        this.type = type;
        var types = new ArrayList<Class<?>>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            ParameterName named = component.getAnnotation(ParameterName.class);
            String parameter = (named == null ? component.getName() : named.value()).toLowerCase(Locale.ROOT);
            components.put(component.getName(), new Component(parameter, component.getType(), reader(component)));
        }
        try {
            constructor = type.getDeclaredConstructor(types.toArray(new Class<?>[0]));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException | InaccessibleObjectException e) {
            throw new WiringException("the record " + type.getName() + " cannot be constructed: " + e.getMessage());
        }
    }

    /**
     * Binds parameters to a record.
     *
     * @param type the host's record; its package must be open to this library if it is in a named module
     * @throws WiringException if a component has a type that is not bound, primitive ones among them, or the record cannot be constructed
     */
    public static <T extends Record> ParameterBinding<T> of(Class<T> type) {
        return new ParameterBinding<>(type);
    }

    private static Function<String, ?> reader(RecordComponent component) {
        Class<?> type = component.getType();
        Function<String, ?> reader = type.isEnum() ? text -> constant(type, text) : READERS.get(type);
        if (reader == null) {
            throw new WiringException("the component " + component.getName() + " has the type " + type.getName()
                    + ", which is not bound");
        }
        return reader;
    }

    private static Object constant(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(text);
    }

    private static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** The rule that checks rows with the validator. */
    ParameterRule rule(Validator validator) {
        var parameters = new HashSet<String>();
        components.values().forEach(each -> parameters.add(each.parameter()));
        return new ParameterRule() {
            @Override
            public Set<String> parameters() {
                return Set.copyOf(parameters);
            }

            @Override
            public void check(ParameterView values, ParameterFindings findings) {
                ParameterBinding.this.check(validator, values, findings);
            }
        };
    }

    private void check(Validator validator, ParameterView values, ParameterFindings findings) {
        var unreadable = new HashSet<String>();
        var arguments = new @Nullable Object[components.size()];
        int index = 0;
        for (Map.Entry<String, Component> each : components.entrySet()) {
            Component component = each.getValue();
            String text = values.value(component.parameter());
            try {
                arguments[index++] = text == null
                        ? null
                        : component.reader().apply(component.type() == String.class ? text : text.strip());
            } catch (IllegalArgumentException | DateTimeParseException e) {
                unreadable.add(each.getKey());
                findings.invalid(
                        component.parameter(), "not a valid " + component.type().getSimpleName());
            }
        }
        T bound = construct(arguments, findings);
        if (bound != null) {
            report(validator.validate(bound), unreadable, findings);
        }
    }

    private @Nullable T construct(@Nullable Object[] arguments, ParameterFindings findings) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            // A compact constructor that refuses speaks for the record as a whole.
            Throwable refusal = e.getCause();
            String words = refusal == null ? null : refusal.getMessage();
            findings.invalid(null, words == null ? "refused" : words);
            return null;
        } catch (InstantiationException | IllegalAccessException e) {
            throw new WiringException("the record " + type.getName() + " cannot be constructed: " + e.getMessage());
        }
    }

    /** A fixed order, since a validator gives a set, those of the record as a whole last; a value that could not be read has no other fault. */
    private void report(Set<ConstraintViolation<T>> violations, Set<String> unreadable, ParameterFindings findings) {
        List<ConstraintViolation<T>> sorted = new ArrayList<>(violations);
        sorted.sort(Comparator.comparing((ConstraintViolation<T> each) -> firstNode(each.getPropertyPath()) == null)
                .thenComparing(each -> each.getPropertyPath().toString())
                .thenComparing(ConstraintViolation::getMessage));
        for (ConstraintViolation<T> violation : sorted) {
            String property = firstNode(violation.getPropertyPath());
            Component component = property == null ? null : components.get(property);
            if (property == null || !unreadable.contains(property)) {
                findings.invalid(component == null ? null : component.parameter(), violation.getMessage());
            }
        }
    }

    private static @Nullable String firstNode(Path path) {
        for (Path.Node node : path) {
            return node.getName();
        }
        return null;
    }
}
