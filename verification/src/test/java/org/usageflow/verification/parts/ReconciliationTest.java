package org.usageflow.verification.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.usageflow.verification.parts.Shop.BUYER;
import static org.usageflow.verification.parts.Shop.SYSTEM;
import static org.usageflow.verification.parts.Shop.north;
import static org.usageflow.verification.parts.Shop.row;
import static org.usageflow.verification.parts.Shop.south;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.usageflow.command.CloseRecord;
import org.usageflow.core.ReconciliationResult;
import org.usageflow.error.ContentException;
import org.usageflow.lifecycle.ReconciliationStatus;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.EventAction;
import org.usageflow.model.ReconciliationCounts;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemMessages;
import org.usageflow.query.Page;
import org.usageflow.spi.format.UsageFormat;

/** Reconciliation files through the services. Source: rules §3.7, §4.4. */
class ReconciliationTest {

    @TempDir
    private Path directory;

    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = new Shop(directory);
    }

    static Stream<UsageFormat> formats() {
        return Stream.of(Shop.CSV, Shop.XLSX, Shop.JSON, Shop.JSONL);
    }

    private static void assertProblem(ReconciliationResult result, ProblemCode code, String column, String value) {
        assertThat(result.problems())
                .extracting(Problem::code, each -> each.place().column(), Problem::value)
                .containsExactly(tuple(code, column, value));
        assertThat(result.problemsByCode()).isEqualTo(Map.of(code, 1L));
        assertThat(result.problemCount()).isEqualTo(1);
        assertThat(result.file().status()).isEqualTo(ReconciliationStatus.PROCESSED);
        assertThat(result.file().counts().refused()).isEqualTo(1);
    }

    private String id(UsageFile file, int record) {
        return shop.records(file).get(record).id().value();
    }

    @Nested
    class Applying {

        @ParameterizedTest
        @MethodSource("org.usageflow.verification.parts.ReconciliationTest#formats")
        void rows_close_their_records_in_every_format(UsageFormat format) {
            UsageFile file = shop.accepted(north("a"), south("b"), north("c"));
            shop.clock.advance(Duration.ofDays(1));
            List<String> columns = List.of("External_Billing_Note ", "item_id", "record_id", "EXTERNAL_BILLING_ID");

            ReconciliationResult result = shop.reconcile(
                    file,
                    Shop.table(
                            format,
                            columns,
                            List.of(row("a note", "x", "a", "INV-1"), row("", "", id(file, 2), "INV-2"))));

            assertThat(result.problems()).isEmpty();
            assertThat(result.file().counts()).isEqualTo(new ReconciliationCounts(2, 0, 0));
            assertThat(shop.records(file))
                    .extracting(UsageRecord::closing)
                    .containsExactly(
                            new Closing("INV-1", "a note", shop.clock.instant(), BUYER),
                            null,
                            new Closing("INV-2", null, shop.clock.instant(), BUYER));
            assertThat(shop.file(file.id()).counts())
                    .isEqualTo(new RecordCounts(Map.of(RecordStatus.ACCEPTED, 1L, RecordStatus.CLOSED, 2L)));
        }

        @Test
        void last_record_closes_the_file() {
            UsageFile file = shop.accepted(north("a"), south("b"));

            shop.reconcile(file, row("b", "INV-1", ""), row("a", "INV-1", ""));

            assertThat(shop.file(file.id()).status()).isEqualTo(UsageFileStatus.CLOSED);
            assertThat(shop.library.files().history(file.id(), BUYER))
                    .extracting(UsageEvent::action)
                    .endsWith(
                            EventAction.UPLOAD_RECONCILIATION,
                            EventAction.PROCESS_RECONCILIATION,
                            EventAction.CLOSE_RECORDS,
                            EventAction.CLOSE,
                            EventAction.COMPLETE_RECONCILIATION);
        }

        @Test
        void same_file_again_changes_nothing() {
            UsageFile file = shop.accepted(north("a"), south("b"));
            shop.reconcile(file, row("a", "INV-1", "one"), row("b", "INV-2", ""));
            List<UsageRecord> before = shop.records(file);

            ReconciliationResult again = shop.reconcile(file, row("a", "INV-1", "another note"), row("b", "INV-2", ""));

            assertThat(again.file().id().number()).isEqualTo(2);
            assertThat(again.file().status()).isEqualTo(ReconciliationStatus.PROCESSED);
            assertThat(again.file().counts()).isEqualTo(new ReconciliationCounts(0, 2, 0));
            assertThat(again.problems()).isEmpty();
            assertThat(shop.records(file)).isEqualTo(before);
        }

        @Test
        void vendor_id_that_looks_like_a_system_id_is_looked_up_as_the_vendors() {
            String likeOurs = "UR-2021-07-0000-0001-0000-0001";
            UsageFile file = shop.accepted(north(likeOurs), south("b"));

            ReconciliationResult result = shop.reconcile(file, row(likeOurs, "INV-1", ""));

            assertThat(result.problems()).isEmpty();
            assertThat(shop.records(file).get(0).status()).isEqualTo(RecordStatus.CLOSED);
        }

        @Test
        void record_id_counts_where_the_system_id_is_blank() {
            UsageFile file = shop.accepted(north("a"), south("b"));
            List<String> columns = List.of("record_id", "system_record_id", "external_billing_id");

            ReconciliationResult result = shop.reconcile(
                    file,
                    Shop.table(Shop.CSV, columns, List.of(row("b", id(file, 0), "INV-1"), row("b", "", "INV-2"))));

            assertThat(result.problems()).isEmpty();
            assertThat(shop.records(file))
                    .extracting(each -> each.closing().billingId())
                    .containsExactly("INV-1", "INV-2");
        }

        @Test
        void billing_id_that_a_formula_would_hide_is_kept_as_it_is() {
            UsageFile file = shop.accepted(north("=a"), south("b"));

            shop.reconcile(file, row("=a", "@INV", "+1"));

            assertThat(shop.records(file).get(0).closing().billingId()).isEqualTo("@INV");
            assertThat(shop.records(file).get(0).closing().note()).isEqualTo("+1");
        }

        @Test
        void file_without_rows_is_processed_with_a_warning() {
            UsageFile file = shop.accepted(north("a"));

            ReconciliationResult result = shop.reconcile(file);

            assertThat(result.file().status()).isEqualTo(ReconciliationStatus.PROCESSED);
            assertThat(result.file().counts()).isEqualTo(ReconciliationCounts.NONE);
            assertThat(result.problems()).extracting(Problem::code).containsExactly(ProblemCode.FILE_NO_RECORDS);
        }

        @Test
        void problems_listed_are_limited_and_counts_and_pages_are_not() {
            shop = new Shop(directory.resolve("limited"), 2);
            UsageFile file = shop.accepted(north("a"));

            ReconciliationResult result = shop.reconcile(
                    file,
                    row("x", "1", ""),
                    row("y", "1", ""),
                    row("z", "1", ""),
                    row("a", "1", ""),
                    row("w", "1", ""));

            assertThat(result.problems()).extracting(Problem::value).containsExactly("x", "y");
            assertThat(result.problemCount()).isEqualTo(4);
            assertThat(result.file().counts()).isEqualTo(new ReconciliationCounts(1, 0, 4));
            Page<Problem> first =
                    shop.library.reconciliations().problems(result.file().id(), null, 3, BUYER);
            Page<Problem> rest =
                    shop.library.reconciliations().problems(result.file().id(), first.next(), 3, BUYER);
            assertThat(first.items()).extracting(Problem::value).containsExactly("x", "y", "z");
            assertThat(rest.items()).extracting(Problem::value).containsExactly("w");
            assertThat(rest.next()).isNull();
        }
    }

    @Nested
    class RefusedRows {

        @ParameterizedTest
        @MethodSource("org.usageflow.verification.parts.ReconciliationTest#formats")
        void unknown_record_is_refused_at_its_id(UsageFormat format) {
            UsageFile file = shop.accepted(north("a"), south("b"));

            ReconciliationResult result = shop.reconcile(
                    file, Shop.table(format, Shop.PLAIN, List.of(row("a", "INV-1", ""), row("nothing", "INV-1", ""))));

            assertProblem(result, ProblemCode.RECONCILIATION_UNKNOWN_RECORD, "system_record_id", "nothing");
            assertThat(result.problems().get(0).place().row())
                    .isEqualTo(format == Shop.JSON || format == Shop.JSONL ? jsonLine(format) : 3L);
            assertThat(result.file().counts()).isEqualTo(new ReconciliationCounts(1, 0, 1));
        }

        private long jsonLine(UsageFormat format) {
            return format == Shop.JSONL ? 2 : 3;
        }

        @Test
        void record_of_another_file_is_as_unknown_as_one_that_does_not_exist() {
            UsageFile file = shop.accepted(north("a"), south("b"));
            UsageFile other = shop.accepted(north("c"));

            ReconciliationResult result = shop.reconcile(file, row(id(other, 0), "INV-1", ""), row("c", "INV-1", ""));

            assertThat(result.problems())
                    .extracting(Problem::code)
                    .containsOnly(ProblemCode.RECONCILIATION_UNKNOWN_RECORD)
                    .hasSize(2);
            assertThat(shop.records(other).get(0).status()).isEqualTo(RecordStatus.ACCEPTED);
        }

        @Test
        void record_that_is_not_accepted_is_refused() {
            UsageFile pending = shop.pending(north("a"), south("b"));

            ReconciliationResult result = shop.reconcile(pending, row("a", "INV-1", ""));

            assertProblem(result, ProblemCode.RECONCILIATION_NOT_ACCEPTED, "system_record_id", "a");
        }

        @ParameterizedTest
        @MethodSource("org.usageflow.verification.parts.ReconciliationTest#formats")
        void closed_record_keeps_its_billing_id(UsageFormat format) {
            UsageFile file = shop.accepted(north("a"), south("b"));
            UsageRecord closed = shop.library
                    .records()
                    .close(CloseRecord.of(shop.records(file).get(0).id(), "INV-1"), BUYER);

            ReconciliationResult result =
                    shop.reconcile(file, Shop.table(format, Shop.PLAIN, List.of(row("a", "INV-2", ""))));

            assertProblem(result, ProblemCode.RECONCILIATION_OTHER_BILLING_ID, "external_billing_id", "INV-2");
            assertThat(ProblemMessages.english().message(result.problems().get(0)))
                    .isEqualTo("The record 'a' is closed with another billing id.");
            assertThat(shop.records(file).get(0)).isEqualTo(closed);
        }

        @ParameterizedTest
        @MethodSource("org.usageflow.verification.parts.ReconciliationTest#formats")
        void second_row_for_a_record_is_refused_and_told_the_first(UsageFormat format) {
            UsageFile file = shop.accepted(north("a"), south("b"), north("c"));

            ReconciliationResult result = shop.reconcile(
                    file,
                    Shop.table(
                            format,
                            Shop.PLAIN,
                            List.of(row("c", "INV-1", ""), row(id(file, 0), "INV-1", ""), row("a", "INV-1", ""))));

            assertProblem(result, ProblemCode.RECONCILIATION_ROW_DUPLICATE, "system_record_id", "a");
            assertThat(result.problems().get(0).arguments()).containsEntry("first", format == Shop.JSONL ? "2" : "3");
            assertThat(result.file().counts()).isEqualTo(new ReconciliationCounts(2, 0, 1));
        }

        @Test
        void row_after_a_refused_one_for_the_same_record_is_no_duplicate() {
            UsageFile file = shop.accepted(north("a"), south("b"));

            ReconciliationResult result = shop.reconcile(file, row("a", "", ""), row("a", "INV-1", ""));

            assertProblem(result, ProblemCode.VALUE_REQUIRED, "external_billing_id", null);
            assertThat(shop.records(file).get(0).status()).isEqualTo(RecordStatus.CLOSED);
        }

        @Test
        void cells_in_error_are_each_a_problem() {
            UsageFile file = shop.accepted(north("a"), south("b"));

            ReconciliationResult result = shop.reconcile(
                    file,
                    row("", "INV-1", ""),
                    row("a", "x".repeat(256), "n".repeat(4_001)),
                    row("a", "\u0001", ""),
                    row("y".repeat(256), "INV-1", ""));

            assertThat(result.problems())
                    .extracting(
                            Problem::code,
                            each -> each.place().row(),
                            each -> each.place().column())
                    .containsExactly(
                            tuple(ProblemCode.VALUE_REQUIRED, 2L, "system_record_id"),
                            tuple(ProblemCode.VALUE_TOO_LONG, 3L, "external_billing_id"),
                            tuple(ProblemCode.VALUE_TOO_LONG, 3L, "external_billing_note"),
                            tuple(ProblemCode.VALUE_HAS_CONTROL_CHARACTER, 4L, "external_billing_id"),
                            tuple(ProblemCode.VALUE_TOO_LONG, 5L, "system_record_id"));
            assertThat(result.file().counts()).isEqualTo(new ReconciliationCounts(0, 0, 4));
        }

        @Test
        void structure_in_json_is_no_billing_id() {
            UsageFile file = shop.accepted(north("a"), south("b"));

            ReconciliationResult result = shop.reconcile(
                    file, "[{\"record_id\":\"a\",\"external_billing_id\":{\"x\":1}}]".getBytes(StandardCharsets.UTF_8));

            assertThat(result.problems()).extracting(Problem::code).containsExactly(ProblemCode.VALUE_NOT_ALLOWED);
        }

        @Test
        void number_is_read_as_a_billing_id() {
            UsageFile file = shop.accepted(north("a"), south("b"));

            shop.reconcile(
                    file, "[{\"record_id\":\"a\",\"external_billing_id\":4711}]".getBytes(StandardCharsets.UTF_8));

            assertThat(shop.records(file).get(0).closing().billingId()).isEqualTo("4711");
        }
    }

    @Nested
    class Failing {

        private void assertFailed(ReconciliationResult result, ProblemCode... codes) {
            assertThat(result.problems()).extracting(Problem::code).containsExactly(codes);
            assertThat(result.file().status()).isEqualTo(ReconciliationStatus.FAILED);
            assertThat(result.file().counts()).isEqualTo(ReconciliationCounts.NONE);
            assertThat(result.file().error()).startsWith(codes[0].name() + ": ");
        }

        private ReconciliationResult reconcile(String text) {
            UsageFile file = shop.accepted(north("a"));
            ReconciliationResult result = shop.reconcile(file, text.getBytes(StandardCharsets.UTF_8));
            assertThat(shop.records(file).get(0).status()).isEqualTo(RecordStatus.ACCEPTED);
            assertThat(shop.library.reconciliations().file(result.file().id(), BUYER))
                    .isEqualTo(result.file());
            return result;
        }

        @Test
        void file_of_no_known_format_fails() {
            assertFailed(reconcile("what is this"), ProblemCode.FILE_UNREADABLE);
            assertThat(shop.library.reconciliations()).isNotNull();
        }

        @Test
        void file_without_its_columns_fails() {
            ReconciliationResult result = reconcile("external_billing_note,quantity\nx,1\n");

            assertFailed(result, ProblemCode.COLUMN_MISSING, ProblemCode.COLUMN_MISSING);
            assertThat(result.problems())
                    .extracting(Problem::place)
                    .containsExactly(Place.column("record_id"), Place.column("external_billing_id"));
        }

        @Test
        void column_that_is_there_twice_fails() {
            assertFailed(
                    reconcile("record_id,external_billing_id,usage_record_id\na,INV-1,a\n"),
                    ProblemCode.COLUMN_DUPLICATE);
        }

        @Test
        void fault_behind_good_rows_leaves_them_unapplied() {
            assertFailed(
                    reconcile("[{\"record_id\":\"a\",\"external_billing_id\":\"INV-1\"},\n{\"record_id\":"),
                    ProblemCode.FILE_UNREADABLE);
        }

        @Test
        void content_that_is_lost_fails_the_file() throws IOException {
            UsageFile file = shop.accepted(north("a"));
            byte[] content = Shop.table(Shop.CSV, Shop.PLAIN, List.of(row("a", "INV-1", "")));
            ReconciliationFile uploaded =
                    Shop.with(content, source -> shop.library.reconciliations().upload(file.id(), source, BUYER));
            try (Stream<Path> kept = Files.walk(directory.resolve(file.id().value()))) {
                for (Path each : kept.filter(Files::isRegularFile).toList()) {
                    Files.delete(each);
                }
            }

            assertThatThrownBy(() -> shop.library.reconciliations().process(uploaded.id(), SYSTEM))
                    .isInstanceOf(ContentException.class);

            ReconciliationFile failed = shop.library.reconciliations().file(uploaded.id(), BUYER);
            assertThat(failed.status()).isEqualTo(ReconciliationStatus.FAILED);
            assertThat(failed.error()).isEqualTo("processing failed");
        }
    }
}
