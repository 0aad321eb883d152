package org.usageflow.json.dialect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object of a text that was read. Its members are asked for by name and type; those that nobody asked for are unknown.
 *
 * <p>A member that is absent, or null, is null. What cannot be what is asked for is refused at its place.
 */
final class Members implements JsonValue {

    private final Where where;
    private final Map<String, JsonValue> values;
    private final Set<String> taken = new HashSet<>();

    Members(Where where, Map<String, JsonValue> values) {
        this.where = where;
        this.values = values;
    }

    @Override
    public Where where() {
        return where;
    }

    private @Nullable JsonValue take(String name) {
        taken.add(name);
        JsonValue value = values.get(name);
        return value instanceof Scalar scalar && scalar.kind() == Kind.NULL ? null : value;
    }

    boolean has(String name) {
        JsonValue value = values.get(name);
        return value != null && !(value instanceof Scalar scalar && scalar.kind() == Kind.NULL);
    }

    /** A text; numbers and truth values count as what they were written like. */
    @Nullable
    String text(String name) {
        JsonValue value = take(name);
        if (value == null) {
            return null;
        } else if (value instanceof Scalar scalar) {
            return scalar.text();
        }
        throw value.where().refusal("is no text");
    }

    @Nullable
    BigDecimal decimal(String name) {
        return converted(name, text -> {
            BigDecimal number = Decimals.parse(text);
            if (number == null) {
                throw new IllegalArgumentException("is no number of at most " + Decimals.MAX_DIGITS + " digits");
            }
            return number;
        });
    }

    /** A whole number from 0. */
    @Nullable
    Long count(String name) {
        BigDecimal number = decimal(name);
        if (number == null) {
            return null;
        } else if (number.scale() > 0 || number.signum() < 0 || number.precision() > 18) {
            throw where.member(name).refusal("is no whole number from 0");
        }
        return number.longValueExact();
    }

    @Nullable
    Instant time(String name) {
        return converted(name, text -> {
            try {
                return Times.parse(text);
            } catch (Times.NoTimeException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        });
    }

    /** One of a few words, case and surrounding blanks aside. */
    <T> @Nullable T word(String name, Map<String, T> words) {
        return converted(name, text -> {
            T meaning = words.get(text.strip().toLowerCase(Locale.ROOT));
            if (meaning == null) {
                throw new IllegalArgumentException("is none of " + String.join(", ", new TreeSet<>(words.keySet())));
            }
            return meaning;
        });
    }

    /** What becomes of a text; the conversion's IllegalArgumentException says why it cannot. */
    <T> @Nullable T converted(String name, Function<String, T> conversion) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return conversion.apply(text);
        } catch (IllegalArgumentException e) {
            throw where.member(name).refusal(String.valueOf(e.getMessage()));
        }
    }

    /** What becomes of an object. */
    <T> @Nullable T object(String name, Function<Members, @Nullable T> reading) {
        JsonValue value = take(name);
        if (value == null) {
            return null;
        } else if (value instanceof Members members) {
            return reading.apply(members);
        }
        throw value.where().refusal("is no object");
    }

    /** What becomes of an array's objects; an absent array has none. */
    <T> List<T> objects(String name, Function<Members, T> reading) {
        List<T> read = new ArrayList<>();
        for (JsonValue value : elements(name)) {
            if (value instanceof Members members) {
                read.add(reading.apply(members));
            } else {
                throw value.where().refusal("is no object");
            }
        }
        return read;
    }

    private List<JsonValue> elements(String name) {
        JsonValue value = take(name);
        if (value == null) {
            return List.of();
        } else if (value instanceof Elements elements) {
            return elements.values();
        }
        throw value.where().refusal("is no array");
    }

    /** Texts: an array's, or one alone; an absent one has none. */
    List<String> texts(String name) {
        if (values.get(name) instanceof Scalar) {
            String alone = text(name);
            return alone == null ? List.of() : List.of(alone);
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue value : elements(name)) {
            if (value instanceof Scalar scalar && scalar.kind() != Kind.NULL) {
                texts.add(scalar.text());
            } else {
                throw value.where().refusal("is no text");
            }
        }
        return texts;
    }

    boolean isObject(String name) {
        return values.get(name) instanceof Members;
    }

    /** The members that nobody asked for, here and in what was asked for, as JSON by pointer from the document, in their order. */
    Map<String, String> unknown() {
        Map<String, String> unknown = new LinkedHashMap<>();
        addUnknown("", unknown);
        return unknown;
    }

    private void addUnknown(String path, Map<String, String> unknown) {
        values.forEach((name, value) -> {
            String pointer = path + new Where(Where.ROOT, name).pointer();
            if (!taken.contains(name)) {
                var json = new StringBuilder();
                value.addTo(json);
                unknown.put(pointer, json.toString());
            } else if (value instanceof Members members) {
                members.addUnknown(pointer, unknown);
            } else if (value instanceof Elements elements) {
                addUnknown(pointer, elements, unknown);
            }
        });
    }

    private static void addUnknown(String path, Elements elements, Map<String, String> unknown) {
        for (int i = 0; i < elements.values().size(); i++) {
            if (elements.values().get(i) instanceof Members members) {
                members.addUnknown(path + "/" + i, unknown);
            }
        }
    }

    @Override
    public void addTo(StringBuilder json) {
        json.append('{');
        String separator = "";
        for (Map.Entry<String, JsonValue> member : values.entrySet()) {
            json.append(separator);
            JsonStrings.quote(member.getKey(), json);
            json.append(':');
            member.getValue().addTo(json);
            separator = ",";
        }
        json.append('}');
    }
}
