package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.usageflow.core.GivenRow.priced;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.PR;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.csv.CsvFormat;
import org.usageflow.error.SourceException;
import org.usageflow.model.RowCounts;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.UsageFixtures;

/** Faults of the file as a whole, nil reports and the tab general (rules §3, §3.5, §6.1). */
class FileRulesTest {

    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final Bench bench = Bench.of(QT);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static GivenRow attribute(String id, String value) {
        return GivenRow.empty().with("Attribute_ID", id).with("attribute_value", value);
    }

    @Test
    @DisplayName("rules §3.5: an empty file is FILE_UNREADABLE")
    void empty_file_is_unreadable() {
        ValidationReport report = bench.judge(new byte[0]);

        assertThat(report.problems())
                .containsExactly(
                        Problem.of(ProblemCode.FILE_UNREADABLE, Place.FILE, null, Map.of("reason", "it is empty")));
        assertThat(report.isValid()).isFalse();
        assertThat(report.sha256()).isEqualTo(EMPTY_SHA256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "a,b,c\n1,2,3\n", "\0\0\0\0", "%PDF-1.7", "\n\n\n"})
    @DisplayName("rules §3.5: anything else is FILE_UNREADABLE")
    void content_of_no_known_format_is_unreadable(String content) {
        ValidationReport report = bench.judge(bytes(content));

        assertThat(Bench.lines(report)).containsExactly("- - FILE_UNREADABLE");
        assertThat(report.problems().get(0).arguments().get("reason")).contains("names no known column");
        assertThat(report.rows()).isEqualTo(new RowCounts(0, 0, 0, 0));
    }

    @Test
    @DisplayName("rules §9: an upload beyond its size is FILE_TOO_LARGE")
    void file_beyond_its_size_is_too_large() {
        byte[] content = bytes("record_id\n" + "x".repeat(100));
        Bench tight = Bench.of(QT).wire(builder -> builder.limits(UploadLimits.DEFAULTS.withBytes(content.length - 1)));
        Bench roomy = Bench.of(QT).wire(builder -> builder.limits(UploadLimits.DEFAULTS.withBytes(content.length)));

        ValidationReport report = tight.judge(content);

        assertThat(Bench.lines(report)).containsExactly("- - FILE_TOO_LARGE");
        assertThat(report.problems().get(0).arguments()).containsEntry("limit", Integer.toString(content.length - 1));
        assertThat(roomy.judge(content).countByCode()).doesNotContainKey(ProblemCode.FILE_TOO_LARGE);
    }

    @Test
    @DisplayName("rules §9: the same for a second file")
    void second_file_beyond_its_size_is_too_large() {
        Bench tight = Bench.of(QT).wire(builder -> builder.limits(UploadLimits.DEFAULTS.withBytes(20)));

        ValidationReport report = tight.judge(bytes("record_id\n"), bytes("category_id\n" + "x".repeat(20)));

        assertThat(Bench.lines(report)).containsExactly("- - FILE_TOO_LARGE");
    }

