package org.usageflow.testkit.arbitrary;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.usageflow.model.TextRules;
import org.usageflow.testkit.format.NastyTexts;

/** Texts, plain and nasty. */
final class TextArbitraries {

    private static final int MAX_IDENTIFIER = 255;

    private TextArbitraries() {}

    static Arbitrary<String> plain() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    static Arbitrary<String> nasty() {
        Arbitrary<String> pieces = Arbitraries.frequencyOf(
                Tuple.of(3, plain()), Tuple.of(4, Arbitraries.of(NastyTexts.all())), Tuple.of(2, unicode()));
        return pieces.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts))
                .filter(text -> !TextRules.isBlank(text) && TextRules.firstForbidden(text) < 0);
    }

    private static Arbitrary<String> unicode() {
        return Arbitraries.integers()
                .between(' ', Character.MAX_CODE_POINT)
                .filter(c -> Character.isDefined(c) && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .map(c -> new String(Character.toChars(c)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join("", parts))
                .filter(text -> TextRules.firstForbidden(text) < 0);
    }

    static Arbitrary<String> blank() {
        return Arbitraries.of("", " ", "   ", "\t", "\n", "\r\n", "\u00A0", "\u3000", " \u2003 ", "\u2028");
    }

    static Arbitrary<String> forbidden() {
        Arbitrary<String> parts =
                Arbitraries.of("\u0000", "\u0001", "\u0008", "\u001B", "\u007F", "\u0085", "\uD83D", "\uDE00");
        return parts.flatMap(part -> plain().map(text -> text + part + text));
    }

    static Arbitrary<String> identifiers() {
        return Arbitraries.frequencyOf(Tuple.of(3, plain()), Tuple.of(1, nastyIdentifiers()));
    }

    private static Arbitrary<String> nastyIdentifiers() {
        return nasty().map(TextArbitraries::asIdentifier)
                .filter(text -> !TextRules.isBlank(text) && TextRules.firstForbidden(text) < 0);
    }

    /** On one line, without surrounding blanks, normalised: what no format or reader has a reason to change. */
    private static String asIdentifier(String text) {
        String line = text.replaceAll("[\\t\\r\\n\\u2028\\u2029]", "_");
        String normal = Normalizer.normalize(stripped(line), Normalizer.Form.NFC);
        return normal.length() <= MAX_IDENTIFIER ? normal : normal.substring(0, 1);
    }

    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && TextRules.isWhiteSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && TextRules.isWhiteSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** A digits' pattern: every N becomes a digit. */
    static Arbitrary<String> numbered(String pattern) {
        List<Integer> places = java.util.stream.IntStream.range(0, pattern.length())
                .filter(i -> pattern.charAt(i) == 'N')
                .boxed()
                .toList();
        return Arbitraries.strings().numeric().ofLength(places.size()).map(digits -> {
            var filled = new StringBuilder(pattern);
            for (int i = 0; i < places.size(); i++) {
                filled.setCharAt(places.get(i), digits.charAt(i));
            }
            return filled.toString();
        });
    }
}
