package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.usageflow.testkit.UsageFixtures.PRODUCT;
import static org.usageflow.testkit.UsageFixtures.QT;
import static org.usageflow.testkit.UsageFixtures.TR;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.csv.CsvFormat;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.NotFoundException;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.Capabilities;
import org.usageflow.model.Item;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemType;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.ProductId;
import org.usageflow.model.SchemaCode;
import org.usageflow.policy.NegativePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.reference.ReferenceData;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;
import org.usageflow.testkit.reference.InMemoryReferenceData;

/** The upload template (rules §3.6). */
class TemplateTest {

    private static final String COMMON = "record_id,record_note,item_search_criteria,item_search_value,quantity,"
            + "start_time_utc,end_time_utc,asset_search_criteria,asset_search_value,category_id";

    private final RecordingFormat workbook = new RecordingFormat(FormatId.XLSX, true);

    private static Capabilities dynamic(SchemaCode schema) {
        return new Capabilities(true, new PayAsYouGo(schema, true, false, false, false));
    }

    private UploadService service(ReferenceData reference, Policies policies) {
        return Usageflow.builder()
                .formats(new CsvFormat(), workbook, new RecordingFormat(FormatId.JSON, false))
                .reference(reference)
                .policies(policies)
                .build()
                .uploads();
    }

    private UploadService service(CatalogWorld world) {
        return service(world.reference(), Policies.DEFAULTS);
    }

