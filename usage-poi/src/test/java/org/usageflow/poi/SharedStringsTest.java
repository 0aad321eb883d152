package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedStringsTest {

    private static final int KEPT = 40_000;

    @TempDir
    private Path directory;

    private static List<String> texts(int count) {
        var random = new Random(5);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String letters = i % 3 == 0 ? "größe" : i % 3 == 1 ? "日本😀" : "plain ascii ";
            int length = i % 500 == 7 ? 32_767 : random.nextInt(40);
            texts.add((letters + i + letters.repeat(length / letters.length() + 1)).substring(0, length));
        }
        return texts;
    }

    private static void fill(SharedStrings strings, List<String> texts) throws IOException {
        var buffer = new TextBuffer(KEPT);
        for (String text : texts) {
            buffer.set(text);
            strings.add(buffer);
        }
        strings.seal();
    }

    private static String get(SharedStrings strings, int number) throws IOException {
        var out = new TextBuffer(KEPT);
        strings.get(number, out);
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource({"100000000, 100000", "1000, 100000", "100000000, 10", "0, 0", "20000, 1000"})
    void strings_come_back_in_any_order_wherever_they_are_held(int chars, int count) throws IOException {
        List<String> texts = texts(6_000);
        var random = new Random(9);
        try (var strings = new SharedStrings(chars, count, directory)) {
            fill(strings, texts);

            assertThat(strings.count()).isEqualTo(6_000);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(get(strings, i)).isEqualTo(texts.get(i));
            }
            for (int i = 0; i < 10_000; i++) {
                int number = random.nextInt(texts.size());
                assertThat(get(strings, number)).isEqualTo(texts.get(number));
            }
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void directory_that_cannot_be_written_is_an_exception() {
        Path gone = directory.resolve("gone");
        try (var strings = new SharedStrings(0, 0, gone)) {
            assertThatThrownBy(() -> fill(strings, List.of("a"))).isInstanceOf(IOException.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void workbook_of_many_strings_reads_alike_and_leaves_nothing() {
        var rows = new StringBuilder(BrokenWorkbooks.HEADER);
        var strings = new StringBuilder();
        int count = 140_000;
        for (int i = 0; i < count; i++) {
            rows.append("<row><c t='s'><v>" + (count - 1 - i) + "</v></c></row>");
            strings.append("<si><t>unique string number " + i + "</t></si>");
        }

        List<String> read = Reading.firstColumn(
                BrokenWorkbooks.ofShared(rows.toString(), strings.toString()).bytes());

        assertThat(read).hasSize(count);
        assertThat(read.get(0)).isEqualTo("unique string number 139999");
        assertThat(read.get(count - 1)).isEqualTo("unique string number 0");
    }

    @Test
    void fault_after_the_strings_went_to_a_file_leaves_nothing() {
        String strings = "<si><t>x</t></si>".repeat(140_000);

        assertThat(Reading.fault(BrokenWorkbooks.ofShared("<row><c t='s'><v>140000</v></c></row>", strings)
                        .bytes()))
                .isNotNull();
        assertThat(Reading.fault(BrokenWorkbooks.ofShared("", strings + "<si>").bytes()))
                .isNotNull();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
