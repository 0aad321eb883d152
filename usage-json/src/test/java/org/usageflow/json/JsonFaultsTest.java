package org.usageflow.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedFault;

class JsonFaultsTest {

    private static final UploadLimits SMALL = UploadLimits.DEFAULTS.withTable(10, 5, 10);

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("cut off in an object", bytes("{\"a\":1}\n{\"a\":"), 2L, "breaks off"),
                Arguments.of("cut off in an array", bytes("[{\"a\":1},\n"), 2L, "breaks off"),
                Arguments.of("cut off in a text", bytes("{\"a\":1}\n{\"a\":\"x"), 2L, "breaks off"),
                Arguments.of("no value", bytes("{\"a\":1}\n{\"a\":}"), 2L, "not JSON at column 6"),
                Arguments.of("a comma too many", bytes("[{\"a\":1},\r\n{\"a\":2,}]"), 2L, "not JSON"),
                Arguments.of("a comma behind the last", bytes("[{\"a\":1},\r]"), 2L, "not JSON"),
                Arguments.of("no comma", bytes("[{\"a\":1}\n{\"a\":2}]"), 2L, "not JSON"),
                Arguments.of("a comma between lines", bytes("{\"a\":1},\n{\"a\":2}"), 1L, "not JSON"),
                Arguments.of("a comment", bytes("{\"a\":1}\n// x\n{\"a\":2}"), 2L, "not JSON"),
                Arguments.of("not a number", bytes("{\"a\":1}\n{\"a\":NaN}"), 2L, "not JSON"),
                Arguments.of("a zero in front", bytes("{\"a\":1}\n{\"a\":01}"), 2L, "not JSON"),
                Arguments.of("a plus in front", bytes("{\"a\":1}\n{\"a\":+1}"), 2L, "not JSON"),
                Arguments.of("a name without quotes", bytes("{\"a\":1}\n{a:1}"), 2L, "not JSON"),
                Arguments.of("single quotes", bytes("{\"a\":1}\n{'a':1}"), 2L, "not JSON"),
                Arguments.of("a line end in a text", bytes("{\"a\":1}\n{\"a\":\"\n\"}"), 2L, "not JSON"),
                Arguments.of("a wrong escape", bytes("{\"a\":1}\n{\"a\":\"\\x\"}"), 2L, "not JSON"),
                Arguments.of("half a word", bytes("{\"a\":1}\n{\"a\":tru}"), 2L, "not JSON"),
                Arguments.of("brackets crossed", bytes("{\"a\":1}\n{\"a\":[1}]}"), 2L, "not JSON"),
                Arguments.of(
                        "a number in an array", bytes("[{\"a\":1},\n2]"), 2L, "an element of the array is no object"),
                Arguments.of(
                        "null in an array", bytes("[{\"a\":1},\nnull]"), 2L, "an element of the array is no object"),
                Arguments.of(
                        "an array in an array", bytes("[{\"a\":1},\n[]]"), 2L, "an element of the array is no object"),
                Arguments.of("a text on a line", bytes("{\"a\":1}\n\"x\"\n"), 2L, "something that is no object"),
                Arguments.of(
                        "an array on a line", bytes("{\"a\":1}\n[{\"a\":1}]\n"), 2L, "something that is no object"),
                Arguments.of(
                        "more behind the array", bytes("[{\"a\":1}]\n{\"a\":1}"), 2L, "behind the end of the array"),
                Arguments.of("rubbish behind the array", bytes("[{\"a\":1}]\nx"), 2L, "not JSON"),
                Arguments.of("rubbish behind an object", bytes("{\"a\":1}\nx"), 2L, "not JSON"),
                Arguments.of("NUL", bytes("{\"a\":1}\n", 0), 2L, "not JSON"),
                Arguments.of("half a character", bytes("{\"a\":1}\n{\"a\":\"", 0xC3, "\"}"), 2L, "not UTF-8"),
                Arguments.of(
                        "a character in too many bytes",
                        bytes("{\"a\":1}\n{\"a\":\"", 0xC0, 0xAF, "\"}"),
                        2L,
                        "not UTF-8"),
                Arguments.of(
                        "an encoded surrogate", bytes("{\"a\":1}\n{\"", 0xED, 0xA0, 0x80, "\":1}"), 2L, "not UTF-8"),
                Arguments.of(
                        "beyond Unicode",
                        bytes("{\"a\":1}\n{\"a\":\"", 0xF4, 0x90, 0x80, 0x80, "\"}"),
                        2L,
                        "not UTF-8"),
                Arguments.of("an end within a character", bytes("{\"a\":1}\n{\"a\":\"", 0xE2, 0x82), 2L, "not UTF-8"));
    }

    private static byte[] bytes(Object... parts) {
        return JsonTexts.bytes(parts);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void text_that_is_broken_is_unreadable_at_its_line(String name, byte[] content, long line, String reason) {
        RecordingSink sink = JsonTexts.read(content, UploadLimits.DEFAULTS);

        RecordedFault fault = sink.faults().get(0);
        assertThat(fault.code()).isEqualTo(ProblemCode.FILE_UNREADABLE);
        assertThat(fault.arguments().get("reason")).contains(reason);
        assertThat(fault.place()).isEqualTo(new Place(null, line, null, null, null));
        assertThat(sink.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void text_in_another_encoding_is_unreadable(String encoding) throws Exception {
        RecordingSink sink = JsonTexts.read("{\"a\":1}".getBytes(encoding), UploadLimits.DEFAULTS);

        assertThat(sink.faults().get(0).code()).isEqualTo(ProblemCode.FILE_UNREADABLE);
        assertThat(sink.faults().get(0).arguments().get("reason")).contains("UTF-16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\uFEFF"})
    void file_that_is_empty_is_unreadable(String text) {
        RecordingSink sink = JsonTexts.read(text);

        assertThat(sink.faults()).extracting(RecordedFault::code).containsExactly(ProblemCode.FILE_UNREADABLE);
        assertThat(sink.faults().get(0).place()).isEqualTo(Place.FILE);
    }

    @Test
    void row_beyond_the_limit_is_too_large() {
        RecordingSink sink = JsonTexts.read("{\"a\":\"12345\",\"b\":67890}\n{\"a\":\"123456\",\"b\":67890}", SMALL);

        assertTooLarge(sink, 2, "10 characters");
        assertThat(sink.rows()).isEqualTo(1);
    }

    @Test
    void text_without_an_end_is_too_large_in_bounded_memory() {
        assertTooLarge(
                JsonTexts.read("{\"a\":1}\n{\"a\":\"" + "x".repeat(20_000_000) + "\"}"), 2, "4194304 characters");
    }

    @Test
    void number_without_an_end_is_too_large_in_bounded_memory() {
        assertTooLarge(JsonTexts.read("{\"a\":1}\n{\"a\":" + "7".repeat(20_000_000) + "}"), 2, "4194304 characters");
        assertTooLarge(JsonTexts.read("{\"a\":1}\n{\"a\":0." + "7".repeat(40_000) + "}"), 2, "32767 digits");
    }

    @Test
    void nesting_without_an_end_is_too_large() {
        assertTooLarge(JsonTexts.read("{\"a\":1}\n{\"a\":" + "[".repeat(5_000_000)), 2, "100 levels");
        assertTooLarge(JsonTexts.read("{\"a\":1}\n{\"a\":" + "{\"a\":".repeat(60) + "[".repeat(60)), 2, "100 levels");
    }

    @Test
    void nesting_of_some_levels_is_a_structure() {
        assertThat(JsonTexts.cell("[".repeat(80) + "]".repeat(80)).text()).startsWith("[[[[");
    }

    @Test
    void name_beyond_the_limit_is_too_large() {
        assertTooLarge(JsonTexts.read("{\"a\":1}\n{\"" + "n".repeat(1_000_000) + "\":1}"), 2, "32767 characters");
    }

    @Test
    void names_beyond_the_limit_together_are_too_large() {
        assertTooLarge(JsonTexts.read("{\"aaaa\":1}\n{\"bbbb\":1}\n{\"cccc\":1}", SMALL), 3, "10 characters");
    }

    private static void assertTooLarge(RecordingSink sink, long line, String limit) {
        assertThat(sink.faults()).extracting(RecordedFault::code).containsExactly(ProblemCode.FILE_TOO_LARGE);
        assertThat(sink.faults().get(0).place()).isEqualTo(new Place(null, line, null, null, null));
        assertThat(sink.faults().get(0).arguments())
                .containsEntry("limit", limit)
                .containsKey("what");
        assertThat(sink.violations()).isEmpty();
    }

    @Test
    void names_that_collide_are_read_in_bounded_time() {
        var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("{\"");
            for (int bit = 0; bit < 16; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            text.append("\":1}\n");
        }

        RecordingSink sink = JsonTexts.read(text.toString().getBytes(StandardCharsets.UTF_8), UploadLimits.DEFAULTS);

        assertThat(sink.rows() + sink.faults().size()).isPositive();
    }
}
