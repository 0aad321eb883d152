package org.usageflow.core.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Identifiers are normalised to NFC, whatever was read before (rules §3.3). */
class TextCacheProperties {

    private final TextCache cache = new TextCache();

    @Property
    void identifier_equals_its_normal_form_whatever_came_before(
            @ForAll @Size(max = 20) List<@StringLength(max = 70) String> texts) {
        for (String text : texts) {
            String read = cache.identifier(("<" + text + ">").toCharArray(), 1, text.length());

            assertThat(read).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
    }
}
