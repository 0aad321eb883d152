package org.usageflow.json.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.json.dialect.DialectTexts.refusal;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.model.CategoryId;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.ItemCriterion;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.testkit.UsageFixtures;

class RecordReportTest {

    private static final RecordDocument SMALL = DialectTexts.record("""
            {"id":"r-1","usage":"28","start_date":"2021-07-08 00:00:00","end_date":"2021-07-08 23:59:59",
             "item":{"mpn":"MPN-CALLS"},"asset":{"id":"AS-3919-2310-2857"}}""");

    private static final ReportedRecord REPORTED = UsageFixtures.record("r-1").build();

    @Test
    void a_document_with_what_every_record_has_is_reported() {
        assertThat(SMALL.toReported()).isEqualTo(REPORTED);
    }

    @Test
    void a_document_with_everything_is_reported() {
        RecordDocument document = SMALL.toBuilder()
                .item(RecordItem.builder()
                        .mpn("MPN-NEW")
                        .name("New")
                        .unit("hour")
                        .precision("Decimal(2)")
                        .build())
                .asset(new RecordAsset(null, null, "UID-1", "RECON-1"))
                .category(new RecordCategory("CAT-1", "Europe", null))
                .tier(UsageFixtures.TIER_1)
                .amount(new BigDecimal("1.12345678"))
                .multiplier(1)
                .params(List.of(
                        new RecordParameter(" Region ", "eu"),
                        new RecordParameter("empty", null),
                        new RecordParameter("blank", "  "),
                        new RecordParameter("v.7", "seven")))
                .build();

        assertThat(document.toReported())
                .isEqualTo(ReportedRecord.builder(
                                new RecordKey("r-1"),
                                ItemSearch.byMpn("MPN-NEW"),
                                Quantity.of("28"),
                                UsageFixtures.WINDOW_JULY_8,
                                new SubscriptionSearch(SubscriptionCriterion.EXTERNAL_UID, "UID-1"))
                        .category(new CategoryId("CAT-1"))
                        .tier(UsageFixtures.TIER_1)
                        .amount(new BigDecimal("1.12345678"))
                        .dynamicItem(new DynamicItem("New", "MPN-NEW", "hour", ItemPrecision.DECIMAL_2))
                        .assetReconId("RECON-1")
                        .parameter("region", "eu")
                        .parameter("v.7", "seven")
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "I-1, M-1, L-1, GLOBAL_ID, I-1",
        ", M-1, L-1, MPN, M-1",
        ", , L-1, LOCAL_ID, L-1",
    })
    void the_item_is_found_by_the_first_of_its_ids(
            String id, String mpn, String localId, ItemCriterion criterion, String value) {
        RecordItem item = RecordItem.builder().id(id).mpn(mpn).localId(localId).build();

        assertThat(SMALL.toBuilder().item(item).build().toReported().item())
                .isEqualTo(new ItemSearch(criterion, value));
    }

    @ParameterizedTest
    @CsvSource({
        "A-1, U-1, E-1, asset.id, A-1",
        ", U-1, E-1, asset.external_uid, U-1",
        ", , E-1, asset.external_id, E-1",
    })
    void the_subscription_is_found_by_the_first_of_its_ids(
            String id, String uid, String externalId, String criterion, String value) {
        RecordDocument nested = SMALL.toBuilder()
                .asset(new RecordAsset(id, externalId, uid, null))
                .build();
        RecordDocument flat = SMALL.toBuilder()
                .asset(null)
                .assetId(id)
                .assetExternalUid(uid)
                .assetExternalId(externalId)
                .build();

        assertThat(nested.toReported().subscription())
                .isEqualTo(new SubscriptionSearch(
                        SubscriptionCriterion.parse(criterion).orElseThrow(), value));
        assertThat(flat.toReported()).isEqualTo(nested.toReported());
    }

    @Test
    void flat_ids_of_the_item_stand_for_nested_ones() {
        RecordDocument byId = SMALL.toBuilder().item(null).itemId("I-1").build();
        RecordDocument byLocalId =
                SMALL.toBuilder().item(null).resourceLocalId("L-1").build();

        assertThat(byId.toReported().item()).isEqualTo(new ItemSearch(ItemCriterion.GLOBAL_ID, "I-1"));
        assertThat(byLocalId.toReported().item()).isEqualTo(new ItemSearch(ItemCriterion.LOCAL_ID, "L-1"));
    }