    private static String csv(UploadService service) throws IOException {
        var target = new ByteArrayOutputStream();
        service.writeTemplate(PRODUCT, FormatId.CSV, target);
        return target.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("rules §3.6: exactly the columns of its schema and capabilities")
    void template_in_csv_is_the_header() throws IOException {
        assertThat(csv(service(UsageFixtures.world(QT)))).isEqualTo(COMMON + ",asset_recon_id\r\n");
        assertThat(csv(service(UsageFixtures.world(UsageFixtures.PR))))
                .isEqualTo(COMMON + ",amount,asset_recon_id\r\n");
        assertThat(csv(service(UsageFixtures.world(dynamic(TR)))))
                .isEqualTo(COMMON + ",amount,tier,item_name,item_mpn,item_unit,item_precision,asset_recon_id\r\n");
        assertThat(csv(service(UsageFixtures.world(new Capabilities(true, null)))))
                .isEqualTo(COMMON + ",asset_recon_id\r\n");
    }

    @Test
    @DisplayName("rules §6.3: with the policy for corrections")
    void template_has_the_column_of_corrections_where_they_are_on() throws IOException {
        UploadService corrections =
                service(UsageFixtures.world(QT).reference(), Policies.DEFAULTS.with(NegativePolicy.CORRECTIONS));

        assertThat(csv(corrections)).isEqualTo(COMMON + ",asset_recon_id,corrects_record_id\r\n");
    }

    @Test
    @DisplayName("rules §3.1, §3.6: the template, as it is, is a nil report")
    void template_is_a_nil_report() throws IOException {
        String template = csv(service(UsageFixtures.world(QT)));

        ValidationReport report = Bench.of(QT).judge(template.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(Bench.lines(report)).containsExactly("- - FILE_NO_RECORDS (warning)");
    }

    @Test
    @DisplayName("rules §3.6: records, categories, instructions, valid_values, example; required headers bold")
    void template_of_a_workbook_has_five_tabs() throws IOException {
        service(UsageFixtures.world(dynamic(TR)))
                .writeTemplate(PRODUCT, FormatId.XLSX, OutputStream.nullOutputStream());

        assertThat(workbook.tables)
                .extracting(RecordingFormat.Written::name)
                .containsExactly("records", "categories", "instructions", "valid_values", "example");
        assertThat(workbook.table("records").emphasised())
                .containsExactly(
                        "record_id",
                        "item_search_criteria",
                        "item_search_value",
                        "quantity",
                        "start_time_utc",
                        "end_time_utc",
                        "asset_search_criteria",
                        "asset_search_value",
                        "amount",
                        "tier");
        assertThat(workbook.table("records").rows()).isEmpty();
        assertThat(workbook.table("categories").headers())
                .containsExactly("category_id", "category_name", "category_description");
        assertThat(workbook.table("categories").emphasised()).containsExactly("category_id");
        assertThat(workbook.finished).isEqualTo(1);
        assertThat(workbook.closed).isEqualTo(1);
    }

    @Test
    @DisplayName("rules §3.6: every column's definition and accepted values")
    void instructions_define_every_column() throws IOException {
        service(UsageFixtures.world(dynamic(TR)))
                .writeTemplate(PRODUCT, FormatId.XLSX, OutputStream.nullOutputStream());

        List<List<String>> rows = workbook.table("instructions").rows();
        assertThat(rows.stream().map(row -> row.get(0)).toList())
                .startsWith("record_id")
                .endsWith("v.<name>")
                .containsAll(workbook.table("records").headers())
                .hasSize(workbook.table("records").headers().size() + 1);
        assertThat(rows).allMatch(row -> row.size() == 4 && row.stream().noneMatch(String::isBlank));
        assertThat(rows)
                .contains(
                        List.of(
                                "tier",
                                "yes, for pay-per-use items",
                                "0, 1, 2, …",
                                "Whose total the amount is: 0 the customer, 1 the reseller who sells to the customer, and so on."));
        assertThat(accepted(rows, "item_search_criteria")).isEqualTo("item.mpn, item.global_id, item.local_id");
        assertThat(accepted(rows, "asset_search_criteria"))
                .startsWith("asset.id, ")
                .endsWith("parameter.<parameter id>");
        assertThat(accepted(rows, "item_precision"))
                .isEqualTo("integer, decimal(1), decimal(2), decimal(4), decimal(8)");
        assertThat(accepted(rows, "record_note")).isEqualTo("text of at most 4,000 characters");
        assertThat(accepted(rows, "record_id")).isEqualTo("text of at most 255 characters");
        assertThat(accepted(rows, "quantity")).contains("at most 8 decimals");
        assertThat(accepted(rows, "start_time_utc")).contains("UTC");
        assertThat(required(rows, "record_id")).isEqualTo("yes");
        assertThat(required(rows, "record_note")).isEqualTo("no");
        assertThat(required(rows, "item_name")).isEqualTo("for items that the product does not define");
    }

    private static List<String> row(List<List<String>> rows, String column) {
        return rows.stream()
                .filter(row -> row.get(0).equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static String required(List<List<String>> rows, String column) {
        return row(rows, column).get(1);
    }

    private static String accepted(List<List<String>> rows, String column) {
        return row(rows, column).get(2);
    }

    @Test
    void valid_values_list_words_and_items() throws IOException {
        service(UsageFixtures.world(QT)).writeTemplate(PRODUCT, FormatId.XLSX, OutputStream.nullOutputStream());

        assertThat(workbook.table("valid_values").rows())
                .containsExactly(
                        List.of("item_search_criteria", "item.mpn"),
                        List.of("item_search_criteria", "item.global_id"),
                        List.of("item_search_criteria", "item.local_id"),
                        List.of("asset_search_criteria", "asset.id"),
                        List.of("asset_search_criteria", "asset.external_id"),
                        List.of("asset_search_criteria", "asset.external_uid"),
                        List.of("asset_search_criteria", "parameter.<parameter id>"),
                        List.of("item_search_value", "MPN-STORAGE", "Storage, in GB, decimal(4), ppu"),
                        List.of("item_search_value", "MPN-CALLS", "Calls, in call, integer, ppu"),
                        List.of("item_search_value", "MPN-SEATS", "Seats, in seat, integer, reservation"));
    }

    @Test
    void valid_values_list_a_thousand_items_at_most() throws IOException {
        var reference = InMemoryReferenceData.builder().world(UsageFixtures.world(QT));
        for (int i = 0; i < 1_200; i++) {
            String number = String.format(Locale.ROOT, "%04d", 1_000 + i);
            reference.item(
                    PRODUCT,
                    new Item(
                            new ItemId(PRODUCT + "-" + number),
                            number,
                            "MPN-" + number,
                            "Item",
                            "unit",
                            ItemPrecision.INTEGER,
                            ItemType.PPU,
                            BillingPeriod.MONTHLY));
        }

        service(reference.build(), Policies.DEFAULTS)
                .writeTemplate(PRODUCT, FormatId.XLSX, OutputStream.nullOutputStream());

        List<List<String>> rows = workbook.table("valid_values").rows();
        assertThat(rows).hasSize(7 + 1_000 + 1);
        assertThat(rows.get(rows.size() - 1))
                .containsExactly("item_search_value", "…", "the first 1000 items are listed");
    }

    @Test
    void example_has_a_value_in_every_required_column() throws IOException {
        service(UsageFixtures.world(TR)).writeTemplate(PRODUCT, FormatId.XLSX, OutputStream.nullOutputStream());

        RecordingFormat.Written example = workbook.table("example");
        assertThat(example.headers()).isEqualTo(workbook.table("records").headers());
        assertThat(example.rows())
                .containsExactly(List.of(
                        "2026-05-0001",
                        "first week of May",
                        "item.mpn",
                        "MPN-STORAGE",
                        "#28",
                        "2026-05-01 00:00:00",
                        "2026-05-08 00:00:00",
                        "asset.id",
                        "AS-1234-5678-9012",
                        "",
                        "#562.24",
                        "#0"));
    }

    @Test
    void example_of_a_product_without_items_has_a_placeholder() throws IOException {
        CatalogWorld world = UsageFixtures.world(dynamic(QT));
        var empty = InMemoryReferenceData.builder().product(world.product()).build();

        service(empty, Policies.DEFAULTS).writeTemplate(PRODUCT, FormatId.XLSX, OutputStream.nullOutputStream());

        assertThat(workbook.table("example").rows().get(0)).contains("MPN-1");
    }

    @Test
    void template_is_refused_where_it_cannot_be_written() {
        UploadService service = service(UsageFixtures.world(QT));
        UploadService nothing = service(UsageFixtures.world(Capabilities.NONE));

        assertThatThrownBy(() -> service.writeTemplate(PRODUCT, FormatId.JSON, OutputStream.nullOutputStream()))
                .isInstanceOf(InvalidCommandException.class)
                .hasMessageContaining("json");
        assertThatThrownBy(() -> service.writeTemplate(PRODUCT, FormatId.JSONL, OutputStream.nullOutputStream()))
                .isInstanceOf(InvalidCommandException.class)
                .hasMessageContaining("no format is wired that writes jsonl");
        assertThatThrownBy(() -> nothing.writeTemplate(PRODUCT, FormatId.CSV, OutputStream.nullOutputStream()))
                .isInstanceOf(InvalidCommandException.class)
                .hasMessageContaining("takes no usage reports");
        assertThatThrownBy(() -> service.writeTemplate(
                        new ProductId("PRD-000-000-000"), FormatId.CSV, OutputStream.nullOutputStream()))
                .isInstanceOf(NotFoundException.class);
    }
}
