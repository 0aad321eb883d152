package org.usageflow.verification.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.usageflow.model.TextRules;

class TextRulesProperties {

    @Property
    void white_space_is_what_unicode_or_java_call_so(@ForAll char c) {
        boolean expected = Character.isSpaceChar(c) || Character.isWhitespace(c) || c == 0x85;

        assertThat(TextRules.isWhiteSpace(c)).isEqualTo(expected);
    }

    @Example
    void no_break_spaces_are_white_space_and_a_zero_width_space_is_not() {
        assertThat(TextRules.isBlank(" \t\r\n\u00A0\u2007\u202F\u3000\u0085")).isTrue();
        assertThat(TextRules.isBlank("")).isTrue();
        assertThat(TextRules.isBlank("\u200B")).isFalse();
        assertThat(TextRules.isBlank("\u00A0x")).isFalse();
    }

    @Property
    void free_text_of_whole_characters_is_allowed(@ForAll("allowed") String text) {
        assertThat(TextRules.firstForbidden(text)).isEqualTo(-1);
    }

    @Property
    void the_first_forbidden_character_is_found_where_it_stands(
            @ForAll("allowed") String before, @ForAll("forbidden") String bad, @ForAll("allowed") String after) {
        assertThat(TextRules.firstForbidden(before + bad + after)).isEqualTo(before.length());
    }

    @Property
    void control_characters_but_three_are_forbidden(@ForAll @IntRange(max = 0x9F) int c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';

        assertThat(TextRules.firstForbidden(Character.toString(c))).isEqualTo(control ? 0 : -1);
    }

    @Example
    void a_pair_of_surrogates_is_a_character_and_half_a_pair_is_not() {
        assertThat(TextRules.firstForbidden("a\uD83D\uDE00b")).isEqualTo(-1);
        assertThat(TextRules.firstForbidden("a\uD83D")).isEqualTo(1);
        assertThat(TextRules.firstForbidden("a\uD83Db")).isEqualTo(1);
        assertThat(TextRules.firstForbidden("a\uDE00b")).isEqualTo(1);
        assertThat(TextRules.firstForbidden("\uDE00\uD83D")).isZero();
    }

    @Provide
    Arbitrary<String> allowed() {
        return Arbitraries.integers()
                .between(0x20, 0x10FFFF)
                .filter(c -> !Character.isISOControl(c) && (c < 0xD800 || c > 0xDFFF))
                .map(Character::toString)
                .list()
                .ofMaxSize(8)
                .map(each -> String.join("", each));
    }

    @Provide
    Arbitrary<String> forbidden() {
        return Arbitraries.of("\u0000", "\u0007", "\u000B", "\u001F", "\u007F", "\u0085", "\u009F", "\uDC00");
    }
}