    @Test
    void an_item_that_is_described_in_part_is_no_dynamic_one() {
        RecordItem item =
                RecordItem.builder().mpn("M").name("N").precision("none at all").build();

        assertThat(SMALL.toBuilder().item(item).build().toReported().dynamicItem())
                .isNull();
    }

    @Test
    void what_is_missing_is_named() {
        assertRefused(SMALL.toBuilder().id(null).build(), "/id is missing");
        assertRefused(SMALL.toBuilder().usage(null).build(), "/usage is missing");
        assertRefused(SMALL.toBuilder().startDate(null).build(), "/start_date is missing");
        assertRefused(SMALL.toBuilder().endDate(null).build(), "/end_date is missing");
        assertRefused(SMALL.toBuilder().item(null).build(), "/item is missing");
        assertRefused(SMALL.toBuilder().asset(null).build(), "/asset is missing");
    }

    private static void assertRefused(RecordDocument document, String message) {
        assertThat(refusal(document::toReported)).hasMessage(message).hasNoCause();
    }

    @Test
    void what_cannot_be_is_named() {
        RecordDocument.Builder half = SMALL.toBuilder();

        assertRefused(
                half.id("UR-2021-08-0001-0002-0000-0003").build(),
                "/id is the platform's id of a record, and not the vendor's own");
        assertRefused(SMALL.toBuilder().id(" ").build(), "/id cannot be taken: RecordKey is blank");
        assertRefused(
                SMALL.toBuilder().usage(new BigDecimal("0.000000001")).build(), "/usage has more than 8 decimals");
        assertRefused(
                SMALL.toBuilder().amount(new BigDecimal("0.000000001")).build(), "/amount has more than 8 decimals");
        assertRefused(SMALL.toBuilder().multiplier(2).build(), "/multiplier is not 1");
        assertRefused(
                SMALL.toBuilder().endDate(SMALL.startDate().minusNanos(1)).build(), "/end_date lies before the start");
        assertRefused(
                SMALL.toBuilder().category(new RecordCategory("", null, null)).build(),
                "/category/id cannot be taken: CategoryId is blank");
        assertRefused(
                SMALL.toBuilder()
                        .asset(new RecordAsset("A", null, null, "\u0000"))
                        .build(),
                "/asset/recon_id cannot be taken: assetReconId has a control character or a lone surrogate");
        assertRefused(
                SMALL.toBuilder()
                        .item(RecordItem.builder()
                                .mpn("M")
                                .name("N")
                                .unit("U")
                                .precision("decimal(3)")
                                .build())
                        .build(),
                "/item/precision is no precision of an item");
    }

    @Test
    void flat_members_that_contradict_are_refused() {
        RecordDocument document = SMALL.toBuilder().assetId("AS-other").build();

        assertRefused(document, "/asset_id contradicts /asset/id");
        assertRefused(
                SMALL.toBuilder()
                        .item(RecordItem.builder().localId("1").build())
                        .resourceLocalId("2")
                        .build(),
                "/resource_local_id contradicts /item/local_id");
    }

    @Test
    void parameters_that_cannot_be_are_named() {
        RecordParameter good = new RecordParameter("a", "1");

        assertRefused(params(good, new RecordParameter(" A", "2")), "/params/1/parameter_name is there twice");
        assertRefused(
                params(good, new RecordParameter("b", "x".repeat(4_001))),
                "/params/1 cannot be taken: parameter b has 4001 characters; at most 4000");
        assertRefused(params(good, new RecordParameter("", "x")), "/params/1 cannot be taken: parameter name is blank");
        assertRefused(
                SMALL.toBuilder()
                        .params(IntStream.range(0, 101)
                                .mapToObj(i -> new RecordParameter("p" + i, "x"))
                                .toList())
                        .build(),
                "/params cannot be taken: at most 100 parameters: 101");
    }

    private static RecordDocument params(RecordParameter... params) {
        return SMALL.toBuilder().params(List.of(params)).build();
    }
}
