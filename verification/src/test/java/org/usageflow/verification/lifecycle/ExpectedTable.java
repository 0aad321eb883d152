package org.usageflow.verification.lifecycle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.Capacity;

/**
 * A life cycle as a person writes it down: a line for each status, a column for each action, in each cell the status after and who may, or a dash.
 *
 * @param <S> the statuses
 * @param <A> the actions
 */
final class ExpectedTable<S extends Enum<S>, A extends Enum<A>> {

    private static final Map<Character, Capacity> LETTERS =
            Map.of('V', Capacity.VENDOR, 'B', Capacity.BUYER, 'R', Capacity.RULE, 'S', Capacity.SYSTEM);

    private final List<Cell<S, A>> cells = new ArrayList<>();

    /** What is expected of an action in a status; no target and nobody for a dash. */
    record Cell<S, A>(@Nullable S from, A action, @Nullable S to, Set<Capacity> allowedTo) {}

    /** What is expected where somebody asks. */
    record Case<S, A>(
            @Nullable S from,
            A action,
            Capacity by,
            @Nullable S to,
            boolean knownRow,
            Set<A> allowed) {

        @Override
        public String toString() {
            return by + " asks for " + action + " in " + (from == null ? "NEW" : from) + ": "
                    + (to == null ? "refused" : to);
        }
    }

    ExpectedTable(String text, Class<S> statuses, Class<A> actions) {
        List<String> lines = text.lines().filter(each -> !each.isBlank()).toList();
        List<A> header = new ArrayList<>();
        for (String name : words(lines.get(0))) {
            header.add(named(actions, name));
        }
        Set<String> rows = new LinkedHashSet<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = words(line);
            String name = line.substring(0, line.indexOf('|')).strip();
            rows.add(name);
            S from = name.equals("new") ? null : named(statuses, name);
            for (int i = 0; i < header.size(); i++) {
                cells.add(cell(from, header.get(i), words[i], statuses));
            }
        }
        requireAll(header, actions, rows, statuses);
    }

    private static <S extends Enum<S>, A> Cell<S, A> cell(@Nullable S from, A action, String word, Class<S> statuses) {
        if (word.equals("-")) {
            return new Cell<>(from, action, null, Set.of());
        }
        String[] parts = word.split(" ", 2);
        Set<Capacity> who = EnumSet.noneOf(Capacity.class);
        for (char letter : parts[1].toCharArray()) {
            who.add(Objects.requireNonNull(LETTERS.get(letter)));
        }
        return new Cell<>(from, action, named(statuses, parts[0]), who);
    }

    private static void requireAll(List<?> header, Class<?> actions, Set<String> rows, Class<?> statuses) {
        if (header.size() != actions.getEnumConstants().length
                || rows.size() != statuses.getEnumConstants().length + 1) {
            throw new AssertionError("the table lacks an action or a status");
        }
    }

    private static String[] words(String line) {
        String[] words = line.substring(line.indexOf('|') + 1).split("\\|", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].strip();
        }
        return words;
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }

    /** Every status, every action, every capacity. */
    List<Case<S, A>> cases() {
        Map<String, Set<A>> allowed = new HashMap<>();
        for (Cell<S, A> cell : cells) {
            for (Capacity who : cell.allowedTo()) {
                allowed.computeIfAbsent(cell.from() + " " + who, key -> new LinkedHashSet<>())
                        .add(cell.action());
            }
        }
        List<Case<S, A>> cases = new ArrayList<>();
        for (Cell<S, A> cell : cells) {
            for (Capacity who : Capacity.values()) {
                S to = cell.allowedTo().contains(who) ? cell.to() : null;
                Set<A> others = allowed.getOrDefault(cell.from() + " " + who, Set.of());
                cases.add(new Case<>(cell.from(), cell.action(), who, to, cell.to() != null, others));
            }
        }
        return cases;
    }

    /** How many cells have a target. */
    long rows() {
        return cells.stream().filter(each -> each.to() != null).count();
    }
}
