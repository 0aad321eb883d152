package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.usageflow.testkit.UsageFixtures.PRODUCT;
import static org.usageflow.testkit.UsageFixtures.QT;
import static org.usageflow.testkit.UsageFixtures.TIER_1;
import static org.usageflow.testkit.UsageFixtures.TR;
import static org.usageflow.testkit.UsageFixtures.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.csv.CsvFormat;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.model.Capabilities;
import org.usageflow.model.CategoryId;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.UsageWindow;
import org.usageflow.policy.NegativePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.spi.format.FormatId;
import org.usageflow.testkit.UsageFixtures;

/** Uploads written record by record (rules §3.6, §9). */
class UploadWriterTest {

    private final RecordingFormat workbook = new RecordingFormat(FormatId.XLSX, true);

    private UploadService service(SchemaCode schema, Policies policies) {
        return Usageflow.builder()
                .formats(new CsvFormat(), workbook)
                .reference(UsageFixtures.world(schema).reference())
                .policies(policies)
                .build()
                .uploads();
    }

    private UploadWriter open(SchemaCode schema, String... parameters) throws IOException {
        return service(schema, Policies.DEFAULTS)
                .open(PRODUCT, FormatId.XLSX, List.of(parameters), OutputStream.nullOutputStream());
    }

    @Test
    void record_is_written_in_the_columns_of_the_schema() throws IOException {
        try (UploadWriter writer = open(TR, "zone", "alpha")) {
            writer.write(record("R-1")
                    .note("=1+1")
                    .category(new CategoryId("C-1"))
                    .amount(new BigDecimal("562.240"))
                    .tier(TIER_1)
                    .assetReconId("RC-1")
                    .parameter("alpha", "a")
                    .build());
            writer.finish();
        }

        RecordingFormat.Written records = workbook.table("records");
        assertThat(records.headers()).endsWith("asset_recon_id", "v.zone", "v.alpha");
        assertThat(records.rows())
                .containsExactly(List.of(
                        "R-1",
                        "=1+1",
                        "item.mpn",
                        "MPN-CALLS",
                        "#28",
                        "2021-07-08 00:00:00",
                        "2021-07-08 23:59:59",
                        "asset.id",
                        "AS-3919-2310-2857",
                        "C-1",
                        "#562.24",
                        "#1",
                        "RC-1",
                        "",
                        "a"));
        assertThat(workbook.finished).isEqualTo(1);
        assertThat(workbook.closed).isEqualTo(1);
    }

    @Test
    void fraction_of_a_second_is_written_as_far_as_it_goes() throws IOException {
        try (UploadWriter writer = open(QT)) {
            writer.write(ReportedRecord.builder(
                            new RecordKey("R-1"),
                            ItemSearch.byMpn("M"),
                            Quantity.of("-1e3"),
                            new UsageWindow(
                                    Instant.parse("2021-07-08T00:00:00.5Z"),
                                    Instant.parse("2021-07-08T00:00:00.000000001Z")
                                            .plusSeconds(1)),
                            SubscriptionSearch.byId("AS"))
                    .build());
        }

        assertThat(workbook.table("records").rows().get(0))
                .contains("2021-07-08 00:00:00.5", "2021-07-08 00:00:01.000000001", "#-1000");
    }

    @Test
    @DisplayName("rules §9: in CSV, text that would run is guarded, numbers never")
    void text_is_guarded_in_csv() throws IOException {
        var target = new ByteArrayOutputStream();
        UploadService corrections = service(QT, Policies.DEFAULTS.with(NegativePolicy.CORRECTIONS));
        try (UploadWriter writer = corrections.open(PRODUCT, FormatId.CSV, List.of("x"), target)) {
            writer.write(ReportedRecord.builder(
                            new RecordKey("-R"),
                            ItemSearch.byMpn("MPN-CALLS"),
                            Quantity.of("-5"),
                            UsageFixtures.WINDOW_JULY_8,
                            SubscriptionSearch.byId("AS-3919-2310-2857"))
                    .corrects("@old")
                    .parameter("x", "+1")
                    .build());
            writer.finish();
        }

        assertThat(target.toString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactly("'-R,,item.mpn,MPN-CALLS,-5,2021-07-08 00:00:00,2021-07-08 23:59:59,"
                        + "asset.id,AS-3919-2310-2857,,,'@old,'+1");
    }

    @Test
    void value_without_a_column_is_refused_and_the_next_record_written() throws IOException {
        var dynamic = new DynamicItem("Name", "MPN", "unit", ItemPrecision.INTEGER);
        List<ReportedRecord> misfits = List.of(
                record("R-1").amount(BigDecimal.ONE).build(),
                record("R-1").tier(TIER_1).build(),
                record("R-1").dynamicItem(dynamic).build(),
                record("R-1").corrects("R-0").build(),
                record("R-1").parameter("y", "1").build());

        try (UploadWriter writer = open(QT, "x")) {
            for (ReportedRecord misfit : misfits) {
                assertThatThrownBy(() -> writer.write(misfit))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("there is no column");
            }
            writer.write(record("R-2").parameter("x", "1").build());

            assertThat(writer.written()).isEqualTo(1);
        }
        assertThat(workbook.table("records").rows()).hasSize(1);
        assertThat(workbook.table("records").rows().get(0))
                .startsWith("R-2", "", "item.mpn")
                .doesNotContain("R-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "X", " x", "x "})
    void parameter_name_is_trimmed_and_in_lower_case(String name) {
        assertThatThrownBy(() -> open(QT, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'");
    }

    @Test
    void parameter_twice_or_beyond_a_hundred_is_refused() throws IOException {
        String[] most = IntStream.range(0, 100).mapToObj(i -> "p" + i).toArray(String[]::new);
        String[] more = IntStream.range(0, 101).mapToObj(i -> "p" + i).toArray(String[]::new);

        assertThatThrownBy(() -> open(QT, "x", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'v.x' is there twice");
        assertThatThrownBy(() -> open(QT, more))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 100");
        open(QT, most).close();
    }

    @Test
    void writer_of_the_format_is_closed_where_the_upload_cannot_begin() {
        assertThatThrownBy(() -> open(QT, "X")).isInstanceOf(IllegalArgumentException.class);
        workbook.failure = new IOException("the disk is full");
        assertThatThrownBy(() -> open(QT)).isSameAs(workbook.failure);

        assertThat(workbook.opened).isEqualTo(workbook.closed);
    }

    @Test
    void upload_is_refused_for_a_product_that_reports_nothing_or_an_unknown_format() {
        UploadService nothing = Usageflow.builder()
                .formats(new CsvFormat())
                .reference(UsageFixtures.world(Capabilities.NONE).reference())
                .build()
                .uploads();

        assertThatThrownBy(() -> nothing.open(PRODUCT, FormatId.CSV, List.of(), OutputStream.nullOutputStream()))
                .isInstanceOf(InvalidCommandException.class);
        assertThatThrownBy(() -> service(QT, Policies.DEFAULTS)
                        .open(PRODUCT, FormatId.JSON, List.of(), OutputStream.nullOutputStream()))
                .isInstanceOf(InvalidCommandException.class)
                .hasMessageContaining("json");
        assertThatThrownBy(() -> service(QT, Policies.DEFAULTS).open(PRODUCT, FormatId.CSV, List.of(), null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("target");
    }
}
