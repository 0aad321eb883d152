package org.usageflow.problem;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;

/**
 * Puts problems into words, from a resource bundle.
 *
 * <p>English is shipped. Another language is another bundle with the same keys: {@code CODE.message}, {@code CODE.cause} and {@code CODE.cure} for every
 * {@link ProblemCode}. In a message, <code>{name}</code> stands for the argument of that name, and <code>{value}</code> for the raw value. A key that the given bundle lacks is taken from the English one. Words may change in any release; codes do not.
 *
 * <p>Immutable, thread-safe.
 */
public final class ProblemMessages {

    private static final String BUNDLE = "org.usageflow.problem.messages";

    private final ResourceBundle bundle;
    private final ResourceBundle fallback;

    private ProblemMessages(ResourceBundle bundle, ResourceBundle fallback) {
        this.bundle = bundle;
        this.fallback = fallback;
    }

    /** The words that are shipped. */
    public static ProblemMessages english() {
        ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ROOT, ProblemMessages.class.getClassLoader());
        return new ProblemMessages(english, english);
    }

    /** A host's words, English where they lack a key. */
    public static ProblemMessages of(ResourceBundle words) {
        return new ProblemMessages(Objects.requireNonNull(words, "words"), english().bundle);
    }

    /** The problem in a sentence, without its place. */
    public String message(Problem problem) {
        return fill(text(problem.code(), "message"), problem);
    }

    /** What leads to problems of the code. */
    public String cause(ProblemCode code) {
        return text(code, "cause");
    }

    /** What a vendor or host does about it. */
    public String cure(ProblemCode code) {
        return text(code, "cure");
    }

    private String text(ProblemCode code, String part) {
        String key = code.name() + "." + part;
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            return fallback.getString(key);
        }
    }

    private static String fill(String pattern, Problem problem) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            return pattern;
        }
        var text = new StringBuilder(pattern.length() + 32);
        int from = 0;
        while (open >= 0) {
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                break;
            }
            text.append(pattern, from, open).append(argument(problem, pattern.substring(open + 1, close)));
            from = close + 1;
            open = pattern.indexOf('{', from);
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    private static String argument(Problem problem, String name) {
        String given = problem.arguments().get(name);
        if (given != null) {
            return given;
        }
        String value = problem.value();
        return name.equals("value") && value != null ? value : "?";
    }
}
