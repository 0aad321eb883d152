package org.usageflow.json.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.CategoryId;
import org.usageflow.model.Closing;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.Party;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.UserId;
import org.usageflow.model.Version;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemMessages;
import org.usageflow.testkit.UsageFixtures;

class RecordMappingTest {

    private static final ProblemMessages WORDS = ProblemMessages.english();
    private static final Instant NOON = Instant.parse("2021-08-01T12:00:00Z");
    private static final ReportedRecord REPORTED = UsageFixtures.record("r-1")
            .category(new CategoryId("CAT-1"))
            .amount(new BigDecimal("562.240"))
            .tier(UsageFixtures.TIER_0)
            .parameter("region", "eu")
            .parameter("cost_center", "7")
            .build();

    static UsageRecord record(
            RecordStatus status, @Nullable ReportedRecord reported, @Nullable Item item, @Nullable Closing closing) {
        return new UsageRecord(
                UsageRecordId.of(FileMappingTest.ID, 3),
                0,
                2L,
                new RecordKey("r-1"),
                reported,
                item,
                item == null ? null : RecordSubscription.of(UsageFixtures.SUBSCRIPTION),
                status,
                closing,
                null,
                Version.FIRST);
    }

    private static RecordDocument document(UsageRecord record, Problem... problems) {
        return RecordDocument.of(record, FileMappingTest.draft(UsageFixtures.TR), List.of(problems), WORDS);
    }

    @Test
    void a_closed_record_becomes_a_document_with_everything_it_has() {
        var closing = new Closing("B-1", "July's invoice", NOON, UsageFixtures.distributor());

        RecordDocument document = document(record(RecordStatus.CLOSED, REPORTED, UsageFixtures.CALLS, closing));

        assertThat(document)
                .isEqualTo(RecordDocument.builder()
                        .id("UR-2021-08-0001-0002-0000-0003")
                        .startDate(Instant.parse("2021-07-08T00:00:00Z"))
                        .endDate(Instant.parse("2021-07-08T23:59:59Z"))
                        .productId("PRD-113-628-780")
                        .item(RecordItem.builder()
                                .id("PRD-113-628-780-0002")
                                .localId("0002")
                                .mpn("MPN-CALLS")
                                .name("Calls")
                                .type("ppu")
                                .precision("integer")
                                .unit("call")
                                .build())
                        .asset(new RecordAsset("AS-3919-2310-2857", "EXT-1", "UID-1", "RECON-tenant-1"))
                        .category(new RecordCategory("CAT-1", null, null))
                        .tier(UsageFixtures.TIER_0)
                        .amount(new BigDecimal("562.24"))
                        .multiplier(1)
                        .usage(new BigDecimal("28"))
                        .status(DialectStatus.CLOSED)
                        .params(List.of(new RecordParameter("region", "eu"), new RecordParameter("cost_center", "7")))
                        .externalBillingId("B-1")
                        .externalBillingNote("July's invoice")
                        .closedAt(NOON)
                        .closedBy("PA-239-034")
                        .usagefile(new RecordFile("UF-2021-08-0001-0002", "July", UsageFixtures.TR, UsageFixtures.EUR))
                        .itemId("PRD-113-628-780-0002")
                        .assetId("AS-3919-2310-2857")
                        .resourceLocalId("0002")
                        .assetExternalId("EXT-1")
                        .assetExternalUid("UID-1")
                        .build());
    }

    @Test
    void the_user_who_closed_is_named_where_there_is_one() {
        var by = new Actor(Party.DISTRIBUTOR, UsageFixtures.DISTRIBUTOR, new UserId("U-9"));

        RecordDocument document = document(
                record(RecordStatus.CLOSED, REPORTED, UsageFixtures.CALLS, new Closing("B-1", null, NOON, by)));

        assertThat(document.closedBy()).isEqualTo("U-9");
        assertThat(document.externalBillingNote()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "UPLOADED, ",
        "VALIDATED, valid",
        "PENDING, valid",
        "INVALID, invalid",
        "SUSPENDED, invalid",
        "ACCEPTED, approved",
        "REJECTED, rejected",
    })
    void statuses_have_the_platforms_words(RecordStatus status, @Nullable String word) {
        RecordDocument document = document(record(status, REPORTED, UsageFixtures.CALLS, null));

        assertThat(document.status() == null ? null : document.status().code()).isEqualTo(word);
        assertThat(DialectTexts.text(document).contains("\"status\"")).isEqualTo(word != null);
    }

    @Test
    void a_row_in_error_says_what_is_wrong_and_nothing_that_is_not_known() {
        Problem error = Problem.of(
                ProblemCode.VALUE_NOT_A_NUMBER, new Place("records", 2L, "quantity", "D2", null), "a lot", Map.of());
        Problem warning = Problem.of(ProblemCode.VALUE_DAMAGED, Place.FILE, "1", Map.of());
        Problem unplaced = Problem.of(ProblemCode.ITEM_UNKNOWN, Place.FILE, "x", Map.of());

        RecordDocument document = document(record(RecordStatus.INVALID, null, null, null), error, warning, unplaced);

        assertThat(document)
                .isEqualTo(RecordDocument.builder()
                        .id("UR-2021-08-0001-0002-0000-0003")
                        .productId("PRD-113-628-780")
                        .multiplier(1)
                        .status(DialectStatus.INVALID)
                        .errorCodes(List.of("VALUE_NOT_A_NUMBER", "ITEM_UNKNOWN"))
                        .errorDetails(List.of("quantity: " + WORDS.message(error), WORDS.message(unplaced)))
                        .usagefile(new RecordFile("UF-2021-08-0001-0002", "July", UsageFixtures.TR, UsageFixtures.EUR))
                        .build());
    }

    @Test
    void a_dynamic_item_that_is_not_registered_is_described_without_ids() {
        ReportedRecord reported = UsageFixtures.record("r-1")
                .dynamicItem(new DynamicItem("New", "MPN-NEW", "hour", ItemPrecision.DECIMAL_2))
                .build();

        RecordDocument document = document(record(RecordStatus.VALIDATED, reported, null, null));

        assertThat(document.item())
                .isEqualTo(RecordItem.builder()
                        .mpn("MPN-NEW")
                        .name("New")
                        .type("ppu")
                        .precision("decimal(2)")
                        .unit("hour")
                        .build());
        assertThat(document.itemId()).isNull();
    }

    @Test
    void an_amount_that_is_masked_is_absent() {
        UsageRecord record = record(RecordStatus.ACCEPTED, REPORTED, UsageFixtures.CALLS, null);

        assertThat(DialectTexts.text(document(record))).contains("\"amount\":562.24");
        assertThat(DialectTexts.text(document(record.withoutAmount()))).doesNotContain("amount");
    }

    @Test
    void a_record_of_another_file_is_refused() {
        var other = UsageRecordId.of(new UsageFileId("UF-2021-08-0001-0003"), 1);
        var record = new UsageRecord(
                other, 0, null, null, null, null, null, RecordStatus.INVALID, null, null, Version.FIRST);

        assertThatIllegalArgumentException().isThrownBy(() -> document(record));
    }
}
