package org.usageflow.console.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the elements of a listing are shown: each as a JSON value, or as a row.
 *
 * @param name of the sheet in a workbook, and of the elements in words
 * @param fields of a row, in order
 * @param form as JSON
 */
public record Listing<T>(String name, List<Field<T>> fields, Form<T> form) {

    public Listing {
        fields = List.copyOf(fields);
    }

    /** Writes an element as a JSON value. */
    @FunctionalInterface
    public interface Form<T> {
        void write(T element, JsonGenerator json) throws IOException;
    }

    /** Where elements come from: in order, and again from the first one whenever it is asked. */
    @FunctionalInterface
    public interface Elements<T> {
        void forEach(Taker<T> taker) throws IOException;
    }

    /** Takes elements. */
    @FunctionalInterface
    public interface Taker<T> {
        void take(T element) throws IOException;
    }

    /**
     * A column.
     *
     * @param name the header
     * @param kind of value
     * @param isBrief whether it is shown on a terminal, where there is little room
     * @param value of an element, as text; null for none
     */
    public record Field<T>(String name, Kind kind, boolean isBrief, Function<T, @Nullable String> value) {

        /** A column of texts for files alone. */
        static <T> Field<T> text(String name, Function<T, @Nullable String> value) {
            return new Field<>(name, Kind.TEXT, false, value);
        }

        /** A column of numbers for files alone. */
        static <T> Field<T> number(String name, Function<T, @Nullable String> value) {
            return new Field<>(name, Kind.NUMBER, false, value);
        }

        /** The same for terminals too. */
        Field<T> brief() {
            return new Field<>(name, kind, true, value);
        }
    }

    /** Kinds of values. */
    public enum Kind {
        TEXT,
        NUMBER
    }
}
