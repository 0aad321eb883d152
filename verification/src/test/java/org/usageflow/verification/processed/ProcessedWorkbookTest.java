package org.usageflow.verification.processed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.usageflow.core.Usageflow;
import org.usageflow.core.ValidationListener;
import org.usageflow.poi.XlsxFormat;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

/** The tabs of a processed workbook, and what stands in them, as Apache POI opens it. */
class ProcessedWorkbookTest {

    private static final List<String> HEADER = List.of(
            "record_id",
            "item_search_criteria",
            "item_search_value",
            "quantity",
            "start_time_utc",
            "end_time_utc",
            "asset_search_criteria",
            "asset_search_value");

    private final CatalogWorld world = UsageFixtures.world(UsageFixtures.TR);

    private static byte[] workbook(Consumer<XSSFWorkbook> content) throws IOException {
        try (var book = new XSSFWorkbook()) {
            content.accept(book);
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void row(XSSFSheet sheet, int number, List<String> cells) {
        Row row = sheet.createRow(number - 1);
        for (int column = 0; column < cells.size(); column++) {
            row.createCell(column).setCellValue(cells.get(column));
        }
    }

    private List<String> record(String id, String quantity, String amount, String tier) {
        return record(id, 0, quantity, amount, tier);
    }

    /** A row whose window starts so many minutes into the month, so that it is of a consumption of its own. */
    private List<String> record(String id, int minutes, String quantity, String amount, String tier) {
        return List.of(
                id,
                "item.global_id",
                UsageFixtures.STORAGE.id().value(),
                quantity,
                String.format("2021-07-01 %02d:%02d:00", minutes / 60, minutes % 60),
                "2021-07-20 00:00:00",
                "asset.id",
                UsageFixtures.SUBSCRIPTION.id().value(),
                amount,
                tier);
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(HEADER);
        header.addAll(List.of("amount", "tier"));
        return header;
    }

    private XSSFWorkbook processed(byte[] content) throws IOException {
        Usageflow library = Usageflow.builder()
                .formats(new XlsxFormat())
                .reference(world.reference())
                .build();
        var target = new ByteArrayOutputStream();
        try (var upload = UploadSource.spool(new ByteArrayInputStream(content), UploadLimits.DEFAULTS, null);
                var judged = library.validation().process(world.command(), upload, null, new ValidationListener() {})) {
            judged.write(target);
        }
        return new XSSFWorkbook(new ByteArrayInputStream(target.toByteArray()));
    }

    private static List<List<String>> texts(XSSFSheet sheet) {
        List<List<String>> texts = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.getLastCellNum(); column++) {
                cells.add(row.getCell(column) == null ? "" : row.getCell(column).toString());
            }
            texts.add(cells);
        }
        return texts;
    }

    @Test
    void workbook_has_its_tabs_in_order() throws IOException {
        byte[] content = workbook(book -> {
            row(book.createSheet("RECORDS"), 1, header());
            row(book.createSheet("Categories"), 1, List.of("category_id"));
            row(book.createSheet("notes"), 1, List.of("mine"));
        });

        try (XSSFWorkbook book = processed(content)) {
            List<String> names = new ArrayList<>();
            book.forEach(sheet -> names.add(sheet.getSheetName()));
            assertThat(names).containsExactly("general", "categories", "records", "summary", "instructions");
        }
    }

    @Test
    void workbook_without_categories_gets_none() throws IOException {
        byte[] content = workbook(book -> row(book.createSheet("records"), 1, header()));

        try (XSSFWorkbook book = processed(content)) {
            assertThat(book.getSheet("categories")).isNull();
        }
    }

    @Test
    void general_has_what_is_known() throws IOException {
        byte[] content = workbook(book -> row(book.createSheet("records"), 1, header()));

        try (XSSFWorkbook book = processed(content)) {
            assertThat(texts(book.getSheet("general")))
                    .contains(
                            List.of("attribute_id", "attribute_value"),
                            List.of("status", "valid"),
                            List.of("valid_records", "0"),
                            List.of("usage_schema", "TR"),
                            List.of("currency", "EUR"),
                            List.of("product_id", world.product().id().value()),
                            List.of(
                                    "distribution_contract_id",
                                    world.contract().id().value()));
        }
    }

    @Test
    void rows_keep_their_numbers_and_get_their_outcomes() throws IOException {
        byte[] content = workbook(book -> {
            XSSFSheet sheet = book.createSheet("records");
            row(sheet, 3, header());
            row(sheet, 7, record("a", "4", "10", "0"));
            row(sheet, 9, record("b", 1, "x7", "10", "0"));
        });

        try (XSSFWorkbook book = processed(content)) {
            XSSFSheet sheet = book.getSheet("records");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("record_id");
            assertThat(sheet.getRow(2).getCell(10).getStringCellValue()).isEqualTo("status");
            assertThat(sheet.getRow(6).getCell(0).getStringCellValue()).isEqualTo("a");
            assertThat(sheet.getRow(6).getCell(10).getStringCellValue()).isEqualTo("valid");
            assertThat(sheet.getRow(8).getCell(10).getStringCellValue()).isEqualTo("invalid");
            assertThat(sheet.getRow(8).getCell(22).getStringCellValue())
                    .isEqualTo("VALUE_NOT_A_NUMBER: quantity: 'x7' is not a number.");
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
        }
    }

    @Test
    void summary_counts_the_quantity_of_a_consumption_once_and_amounts_by_tier() throws IOException {
        byte[] content = workbook(book -> {
            XSSFSheet sheet = book.createSheet("records");
            row(sheet, 1, header());
            row(sheet, 2, record("a", "4", "10", "0"));
            row(sheet, 3, record("b", "4", "9.5", "1"));
            row(sheet, 4, record("c", 1, "x7", "9.5", "0"));
        });

        try (XSSFWorkbook book = processed(content)) {
            List<List<String>> summary = texts(book.getSheet("summary"));
            assertThat(summary.get(0))
                    .containsExactly(
                            "item_id",
                            "item_mpn",
                            "item_name",
                            "item_unit",
                            "records",
                            "quantity",
                            "amount_tier_0",
                            "amount_tier_1");
            assertThat(summary.get(1).subList(4, 8)).containsExactly("2.0", "4.0", "10.0", "9.5");
            assertThat(summary).hasSize(2);
        }
    }

    @Test
    void first_thousand_cells_in_error_have_comments_and_all_have_outlines_and_errors() throws IOException {
        byte[] content = workbook(book -> {
            XSSFSheet sheet = book.createSheet("records");
            row(sheet, 1, header());
            for (int i = 0; i < 700; i++) {
                row(sheet, i + 2, record("r" + i, i, "x7", "y8", "0"));
            }
        });

        try (XSSFWorkbook book = processed(content)) {
            XSSFSheet sheet = book.getSheet("records");
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            assertThat(Marks.of(bytes.toByteArray()).outlined()).hasSize(1_400);
            assertThat(sheet.getCellComments()).hasSize(1_000);
            Map<?, ?> last = sheet.getCellComments();
            assertThat(last.keySet().stream().map(Object::toString))
                    .contains("D501", "I501")
                    .doesNotContain("D502");
            assertThat(sheet.getRow(700).getCell(22).getStringCellValue())
                    .isEqualTo("VALUE_NOT_A_NUMBER: quantity: 'x7' is not a number. | "
                            + "VALUE_NOT_A_NUMBER: amount: 'y8' is not a number.");
        }
    }
}
