package org.usageflow.console.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.TextRules;

/**
 * An object of the catalog while it is read: its members by name and type, and its path for what is wrong.
 *
 * <p>Read the members, then {@link #make}: a member that nobody read is unknown.
 */
final class CatalogObject {

    private final JsonNode node;
    private final String path;
    private final Faults faults;
    private final Set<String> read = new HashSet<>();
    private boolean faulty;

    CatalogObject(JsonNode node, String path, Faults faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
        if (!node.isObject()) {
            faulty = true;
            faults.add(path, "an object is expected, not " + CatalogText.kind(node));
        }
    }

    /** A text that is required. */
    Member<String> text(String name) {
        return required(name, text -> text);
    }

    /** A text that is required, and read further; an {@link IllegalArgumentException} of the reading is a fault. */
    <T> Member<T> required(String name, Function<String, T> reading) {
        return member(name, true, each -> parsed(name, each, reading));
    }

    /** A text that may be absent or null, and is read further. */
    <T> Member<T> optional(String name, Function<String, T> reading) {
        return member(name, false, each -> parsed(name, each, reading));
    }

    /** An id that no other object of the kind may have. */
    <T> Member<T> id(IdKind kind, Function<String, T> reading) {
        Member<T> id = required("id", reading);
        T value = id.orNull();
        if (value != null && !faults.define(kind, value.toString())) {
            fault("id", "the id '" + value + "' is used twice");
        }
        return id;
    }

    /** The id of another object, which must be in the file. */
    <T> Member<T> reference(String name, IdKind kind, Function<String, T> reading) {
        return referring(name, kind, required(name, reading));
    }

    /** As {@link #reference}, but it may be absent or null. */
    <T> Member<T> optionalReference(String name, IdKind kind, Function<String, T> reading) {
        return referring(name, kind, optional(name, reading));
    }

    private <T> Member<T> referring(String name, IdKind kind, Member<T> member) {
        T value = member.orNull();
        if (value != null) {
            faults.refer(at(name), kind, value.toString());
        }
        return member;
    }

    Member<Boolean> truth(String name) {
        return typed(name, true, "true or false", JsonNode::isBoolean, JsonNode::booleanValue);
    }

    Member<Boolean> optionalTruth(String name) {
        return typed(name, false, "true or false", JsonNode::isBoolean, JsonNode::booleanValue);
    }

    /** A whole number of 0 or more. */
    Member<Integer> whole(String name) {
        return typed(name, true, "a whole number of 0 or more", CatalogObject::isWhole, JsonNode::intValue);
    }

    private static boolean isWhole(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0;
    }

    /** A decimal number of 0 or more, as a text. */
    Member<BigDecimal> decimal(String name) {
        return required(name, CatalogText::decimal);
    }

    /** As {@link #decimal}, but it may be absent or null. */
    Member<BigDecimal> optionalDecimal(String name) {
        return optional(name, CatalogText::decimal);
    }

    /** An object within, or null. */
    <T> Member<T> optionalObject(String name, Function<CatalogObject, Optional<T>> reading) {
        return member(name, false, each -> inner(each, at(name), reading));
    }

    /** An object within. */
    <T> Member<T> object(String name, Function<CatalogObject, Optional<T>> reading) {
        return member(name, true, each -> inner(each, at(name), reading));
    }

    /** An array of objects; empty where it is absent. */
    <T> List<T> objects(String name, Function<CatalogObject, Optional<T>> reading) {
        return elements(name, (each, place) -> inner(each, place, reading));
    }

    /** An array of texts; empty where it is absent. */
    List<String> texts(String name) {
        return elements(name, (each, place) -> textOf(place, each));
    }

    private <T> List<T> elements(String name, Element<T> reading) {
        var elements = new ArrayList<T>();
        JsonNode found =
                typed(name, false, "an array", JsonNode::isArray, each -> each).orNull();
        if (found != null) {
            for (int i = 0; i < found.size(); i++) {
                T element = reading.read(found.get(i), at(name) + '[' + i + ']');
                if (element != null) {
                    elements.add(element);
                }
            }
        }
        return elements;
    }

    /** All members of an object within, as texts by name; empty where it is absent. */
    Map<String, String> textsByName(String name) {
        return entries(name, false, (each, place) -> textOf(place, each));
    }

    /** All members of an object within, as objects by name. */
    <T> Map<String, T> objectsByName(String name, Function<CatalogObject, Optional<T>> reading) {
        return entries(name, true, (each, place) -> inner(each, place, reading));
    }

    private <T> Map<String, T> entries(String name, boolean required, Element<T> reading) {
        var entries = new LinkedHashMap<String, T>();
        JsonNode found = typed(name, required, "an object", JsonNode::isObject, each -> each)
                .orNull();
        if (found != null) {
            found.properties().forEach(entry -> {
                checkName(name, entry.getKey());
                T value = reading.read(entry.getValue(), CatalogText.step(at(name), entry.getKey()));
                if (value != null) {
                    entries.put(entry.getKey(), value);
                }
            });
        }
        return entries;
    }

    private void checkName(String name, String key) {
        if (!CatalogText.isName(key)) {
            fault(name, "a name in it is blank, too long, or has a control character");
        }
    }

    /** Names a fault at a member. */
    void fault(String name, String words) {
        faultAt(at(name), words);
    }

    /** Where a member is. */
    String at(String name) {
        return CatalogText.step(path, name);
    }

    Faults faults() {
        return faults;
    }

    /** Ends the reading: unknown members are faults, and without any fault the value is made. */
    <T> Optional<T> make(Supplier<T> making) {
        node.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                fault(name, "unknown member");
            }
        });
        if (faulty) {
            return Optional.empty();
        }
        try {
            return Optional.of(making.get());
        } catch (IllegalArgumentException e) {
            faultAt(path, CatalogText.words(e));
            return Optional.empty();
        }
    }

    private <T> Member<T> member(String name, boolean required, Function<JsonNode, @Nullable T> reading) {
        read.add(name);
        JsonNode found = node.get(name);
        if (found == null || (found.isNull() && !required)) {
            if (required && node.isObject()) {
                fault(name, "is missing");
            }
            return new Member<>(null);
        }
        return new Member<>(reading.apply(found));
    }

    private <T> Member<T> typed(
            String name,
            boolean required,
            String expected,
            Predicate<JsonNode> isExpected,
            Function<JsonNode, T> reading) {
        return member(name, required, each -> {
            if (isExpected.test(each)) {
                return reading.apply(each);
            }
            fault(name, expected + " is expected, not " + CatalogText.kind(each));
            return null;
        });
    }

    private <T> @Nullable T parsed(String name, JsonNode each, Function<String, T> reading) {
        String text = textOf(at(name), each);
        try {
            return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException e) {
            fault(name, CatalogText.words(e));
            return null;
        }
    }

    private @Nullable String textOf(String place, JsonNode each) {
        if (!each.isTextual()) {
            faultAt(place, "a text is expected, not " + CatalogText.kind(each));
            return null;
        }
        if (TextRules.isBlank(each.textValue())) {
            faultAt(place, "is blank");
            return null;
        }
        return each.textValue();
    }

    private <T> @Nullable T inner(JsonNode each, String place, Function<CatalogObject, Optional<T>> reading) {
        var object = new CatalogObject(each, place, faults);
        T value = reading.apply(object).orElse(null);
        faulty |= object.faulty;
        return value;
    }

    private void faultAt(String place, String words) {
        faulty = true;
        faults.add(place, words);
    }

    @FunctionalInterface
    private interface Element<T> {
        @Nullable
        T read(JsonNode node, String place);
    }
}
