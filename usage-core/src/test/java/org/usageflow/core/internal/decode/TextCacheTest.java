package org.usageflow.core.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TextCacheTest {

    private final TextCache cache = new TextCache();

    private String identifier(String text) {
        String surrounded = "<" + text + ">";
        return cache.identifier(surrounded.toCharArray(), 1, text.length());
    }

    @Test
    void identifier_seen_lately_is_the_same_string() {
        String first = identifier("AS-3919-2310-2857");
        String second = identifier("AS-3919-2310-2857");

        assertThat(second).isSameAs(first);
    }

    @Test
    void long_identifier_is_not_kept() {
        String text = "x".repeat(65);

        assertThat(identifier(text)).isEqualTo(text).isNotSameAs(identifier(text));
    }

    @Test
    void identifiers_of_one_place_do_not_mix() {
        // Far more than there are places
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 20_000; i++) {
                assertThat(identifier("id-" + i)).isEqualTo("id-" + i);
            }
        }
    }

    @Test
    @DisplayName("rules §3.3: NFC, in identifiers")
    void decomposed_identifier_equals_the_composed_one() {
        assertThat(identifier("Cafe\u0301")).isEqualTo("Caf\u00E9").isEqualTo(identifier("Caf\u00E9"));
        assertThat(TextCache.normalised("e\u0301".toCharArray(), 0, 2)).isEqualTo("\u00E9");
    }

    @Test
    void equal_hash_of_another_length_is_another_identifier() {
        assertThat(identifier("")).isEmpty();
        assertThat(identifier("Aa")).isEqualTo("Aa");
        assertThat(identifier("BB")).isEqualTo("BB");
        assertThat(identifier("Aa")).isEqualTo("Aa");
    }
}
