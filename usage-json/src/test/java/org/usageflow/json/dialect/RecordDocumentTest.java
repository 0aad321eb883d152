package org.usageflow.json.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.testkit.InParallel;
import org.usageflow.testkit.UsageFixtures;

class RecordDocumentTest {

    static final RecordDocument FULL = RecordDocument.builder()
            .id("UR-2021-08-0001-0002-0000-0003")
            .startDate(Instant.parse("2021-07-08T00:00:00Z"))
            .endDate(Instant.parse("2021-07-08T23:59:59Z"))
            .productId("PRD-113-628-780")
            .item(RecordItem.builder()
                    .id("PRD-113-628-780-0001")
                    .localId("0001")
                    .mpn("MPN-STORAGE")
                    .name("Storage")
                    .type("ppu")
                    .precision("decimal(4)")
                    .unit("GB")
                    .build())
            .asset(new RecordAsset("AS-3919-2310-2857", "EXT-1", "UID-1", "RECON-1"))
            .category(new RecordCategory("CAT-1", "Europe", "All of it"))
            .tier(UsageFixtures.TIER_1)
            .amount(new BigDecimal("-562.2400"))
            .multiplier(1)
            .usage(new BigDecimal("28.0001"))
            .status(DialectStatus.CLOSED)
            .params(List.of(new RecordParameter("region", "eu"), new RecordParameter("empty", null)))
            .externalBillingId("B-1")
            .externalBillingNote("July's invoice")
            .closedAt(Instant.parse("2021-08-02T08:30:00Z"))
            .closedBy("U-1")
            .errorCodes(List.of("VALUE_REQUIRED", "ITEM_UNKNOWN"))
            .errorDetails(List.of("tier: there is no value", "no such item"))
            .usagefile(new RecordFile("UF-2021-08-0001-0002", "July", UsageFixtures.TR, UsageFixtures.EUR))
            .itemId("PRD-113-628-780-0001")
            .assetId("AS-3919-2310-2857")
            .resourceLocalId("0001")
            .assetExternalId("EXT-1")
            .assetExternalUid("UID-1")
            .build();

    private static final String TEXT = """
            {"id":"UR-2021-08-0001-0002-0000-0003",\
            "start_date":"2021-07-08T00:00:00+00:00","end_date":"2021-07-08T23:59:59+00:00",\
            "product_id":"PRD-113-628-780",\
            "item":{"id":"PRD-113-628-780-0001","local_id":"0001","mpn":"MPN-STORAGE","name":"Storage",\
            "type":"ppu","precision":"decimal(4)","unit":"GB"},\
            "asset":{"id":"AS-3919-2310-2857","external_id":"EXT-1","external_uid":"UID-1","recon_id":"RECON-1"},\
            "category":{"id":"CAT-1","name":"Europe","description":"All of it"},\
            "tier":1,"amount":-562.24,"multiplier":1,"usage":28.0001,"status":"closed",\
            "params":[{"parameter_name":"region","parameter_value":"eu"},{"parameter_name":"empty"}],\
            "external_billing_id":"B-1","external_billing_note":"July's invoice",\
            "closed_at":"2021-08-02T08:30:00+00:00","closed_by":"U-1",\
            "error_codes":["VALUE_REQUIRED","ITEM_UNKNOWN"],\
            "error_details":["tier: there is no value","no such item"],\
            "usagefile":{"id":"UF-2021-08-0001-0002","name":"July","schema":"tr","currency":"EUR"},\
            "item_id":"PRD-113-628-780-0001","asset_id":"AS-3919-2310-2857","resource_local_id":"0001",\
            "asset_external_id":"EXT-1","asset_external_uid":"UID-1"}""";

    @Test
    void every_member_is_written_in_its_order() {
        assertThat(DialectTexts.text(FULL)).isEqualTo(TEXT);
    }

    @Test
    void every_member_is_read() {
        assertThat(DialectTexts.record(TEXT)).isEqualTo(FULL);
    }

    @Test
    void every_member_is_in_a_copy() {
        assertThat(FULL.toBuilder().build()).isEqualTo(FULL);
    }

    @Test
    void members_without_a_value_are_left_out() {
        assertThat(DialectTexts.text(RecordDocument.builder().build())).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "12345678901234567890123456789012345678, 12345678901234567890123456789012345678",
        "-123456789012345678901234567890.12345678, -123456789012345678901234567890.12345678",
        "0.10000000000000000000000000000000000000, 0.1",
        "1E+3, 1000",
        "12.500E-1, 1.25",
        "0E+400, 0",
        "0.00, 0",
    })
    void numbers_are_written_plain_and_exact(String number, String written) {
        RecordDocument record =
                RecordDocument.builder().usage(new BigDecimal(number)).build();

        assertThat(DialectTexts.text(record)).isEqualTo("{\"usage\":" + written + "}");
        assertThat(DialectTexts.record("{\"usage\":" + written + "}")).isEqualTo(record);
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012345678901234567890123456789",
        "1E+38",
        "1E-39",
        "1E+2147483647",
        "1E-2147483647",
    })
    void numbers_of_more_than_38_digits_are_refused(String number) {
        RecordDocument.Builder record = RecordDocument.builder().amount(new BigDecimal(number));

        assertThatIllegalArgumentException().isThrownBy(record::build).withMessageContaining("amount has more than 38");
    }

    @Test
    void one_dialect_serves_threads_at_the_same_time() {
        assertThat(InParallel.answers(() -> DialectTexts.text(DialectTexts.record(TEXT))))
                .containsExactly(TEXT);
    }

    @Test
    void parts_that_say_nothing_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordItem.builder().build());
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordAsset(null, null, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordCategory(null, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordFile(null, null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordDocument.builder().multiplier(-1).build());
    }
}
