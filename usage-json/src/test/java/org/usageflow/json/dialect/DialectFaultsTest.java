package org.usageflow.json.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.usageflow.json.dialect.DialectTexts.DIALECT;
import static org.usageflow.json.dialect.DialectTexts.refusal;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectFaultsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"usage\":\"a lot\"} | /usage | is no number of at most 38 digits",
                "{\"usage\":\"1,000\"} | /usage | is no number of at most 38 digits",
                "{\"usage\":\"NaN\"} | /usage | is no number of at most 38 digits",
                "{\"usage\":\"0x1F\"} | /usage | is no number of at most 38 digits",
                "{\"usage\":\"1e\"} | /usage | is no number of at most 38 digits",
                "{\"usage\":\"1e+\"} | /usage | is no number of at most 38 digits",
                "{\"usage\":\"\"} | /usage | is no number of at most 38 digits",
                "{\"usage\":\".\"} | /usage | is no number of at most 38 digits",
                "{\"usage\":\"1d\"} | /usage | is no number of at most 38 digits",
                "{\"usage\":true} | /usage | is no number of at most 38 digits",
                "{\"usage\":1e38} | /usage | is no number of at most 38 digits",
                "{\"usage\":1e-39} | /usage | is no number of at most 38 digits",
                "{\"usage\":1e999999999} | /usage | is no number of at most 38 digits",
                "{\"usage\":1e99999999999999999999} | /usage | is no number of at most 38 digits",
                "{\"usage\":\"1e-2147483648\"} | /usage | is no number of at most 38 digits",
                "{\"usage\":{}} | /usage | is no text",
                "{\"id\":[]} | /id | is no text",
                "{\"tier\":1.5} | /tier | is no whole number from 0",
                "{\"tier\":-1} | /tier | is no whole number from 0",
                "{\"tier\":1000} | /tier | is above 999",
                "{\"tier\":1e18} | /tier | is no whole number from 0",
                "{\"multiplier\":2147483648} | /multiplier | is above 2147483647",
                "{\"status\":\"open\"} | /status | is none of accepted, approved, closed, invalid, pending, rejected, suspended, valid, validated",
                "{\"start_date\":\"yesterday\"} | /start_date | is no time",
                "{\"start_date\":\"2021-02-30T00:00:00Z\"} | /start_date | is no time",
                "{\"start_date\":\"2021-02-28T24:00:00Z\"} | /start_date | is no time",
                "{\"start_date\":1627776000} | /start_date | is no time",
                "{\"start_date\":\"2021-07-01T00:00:00\"} | /start_date | is a time without Z or +00:00",
                "{\"start_date\":\"2021-07-01T00:00:00+02:00\"} | /start_date | is a time of another offset than UTC",
                "{\"start_date\":\"1969-12-31T23:59:59Z\"} | /start_date | is not of the years 1970 to 2199",
                "{\"start_date\":\"2200-01-01T00:00:00Z\"} | /start_date | is not of the years 1970 to 2199",
                "{\"item\":\"I-1\"} | /item | is no object",
                "{\"item\":{\"id\":{}}} | /item/id | is no text",
                "{\"params\":{}} | /params | is no array",
                "{\"params\":[1]} | /params/0 | is no object",
                "{\"params\":[{\"parameter_name\":\"a\"},{}]} | /params/1/parameter_name | is missing",
                "{\"params\":[{\"parameter_name\":[]}]} | /params/0/parameter_name | is no text",
                "{\"error_codes\":[null]} | /error_codes/0 | is no text",
                "{\"error_codes\":{}} | /error_codes | is no array",
                "{\"usagefile\":{\"schema\":\"q t\"}} | /usagefile/schema | is no code of a schema",
                "{\"usagefile\":{\"currency\":\"XQQ\"}} | /usagefile/currency | is no currency of ISO 4217",
                "{\"id\":1,\"id\":1} | /id | is there twice",
                "{\"x\":{\"y\":[{\"a~/\":1,\"a~/\":2}]}} | /x/y/0/a~0~1 | is there twice",
                "[] | '' | is no object",
                "1 | '' | is no object",
                "{} {} | '' | has something behind its end",
                "{},{} | '' | is not JSON at line 1, column 3",
                "{\"item\":{\"id\" 1}} | /item/id | is not JSON at line 1, column 15",
                "{\"item\":{\"id\":1}, | '' | breaks off",
                "{\"item\":{\"id\":\"a | /item/id | breaks off",
                "{\"params\":[1 2]} | /params/1 | is not JSON at line 1, column 14",
                "{\"usage\":01} | /usage | is not JSON at line 1, column 11",
                "{\"usage\":NaN} | /usage | is not JSON at line 1, column 13",
                "{'usage':1} | '' | is not JSON at line 1, column 2",
            })
    void what_cannot_be_read_is_refused_at_its_pointer(String text, String pointer, String reason) {
        DialectException refusal = refusal(() -> DialectTexts.record(text));

        assertThat(refusal).isNotNull().hasNoCause();
        assertThat(refusal.pointer()).isEqualTo(pointer);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal).hasMessage((pointer.isEmpty() ? "the document" : pointer) + " " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{},{\"usage\":\"x\"}] | /1/usage | is no number of at most 38 digits | 1",
                "[{},{},3] | /2 | is no object | 2",
                "[{} | '/1' | breaks off | 1",
                "[{}] [] | '' | has something behind its end | 1",
                "{} | '' | is no array | 0",
                "'' | '' | is no array | 0",
            })
    void a_fault_in_an_array_is_placed_by_index_after_those_before_were_handed_on(
            String text, String pointer, String reason, int before) {
        List<RecordDocument> read = new ArrayList<>();

        DialectException refusal = refusal(() -> DIALECT.readRecords(DialectTexts.stream(text), read::add));

        assertThat(refusal.pointer()).isEqualTo(pointer);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(read).hasSize(before);
    }

    @Test
    void faults_of_files_have_their_pointers() {
        assertThat(refusal(() -> DialectTexts.file("{\"events\":{\"closed\":{\"at\":\"now\"}}}"))
                        .pointer())
                .isEqualTo("/events/closed/at");
        assertThat(refusal(() -> DialectTexts.file("{\"environment\":\"staging\"}"))
                        .reason())
                .isEqualTo("is none of preview, production, test");
        assertThat(refusal(() -> DialectTexts.file("{\"records\":{\"valid\":-1,\"invalid\":0}}"))
                        .pointer())
                .isEqualTo("/records/valid");
    }

    @Test
    void an_empty_text_is_refused() {
        assertThat(refusal(() -> DialectTexts.record("")).reason()).isEqualTo("is empty");
        assertThat(refusal(() -> DialectTexts.record("\uFEFF  ")).reason()).isEqualTo("is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "EDA080", "FF", "E282"})
    void bytes_that_are_no_utf_8_are_refused(String hex) {
        String bytes = new String(new java.math.BigInteger(hex, 16).toByteArray(), StandardCharsets.ISO_8859_1)
                .replace("\0", "");
        byte[] text = ("{\"id\":\"" + bytes + "\"}").getBytes(StandardCharsets.ISO_8859_1);

        DialectException refusal = refusal(() -> DialectTexts.record(text));

        assertThat(refusal).hasNoCause();
        assertThat(refusal.reason()).isEqualTo("is not UTF-8");
    }

    @Test
    void utf_16_is_refused() {
        assertThat(refusal(() -> DialectTexts.record("{}".getBytes(StandardCharsets.UTF_16)))
                        .reason())
                .isEqualTo("is not UTF-8");
        assertThat(refusal(() -> DialectTexts.record("{}".getBytes(StandardCharsets.UTF_16LE))))
                .isNotNull();
    }

    @Test
    void a_failing_stream_throws_its_own_exception() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> DIALECT.readRecord(broken))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("gone");
    }

    @Test
    void what_a_consumer_throws_ends_the_reading() {
        assertThatThrownBy(() -> DIALECT.readRecords(DialectTexts.stream("[{},{}]"), each -> {
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }

    @Test
    void streams_stay_open() throws IOException {
        List<String> closed = new ArrayList<>();
        InputStream in = new FilterInputStream(DialectTexts.stream("{}")) {
            @Override
            public void close() {
                closed.add("in");
            }
        };
        var out = new java.io.ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.add("out");
            }
        };

        DIALECT.write(DIALECT.readRecord(in), out);

        assertThat(closed).isEmpty();
    }

    @Nested
    class Hostile {

        private DialectException refusedSoon(String text) {
            return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refusal(() -> DialectTexts.record(text)));
        }

        @Test
        void deep_nesting_is_refused() {
            DialectException refusal = refusedSoon("{\"x\":" + "[".repeat(1_000_000));

            assertThat(refusal.reason()).isEqualTo("is nested in more than 100 levels");
            assertThat(refusal.pointer()).startsWith("/x/0/0");
            assertThat(DialectTexts.record("{\"x\":" + "[".repeat(99) + "]".repeat(99) + "}")
                            .unknown())
                    .containsKey("/x");
        }

        @Test
        void long_numbers_are_refused() {
            assertThat(refusedSoon("{\"usage\":" + "9".repeat(2_000_000) + "}").reason())
                    .isEqualTo("is a number of more than 1000 digits");
            assertThat(refusedSoon("{\"usage\":\"" + "9".repeat(2_000_000) + "\"}")
                            .reason())
                    .isEqualTo("is no number of at most 38 digits");
            assertThat(refusedSoon("{\"x\":" + "9".repeat(1_001) + "}").pointer())
                    .isEqualTo("/x");
        }

        @Test
        void long_names_are_refused() {
            assertThat(refusedSoon("{\"" + "n".repeat(50_001) + "\":1}").reason())
                    .isEqualTo("has a member whose name is longer than 50000 characters");
        }

        @Test
        void a_large_document_is_refused() {
            assertThat(refusedSoon("{\"x\":\"" + "y".repeat(5_000_000) + "\"}").reason())
                    .isEqualTo("is larger than 4194304 characters");
            assertThat(refusedSoon("{\"x\":[" + "0,".repeat(70_000) + "0]}").reason())
                    .isEqualTo("is larger than 4194304 characters");
        }

        @Test
        void a_document_just_within_the_limit_is_read() {
            String note = "y".repeat(4 * 1024 * 1024 - 2 * 64 - 1);

            assertThat(DialectTexts.record("{\"x\":\"" + note + "\"}").unknown())
                    .hasSize(1);
            assertThat(refusedSoon("{\"x\":\"" + note + "y\"}")).isNotNull();
        }

        @Test
        void the_limit_is_that_of_each_document_and_not_of_the_array() {
            String document = "{\"id\":\"" + "y".repeat(3_000_000) + "\"}";
            long[] read = new long[1];

            DialectTexts.written(target ->
                    DIALECT.readRecords(DialectTexts.stream("[" + document + "," + document + "]"), each -> read[0]++));

            assertThat(read[0]).isEqualTo(2);
        }

        @Test
        void many_names_of_one_hash_are_read() {
            var text = new StringBuilder("{\"x\":{");
            for (int i = 0; i < 8_192; i++) {
                text.append(i == 0 ? "\"" : ",\"");
                for (int bit = 0; bit < 13; bit++) {
                    text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
                }
                text.append("\":0");
            }

            RecordDocument record =
                    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> DialectTexts.record(text + "}}"));

            assertThat(record.unknown()).hasSize(1);
        }

        @Test
        void an_endless_array_is_read_in_bounded_memory() throws IOException {
            byte[] one = ("{\"id\":\"r\",\"x\":\"" + "y".repeat(100_000) + "\"},").getBytes(StandardCharsets.UTF_8);
            List<InputStream> parts = new ArrayList<>();
            parts.add(DialectTexts.stream("["));
            for (int i = 0; i < 2_000; i++) {
                parts.add(new ByteArrayInputStream(one));
            }
            parts.add(DialectTexts.stream("{}]"));
            long[] read = new long[1];

            DIALECT.readRecords(new SequenceInputStream(Collections.enumeration(parts)), each -> read[0]++);

            assertThat(read[0]).isEqualTo(2_001);
        }
    }
}
