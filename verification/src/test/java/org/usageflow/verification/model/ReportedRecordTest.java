package org.usageflow.verification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.model.CategoryId;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageWindow;

class ReportedRecordTest {

    private static final UsageWindow JULY_1 =
            new UsageWindow(Instant.parse("2026-07-01T00:00:00Z"), Instant.parse("2026-07-01T23:59:59Z"));

    private static ReportedRecord.Builder builder() {
        return ReportedRecord.builder(
                new RecordKey("r-1"),
                ItemSearch.byMpn("MPN-1"),
                Quantity.of("4"),
                JULY_1,
                SubscriptionSearch.byId("AS-1"));
    }

    @Test
    void what_only_some_records_have_is_absent_by_default() {
        ReportedRecord plain = builder().build();

        assertThat(plain.note()).isNull();
        assertThat(plain.category()).isNull();
        assertThat(plain.amount()).isNull();
        assertThat(plain.tier()).isNull();
        assertThat(plain.dynamicItem()).isNull();
        assertThat(plain.assetReconId()).isNull();
        assertThat(plain.corrects()).isNull();
        assertThat(plain.parameters()).isEmpty();
    }

    @Test
    void builder_keeps_everything_that_is_given() {
        var item = new DynamicItem("Call", "DYN-1", "minute", ItemPrecision.DECIMAL_2);
        ReportedRecord full = builder()
                .note("checked")
                .category(new CategoryId("c-1"))
                .amount(new BigDecimal("12.50"))
                .tier(Tier.CUSTOMER)
                .dynamicItem(item)
                .assetReconId("recon-1")
                .corrects("r-0")
                .parameter("region", "EU")
                .build();

        assertThat(full.note()).isEqualTo("checked");
        assertThat(full.category()).isEqualTo(new CategoryId("c-1"));
        assertThat(full.amount()).isEqualTo(new BigDecimal("12.5"));
        assertThat(full.tier()).isEqualTo(Tier.CUSTOMER);
        assertThat(full.dynamicItem()).isEqualTo(item);
        assertThat(full.assetReconId()).isEqualTo("recon-1");
        assertThat(full.corrects()).isEqualTo("r-0");
        assertThat(full.parameters()).containsExactly(Map.entry("region", "EU"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00A0"})
    void blank_text_counts_as_absent(String blank) {
        ReportedRecord written = builder()
                .note(blank)
                .assetReconId(blank)
                .corrects(blank)
                .parameter("region", blank)
                .build();

        assertThat(written).isEqualTo(builder().build());
    }

    @Test
    void numbers_are_canonical_so_that_equal_records_are_equal() {
        assertThat(builder().amount(new BigDecimal("7.00")).build())
                .isEqualTo(builder().amount(new BigDecimal("7")).build());
    }

    @Nested
    class Parameters {

        @Test
        void order_is_that_of_the_columns() {
            ReportedRecord written =
                    builder().parameter("z", "1").parameter("a", "2").build();

            assertThat(written.parameters().keySet()).containsExactly("z", "a");
        }

        @Test
        void later_changes_of_the_given_map_do_not_matter() {
            var given = new LinkedHashMap<String, String>();
            given.put("region", "EU");
            ReportedRecord plain = builder().build();
            var written = new ReportedRecord(
                    plain.key(),
                    null,
                    plain.item(),
                    plain.quantity(),
                    plain.window(),
                    plain.subscription(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    given);

            given.clear();

            assertThat(written.parameters()).containsEntry("region", "EU");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Region", " region", "region ", "", "a\u0007"})
        void a_name_is_as_headers_are_compared(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().parameter(name, "EU").build());
        }

        @Test
        void a_name_and_v_dot_have_at_most_255_characters() {
            assertThat(builder().parameter("x".repeat(253), "EU").build().parameters())
                    .hasSize(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().parameter("x".repeat(254), "EU").build());
        }

        @Test
        void there_are_at_most_100() {
            ReportedRecord.Builder many = builder();
            for (int i = 0; i < 100; i++) {
                many.parameter("p" + i, "x");
            }

            assertThat(many.build().parameters()).hasSize(100);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> many.parameter("p100", "x").build());
        }
    }

    @Nested
    class Limits {

        @Test
        void notes_and_parameter_values_have_at_most_4000_characters() {
            String longest = "x".repeat(4_000);

            assertThat(builder().note(longest).parameter("p", longest).build().note())
                    .isEqualTo(longest);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().note(longest + "x").build());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().parameter("p", longest + "x").build());
        }

        @Test
        void ids_have_at_most_255_characters() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().assetReconId("x".repeat(256)).build());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().corrects("x".repeat(256)).build());
        }

        @Test
        void forbidden_characters_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().note("a\u0000b").build());
            assertThat(builder().note("a\tb\r\nc").build().note()).isEqualTo("a\tb\r\nc");
        }

        @Test
        void an_amount_has_at_most_8_decimals() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            builder().amount(new BigDecimal("0.123456789")).build());
        }

        @Test
        void what_every_record_has_is_required() {
            assertThatNullPointerException()
                    .isThrownBy(() -> ReportedRecord.builder(
                                    new RecordKey("r-1"),
                                    ItemSearch.byMpn("MPN-1"),
                                    null,
                                    JULY_1,
                                    SubscriptionSearch.byId("AS-1"))
                            .build());
        }
    }
}
