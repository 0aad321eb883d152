package org.usageflow.json.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.json.dialect.FileDocument.Stats;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Environment;
import org.usageflow.testkit.UsageFixtures;

class LenientReadingTest {

    @Nested
    class Values {

        @ParameterizedTest
        @CsvSource({
            "28.50, 28.5",
            "'\"28.50\"', 28.5",
            "'\" +28.5 \"', 28.5",
            "'\".5\"', 0.5",
            "'\"7.\"', 7",
            "2.85e1, 28.5",
            "'\"285E-1\"', 28.5",
            "1e37, 10000000000000000000000000000000000000",
            "-0.0, 0",
            "0e999999999999, 0",
            "1e0, 1",
            "1e-000000000000000000000001, 0.1",
            "0.1000000000000000055511151231257827, 0.1000000000000000055511151231257827",
            "9007199254740993, 9007199254740993",
        })
        void numbers_are_read_exactly_from_numbers_and_strings(String json, String number) {
            assertThat(DialectTexts.record("{\"usage\":" + json + "}").usage()).isEqualTo(new BigDecimal(number));
        }

        @ParameterizedTest
        @ValueSource(strings = {"3", "\"3\"", "3.0", "\"3.00\"", "3e0"})
        void counts_are_read_from_whole_numbers(String json) {
            assertThat(DialectTexts.record("{\"tier\":" + json + "}").tier().level())
                    .isEqualTo(3);
        }

        @ParameterizedTest
        @CsvSource({
            "2021-07-08T10:20:30Z, 2021-07-08T10:20:30Z",
            "2021-07-08T10:20:30+00:00, 2021-07-08T10:20:30Z",
            "2021-07-08T10:20:30-00:00, 2021-07-08T10:20:30Z",
            "2021-07-08T10:20:30+0000, 2021-07-08T10:20:30Z",
            "2021-07-08t10:20:30z, 2021-07-08T10:20:30Z",
            "2021-07-08T10:20:30.5Z, 2021-07-08T10:20:30.5Z",
            "2021-07-08T10:20:30.123456789+00:00, 2021-07-08T10:20:30.123456789Z",
            "2021-07-08T10:20Z, 2021-07-08T10:20:00Z",
            "2021-07-08 1:20:30, 2021-07-08T01:20:30Z",
            "2021-07-08 10:20:30 +00:00, 2021-07-08T10:20:30Z",
            "2021-07-08, 2021-07-08T00:00:00Z",
            "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
            "2199-12-31T23:59:59.999999999Z, 2199-12-31T23:59:59.999999999Z",
        })
        void times_in_utc_are_read_in_every_spelling(String text, String time) {
            assertThat(DialectTexts.record("{\"closed_at\":\"" + text + "\"}").closedAt())
                    .isEqualTo(Instant.parse(time));
        }

        @Test
        void texts_are_read_from_numbers_and_truth_values_as_they_are_written() {
            RecordDocument record = DialectTexts.record(
                    "{\"id\":554027867388,\"params\":[{\"parameter_name\":7.0,\"parameter_value\":true}]}");

            assertThat(record.id()).isEqualTo("554027867388");
            assertThat(record.params()).containsExactly(new RecordParameter("7.0", "true"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"pr", "PR", " Pr "})
        void schemas_are_read_in_any_case(String schema) {
            assertThat(DialectTexts.file("{\"schema\":\"" + schema + "\"}").schema())
                    .isEqualTo(UsageFixtures.PR);
        }

        @ParameterizedTest
        @CsvSource({"production, PRODUCTION", "preview, PREVIEW", "test, PREVIEW", "TEST, PREVIEW"})
        void test_is_read_as_preview(String word, Environment environment) {
            assertThat(DialectTexts.file("{\"environment\":\"" + word + "\"}").environment())
                    .isEqualTo(environment);
        }

        @Test
        void a_currency_and_a_status_are_read_in_any_case() {
            FileDocument file = DialectTexts.file("{\"currency\":\"eur\",\"status\":\"Ready\"}");

            assertThat(file.currency()).isEqualTo(UsageFixtures.EUR);
            assertThat(file.status()).isEqualTo(UsageFileStatus.READY);
        }

        @ParameterizedTest
        @CsvSource({
            "valid, VALID",
            "validated, VALID",
            "pending, VALID",
            "invalid, INVALID",
            "suspended, INVALID",
            "approved, APPROVED",
            "accepted, APPROVED",
            "Rejected, REJECTED",
            "closed, CLOSED",
        })
        void statuses_of_records_are_read_in_both_vocabularies(String word, DialectStatus status) {
            assertThat(DialectTexts.record("{\"status\":\"" + word + "\"}").status())
                    .isEqualTo(status);
        }
    }

    @Nested
    class MembersOfDocuments {

