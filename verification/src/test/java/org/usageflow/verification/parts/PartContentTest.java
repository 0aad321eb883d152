package org.usageflow.verification.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.verification.parts.Shop.BUYER;
import static org.usageflow.verification.parts.Shop.nobody;
import static org.usageflow.verification.parts.Shop.north;
import static org.usageflow.verification.parts.Shop.south;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.command.CloseRecord;
import org.usageflow.command.ValidateUpload;
import org.usageflow.core.ValidationListener;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.PartFile;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

/** What part files hold, and what they are good for. Source: rules §3.4, §3.7, §4.3. */
class PartContentTest {

    @TempDir
    private Path directory;

    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = new Shop(directory);
    }

    private static UsageFormat format(String id) {
        return List.of(Shop.CSV, Shop.XLSX, Shop.JSON, Shop.JSONL).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static RecordedTable read(byte[] content, UsageFormat format, TableName table) {
        return Shop.with(content, source -> {
            RecordingSink sink = RecordingSink.all();
            try {
                format.read(source, ReadOptions.DEFAULTS.withTables(table), sink);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return sink.table(table);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "json", "jsonl"})
    void records_of_a_part_are_read_back_as_they_were_reported(String id) {
        UsageFile file = shop.accepted(north("a"), south("b"), north("c"));
        var reported = new ArrayList<ReportedRecord>();
        var listener = new ValidationListener() {
            @Override
            public void onRecord(long row, ReportedRecord record) {
                reported.add(record);
            }
        };

        byte[] content = shop.bytes(shop.parts(file).get(0), format(id));

        var report = Shop.with(
                content,
                source ->
                        shop.library.validation().validate(ValidateUpload.of(UsageFixtures.PRODUCT), source, listener));
        assertThat(report.problems()).isEmpty();
        List<UsageRecord> records = shop.records(file);
        assertThat(reported)
                .containsExactly(records.get(0).reported(), records.get(2).reported());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "json", "jsonl"})
    void added_columns_say_what_was_found(String id) {
        UsageFile file = shop.accepted(north("a"), north("b"));
        UsageRecord record = shop.library
                .records()
                .close(new CloseRecord(shop.records(file).get(1).id(), null, "INV-1", "paid"), BUYER);

        RecordedTable table = read(shop.bytes(shop.parts(file).get(0), format(id)), format(id), TableName.RECORDS);

        var found = new LinkedHashMap<String, String>();
        for (String column : Columns.ADDED_BY_PROCESSED_FILE) {
            if (table.source().headers().contains(column)) {
                found.put(column, table.meaning(1, column));
            }
        }
        var expected = new LinkedHashMap<String, String>();
        expected.put("status", "closed");
        expected.put("system_record_id", record.id().value());
        expected.put("item_id", UsageFixtures.CALLS.id().value());
        expected.put("item_name", "Calls");
        expected.put("item_type", "ppu");
        expected.put("item_unit", "call");
        expected.put("item_period", "monthly");
        expected.put("asset_id", "AS-0001-0001-0001");
        expected.put("asset_external_id", "EXT-AS-0001-0001-0001");
        expected.put("asset_recon_id", "RECON-AS-0001-0001-0001");
        expected.put("customer_account_id", UsageFixtures.CUSTOMER.id().value());
        expected.put("customer_company_name", UsageFixtures.CUSTOMER.name());
        expected.put("external_billing_id", "INV-1");
        expected.put("external_billing_note", "paid");
        assertThat(found).isEqualTo(expected);
        assertThat(table.meaning(0, "status")).isEqualTo("accepted");
    }

    @Test
    void workbook_of_a_part_says_of_which_hub_it_is() {
        UsageFile file = shop.accepted(north("a"), south("b"), nobody("c"));
        List<PartFile> parts = shop.parts(file);

        Map<String, String> north = general(parts.get(1));

        assertThat(north)
                .containsEntry("hub_id", "HB-NORTH")
                .containsEntry("report_id", parts.get(1).id().value())
                .containsEntry("report_name", "July")
                .containsEntry("status", "accepted")
                .containsEntry("valid_records", "1")
                .containsEntry("usage_schema", "QT")
                .containsEntry("product_id", UsageFixtures.PRODUCT.value())
                .containsEntry("provider_account_id", UsageFixtures.DISTRIBUTOR.value())
                .containsEntry("distribution_contract_name", "Vela with Dune")
                .doesNotContainKey("currency");
        assertThat(general(parts.get(0))).containsEntry("hub_id", "");
    }

    private Map<String, String> general(PartFile part) {
        RecordedTable table = read(shop.bytes(part, Shop.XLSX), Shop.XLSX, TableName.GENERAL);
        var attributes = new LinkedHashMap<String, String>();
        for (int row = 0; row < table.rows().size(); row++) {
            attributes.put(table.meaning(row, "attribute_id"), table.meaning(row, "attribute_value"));
        }
        return attributes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "json", "jsonl"})
    void part_with_billing_ids_filled_in_closes_its_records(String id) {
        UsageFile file = shop.accepted(north("a"), south("b"), north("c"));
        RecordedTable table = read(shop.bytes(shop.parts(file).get(0), format(id)), format(id), TableName.RECORDS);
        List<String> headers = table.source().headers();
        var rows = new ArrayList<List<String>>();
        for (int row = 0; row < table.rows().size(); row++) {
            var cells = new ArrayList<String>();
            for (String header : headers) {
                boolean billing = header.equals("external_billing_id");
                String value = billing ? "INV-" + row : table.meaning(row, header);
                cells.add(value.isEmpty() ? null : value);
            }
            rows.add(cells);
        }

        var result = shop.reconcile(file, Shop.table(format(id), headers, rows));

        assertThat(result.problems()).isEmpty();
        assertThat(result.file().counts().closed()).isEqualTo(2);
        assertThat(shop.records(file).get(2).closing().billingId()).isEqualTo("INV-1");
        assertThat(shop.records(file).get(1).closing()).isNull();
        assertThat(shop.file(file.id()).status()).isEqualTo(UsageFileStatus.ACCEPTED);
    }

    @Test
    void same_part_is_written_to_the_same_bytes() {
        PartFile part = shop.parts(shop.accepted(north("a"))).get(0);

        assertThat(shop.bytes(part, Shop.XLSX)).isEqualTo(shop.bytes(part, Shop.XLSX));
    }
}
