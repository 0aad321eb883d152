package org.usageflow.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class TextsProperties {

    private static final String TEXT = "text";
    private static final String TEXTS = "texts";

    /** Any characters, those that are written in a way of their own among them more often than by chance. */
    @Provide(TEXT)
    Arbitrary<String> text() {
        Arbitrary<Character> special = Arbitraries.of(
                '\u0000', '\n', '\u007F', '"', '\\', '[', ']', ',', 'n', 'u', '\uD835', '\uDCB3', '\uFFFF', ' ');
        return Arbitraries.oneOf(special, Arbitraries.chars().all())
                .list()
                .ofMaxSize(12)
                .map(all -> all.stream().map(String::valueOf).reduce("", String::concat));
    }

    @Provide(TEXTS)
    Arbitrary<List<@Nullable String>> texts() {
        return text().injectNull(0.2).list().ofMaxSize(5);
    }

    @Property
    void texts_that_were_written_are_read_equal(@ForAll(TEXTS) List<@Nullable String> texts) {
        String written = Texts.write(texts);

        assertThat(Texts.storable(written)).isEqualTo(written);
        assertThat(Texts.read(written)).isEqualTo(texts);
    }

    @Property
    void text_of_any_characters_is_read_equal(@ForAll(TEXT) String text) {
        String written = Objects.requireNonNull(Texts.any(text));

        assertThat(Texts.storable(written)).isEqualTo(written);
        assertThat(Texts.readAny(written)).isEqualTo(text);
    }

    @Property
    void text_that_nobody_wrote_is_read_or_refused(@ForAll(TEXT) String text) {
        try {
            Texts.read("[" + text + "]").forEach(each -> {});
        } catch (IllegalArgumentException e) {
            assertThat(e).isNotNull();
        }
    }

    @Example
    void text_that_every_database_keeps_is_written_as_it_is() {
        assertThat(Texts.any("Juli – \uD835\uDCB3 [x]")).isEqualTo("Juli – \uD835\uDCB3 [x]");
        assertThat(Texts.any(null)).isNull();
        assertThat(Texts.readAny(null)).isNull();
    }

    @Example
    void text_with_a_nul_or_half_a_pair_is_not_storable() {
        for (String wrong : Arrays.asList("\u0000", "a\uD835", "\uDCB3b", "\uD835\uD835\uDCB3")) {
            assertThatThrownBy(() -> Texts.storable(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Texts.storable("\uD835\uDCB3")).isEqualTo("\uD835\uDCB3");
    }

    @Example
    void list_that_does_not_end_is_refused() {
        for (String wrong : List.of("", "[", "[null", "[\"a\"", "[\"a", "[\"\\", "[\"\\u12", "null]", "[\"a\"]x")) {
            assertThatThrownBy(() -> Texts.read(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