        @Test
        void null_and_empty_objects_and_arrays_are_absent() {
            assertThat(DialectTexts.file("""
                    {"id":null,"period":{},"product":{"id":null},"events":{"created":{"by":{}}},"stats":{"uploaded":null}}""")).isEqualTo(FileDocument.builder().build());
            assertThat(DialectTexts.record("""
                    {"item":{},"asset":null,"category":{},"params":[],"error_codes":null,"usagefile":{},"closed_by":{}}"""))
                    .isEqualTo(RecordDocument.builder().build());
        }

        @Test
        void a_distributor_is_the_provider() {
            assertThat(DialectTexts.file("{\"distributor\":{\"id\":\"PA-1\"}}").provider())
                    .isEqualTo(Reference.to("PA-1"));
        }

        @Test
        void a_distributor_beside_the_provider_is_kept_aside() {
            FileDocument file = DialectTexts.file("{\"distributor\":{\"id\":\"PA-1\"},\"provider\":{\"id\":\"PA-2\"}}");

            assertThat(file.provider()).isEqualTo(Reference.to("PA-2"));
            assertThat(file.unknown()).containsExactly(java.util.Map.entry("/distributor", "{\"id\":\"PA-1\"}"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"records", "stats"})
        void older_counts_are_read(String member) {
            assertThat(DialectTexts.file("{\"" + member + "\":{\"valid\":9,\"invalid\":\"1\",\"closed\":4}}")
                            .stats())
                    .isEqualTo(new Stats(10L, 9L, null, null, 4L));
        }

        @Test
        void older_counts_that_say_too_little_are_kept_aside() {
            FileDocument file = DialectTexts.file("{\"records\":{\"invalid\":1}}");

            assertThat(file.stats()).isNull();
            assertThat(file.unknown()).containsExactly(java.util.Map.entry("/records/invalid", "1"));
        }

        @Test
        void newer_counts_win_and_the_older_are_kept_aside() {
            FileDocument file =
                    DialectTexts.file("{\"records\":{\"valid\":1},\"stats\":{\"validated\":2,\"valid\":3}}");

            assertThat(file.stats()).isEqualTo(new Stats(null, 2L, null, null, null));
            assertThat(file.unknown())
                    .containsExactly(
                            java.util.Map.entry("/records", "{\"valid\":1}"), java.util.Map.entry("/stats/valid", "3"));
        }

        @Test
        void the_closer_is_read_from_its_id_and_from_an_object() {
            assertThat(DialectTexts.record("{\"closed_by\":\"U-1\"}").closedBy())
                    .isEqualTo("U-1");
            assertThat(DialectTexts.record("{\"closed_by\":{\"id\":\"U-1\",\"name\":\"Anna\"}}"))
                    .isEqualTo(RecordDocument.builder()
                            .closedBy("U-1")
                            .unknown(java.util.Map.of("/closed_by/name", "\"Anna\""))
                            .build());
        }

        @Test
        void errors_are_read_from_one_text_and_from_several() {
            assertThat(DialectTexts.record("{\"error_details\":\"no\",\"error_codes\":[\"A\",1]}"))
                    .isEqualTo(RecordDocument.builder()
                            .errorDetails(List.of("no"))
                            .errorCodes(List.of("A", "1"))
                            .build());
        }

        @ParameterizedTest
        @ValueSource(strings = {"id", "record_id", "usage_record_id"})
        void the_id_is_read_under_the_names_of_files_too(String name) {
            assertThat(DialectTexts.record("{\"" + name + "\":\"r-1\"}"))
                    .isEqualTo(RecordDocument.builder().id("r-1").build());
        }

        @Test
        void unknown_members_are_kept_aside_exactly_and_in_order() {
            FileDocument file = DialectTexts.file("""
                    { "zeta" : [ 1.50, "a\\u0041\\"", null , true ], "id":"1",
                      "product": {"icon": {"n": 1e400}, "id":"P"}, "a/b~c": -0.0, "none": null,
                      "events": {"processed": {}}, "lone": "\\ud800\\u0001" }""");

            assertThat(file.unknown())
                    .containsExactly(
                            java.util.Map.entry("/zeta", "[1.50,\"aA\\\"\",null,true]"),
                            java.util.Map.entry("/product/icon", "{\"n\":1e400}"),
                            java.util.Map.entry("/a~1b~0c", "-0.0"),
                            java.util.Map.entry("/none", "null"),
                            java.util.Map.entry("/events/processed", "{}"),
                            java.util.Map.entry("/lone", "\"\\ud800\\u0001\""));
        }

        @Test
        void unknown_members_in_arrays_are_kept_aside_by_index() {
            RecordDocument record = DialectTexts.records(
                            "[{},{\"params\":[{\"parameter_name\":\"a\"},{\"parameter_name\":\"b\",\"x\":2}]}]")
                    .get(1);

            assertThat(record.unknown()).containsExactly(java.util.Map.entry("/params/1/x", "2"));
        }

        @Test
        void a_byte_order_mark_and_blanks_are_passed_over() {
            assertThat(DialectTexts.record("\uFEFF \n{ }\t "))
                    .isEqualTo(RecordDocument.builder().build());
        }
    }
}