    @Test
    @DisplayName("rules §3.1: no records at all is a nil report: valid, with a warning")
    void file_without_records_is_a_nil_report() {
        ValidationReport report = bench.judge(GivenUpload.empty()
                .table(TableName.RECORDS, List.copyOf(row("R-1").cells().keySet())));

        assertThat(report.problems())
                .containsExactly(Problem.of(ProblemCode.FILE_NO_RECORDS, Place.FILE, null, Map.of()));
        assertThat(Bench.lines(report)).containsExactly("- - FILE_NO_RECORDS (warning)");
        assertThat(report.isValid()).isTrue();
        assertThat(report.totals().quantity()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(report.totals().currency()).isNull();
    }

    @Test
    void upload_without_any_table_is_a_nil_report() {
        assertThat(Bench.lines(bench.judge(GivenUpload.empty()))).containsExactly("- - FILE_NO_RECORDS (warning)");
    }

    @Test
    @DisplayName("rules §3.1: wholly blank rows are skipped, and do not end the table")
    void blank_rows_are_no_records() {
        byte[] csv = bytes(String.join(",", row("x").cells().keySet()) + "\n,,,,,,,\n\n , ,,,,,,\n"
                + "R-1,item.mpn,MPN-CALLS,1,2021-07-08,2021-07-09,asset.external_id,EXT-1\n,,\n");

        ValidationReport report = bench.judge(csv);

        assertThat(Bench.lines(report)).isEmpty();
        assertThat(report.rows().read()).isEqualTo(1);
    }

    @Test
    @DisplayName("rules §6.1: a shape error stops there: what was found before does not count")
    void fault_of_shape_drops_everything() {
        ValidationReport report =
                bench.judge(GivenUpload.records(row("R-1"), row("R-2").with("quantity", "x"))
                        .thenFault(ProblemCode.FILE_SUSPICIOUS));

        assertThat(Bench.lines(report)).containsExactly("- - FILE_SUSPICIOUS [content]");
        assertThat(report.countByCode()).containsOnly(Map.entry(ProblemCode.FILE_SUSPICIOUS, 1L));
        assertThat(report.rows()).isEqualTo(new RowCounts(0, 0, 0, 0));
        assertThat(report.totals().quantity()).isZero();
        assertThat(report.isValid()).isFalse();
    }

    @Test
    void fault_of_shape_before_the_records_is_the_only_problem() {
        ValidationReport report = bench.judge(GivenUpload.empty().thenFault(ProblemCode.SHEET_MISSING));

        assertThat(Bench.lines(report)).containsExactly("- - SHEET_MISSING [content]");
    }

    @Test
    @DisplayName("rules §3: a product_id, currency or usage_schema in general that contradicts the file warns")
    void general_that_contradicts_the_file_warns() {
        ValidationReport report = Bench.of(PR)
                .judge(GivenUpload.records(priced("R-1", "1"))
                        .general(
                                attribute("product_id", "PRD-000-000-000"),
                                attribute(" Usage_Schema ", "QT"),
                                attribute("currency", " USD "),
                                attribute("vendor_account_id", "VA-0"),
                                attribute("report_id", ""),
                                attribute("", "x")));

        assertThat(Bench.lines(report))
                .containsExactly(
                        "2 attribute_value FILE_CONTRADICTS_GENERAL (warning) [PRD-000-000-000]",
                        "3 attribute_value FILE_CONTRADICTS_GENERAL (warning) [QT]",
                        "4 attribute_value FILE_CONTRADICTS_GENERAL (warning) [ USD ]");
        assertThat(report.problems().get(0).place()).isEqualTo(new Place("general", 2L, "attribute_value", "B2", null));
        assertThat(report.problems().get(2).arguments())
                .containsEntry("attribute", "currency")
                .containsEntry("expected", "EUR");
        assertThat(report.isValid()).isTrue();
    }

    @Test
    void general_that_agrees_is_silent() {
        GivenUpload upload = GivenUpload.records(priced("R-1", "1"))
                .general(
                        attribute("product_id", UsageFixtures.PRODUCT.value()),
                        attribute("usage_schema", "pr"),
                        attribute("currency", "eur"));

        assertThat(Bench.lines(Bench.of(PR).judge(upload))).isEmpty();
    }

    @Test
    @DisplayName("rules §3.4: QT has no currency to contradict")
    void general_currency_means_nothing_in_qt() {
        GivenUpload upload = GivenUpload.records(row("R-1")).general(attribute("currency", "USD"));

        assertThat(Bench.lines(bench.judge(upload))).isEmpty();
    }

    @Test
    void general_of_another_form_is_ignored() {
        GivenUpload one = GivenUpload.records(row("R-1"))
                .table(TableName.GENERAL, List.of("attribute_id", "worth"), attribute("product_id", "x"));
        GivenUpload other = GivenUpload.records(row("R-1"))
                .table(TableName.GENERAL, List.of("key", "attribute_value"), attribute("product_id", "x"));

        assertThat(Bench.lines(bench.judge(one))).isEmpty();
        assertThat(Bench.lines(bench.judge(other))).isEmpty();
    }

    @Test
    void failure_of_the_reader_passes_as_a_source_exception() {
        var failure = new IOException("the disk is gone");

        assertThatThrownBy(() -> bench.judge(GivenUpload.records(row("R-1")).thenFailure(failure)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("the disk is gone")
                .hasCause(failure);
    }

    @Test
    void upload_that_is_not_there_is_a_source_exception() {
        ValidationService service = Usageflow.builder()
                .formats(new CsvFormat())
                .reference(UsageFixtures.world(QT).reference())
                .build()
                .validation();

        assertThatThrownBy(() -> service.validate(
                        UsageFixtures.world(QT).command(), UploadSource.of(Path.of("target", "absent.csv"))))
                .isInstanceOf(SourceException.class);
    }

    @Test
    void temporary_directory_that_is_not_there_is_a_source_exception() {
        Bench homeless = Bench.of(QT).wire(builder -> builder.temporary(Path.of("target", "absent")));
        GivenUpload large = GivenUpload.records(40_000, i -> row("R-" + i + "-" + "x".repeat(40)));

        assertThatThrownBy(() -> homeless.judge(large))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("a temporary file failed")
                .hasRootCauseInstanceOf(java.nio.file.NoSuchFileException.class);
    }
}
