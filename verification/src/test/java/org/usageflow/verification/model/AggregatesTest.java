package org.usageflow.verification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Account;
import org.usageflow.model.AccountId;
import org.usageflow.model.Actor;
import org.usageflow.model.Capabilities;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Closing;
import org.usageflow.model.Contract;
import org.usageflow.model.ContractId;
import org.usageflow.model.Environment;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileKind;
import org.usageflow.model.Hub;
import org.usageflow.model.HubId;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Listing;
import org.usageflow.model.ListingId;
import org.usageflow.model.Marketplace;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.Party;
import org.usageflow.model.Product;
import org.usageflow.model.ProductId;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.UsageWindow;
import org.usageflow.model.Version;

class AggregatesTest {

    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant AUGUST = Instant.parse("2026-08-01T00:00:00Z");
    private static final UsageFileId FILE = new UsageFileId("UF-2026-07-0001-0002");
    private static final AccountId VENDOR = new AccountId("VA-1");
    private static final AccountId BUYER = new AccountId("PA-1");
    private static final ProductId PRODUCT = new ProductId("PRD-1");
    private static final ContractId CONTRACT = new ContractId("CRD-1");
    private static final MarketplaceId MARKETPLACE = new MarketplaceId("MP-1");

    private static UsageFile file(Environment environment, FileKind kind, UsageFileStatus status) {
        var details = new FileDetails(
                "July",
                null,
                null,
                null,
                PRODUCT,
                CONTRACT,
                MARKETPLACE,
                VENDOR,
                BUYER,
                new SchemaCode("QT"),
                new UsagePeriod(JULY, AUGUST),
                null,
                environment,
                kind);
        UsageFile draft = UsageFile.draft(FILE, details, JULY);
        return status == UsageFileStatus.DRAFT
                ? draft
                : draft.change().status(status).build();
    }

    @ParameterizedTest
    @EnumSource
    void ids_are_live_in_actual_production_files_of_a_live_status_alone(UsageFileStatus status) {
        assertThat(file(Environment.PRODUCTION, FileKind.ACTUAL, status).hasLiveRecordKeys())
                .isEqualTo(status.isLive());
        assertThat(file(Environment.PREVIEW, FileKind.ACTUAL, status).hasLiveRecordKeys())
                .isFalse();
        assertThat(file(Environment.PRODUCTION, FileKind.ESTIMATE, status).hasLiveRecordKeys())
                .isFalse();
    }

    @Test
    void every_change_of_a_file_is_one_version_on_and_changes_nothing_else() {
        UsageFile draft = file(Environment.PRODUCTION, FileKind.ACTUAL, UsageFileStatus.DRAFT);
        var counts = new RecordCounts(Map.of(RecordStatus.UPLOADED, 2L));

        UsageFile changed = draft.change()
                .status(UsageFileStatus.UPLOADING)
                .build()
                .change()
                .counts(counts)
                .build();

        assertThat(changed.version()).isEqualTo(new Version(3));
        assertThat(changed.status()).isEqualTo(UsageFileStatus.UPLOADING);
        assertThat(changed.counts()).isEqualTo(counts);
        assertThat(changed)
                .usingRecursiveComparison()
                .ignoringFields("version", "status", "counts")
                .isEqualTo(draft);
    }

    @Test
    void counts_leave_out_zeros_and_add_up() {
        var counts =
                new RecordCounts(Map.of(RecordStatus.VALIDATED, 3L, RecordStatus.INVALID, 2L, RecordStatus.CLOSED, 0L));

        assertThat(counts.total()).isEqualTo(5);
        assertThat(counts.of(RecordStatus.VALIDATED)).isEqualTo(3);
        assertThat(counts.of(RecordStatus.CLOSED)).isZero();
        assertThat(counts.byStatus()).doesNotContainKey(RecordStatus.CLOSED);
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordCounts(Map.of(RecordStatus.VALIDATED, -1L)));
    }

    @Test
    void a_closed_record_has_a_billing_id_and_every_record_names_its_file() {
        UsageRecord closed = record(RecordStatus.CLOSED, "INV-1");

        assertThat(closed.file()).isEqualTo(FILE);
        assertThat(record(RecordStatus.ACCEPTED, null).closing()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> record(RecordStatus.ACCEPTED, "INV-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> record(RecordStatus.CLOSED, null));
    }

    private static UsageRecord record(RecordStatus status, String billingId) {
        ReportedRecord reported = ReportedRecord.builder(
                        new RecordKey("r-1"),
                        ItemSearch.byMpn("MPN-1"),
                        Quantity.of("4"),
                        new UsageWindow(JULY, JULY),
                        SubscriptionSearch.byId("AS-1"))
                .build();
        Closing closing = billingId == null
                ? null
                : new Closing(billingId, null, AUGUST, new Actor(Party.DISTRIBUTOR, BUYER, null));
        return new UsageRecord(
                UsageRecordId.of(FILE, 1),
                0,
                2L,
                reported.key(),
                reported,
                null,
                null,
                status,
                closing,
                null,
                Version.FIRST);
    }

    @Test
    void a_subscription_is_active_while_some_moment_of_the_window_is_in_its_time() {
        Subscription ended = subscription(JULY, AUGUST);
        Subscription open = subscription(JULY, null);
        var afterwards = new UsageWindow(AUGUST, AUGUST.plusSeconds(60));
        var untilTheEnd = new UsageWindow(AUGUST.minusSeconds(1), AUGUST);

        assertThat(ended.isActiveDuring(untilTheEnd)).isTrue();
        assertThat(ended.isActiveDuring(afterwards)).isFalse();
        assertThat(open.isActiveDuring(afterwards)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> subscription(AUGUST, JULY));
    }

    private static Subscription subscription(Instant from, Instant to) {
        SalesChain chain = SalesChain.of(new ChainParty(new AccountId("TA-1"), "Customer"));
        return new Subscription(
                new SubscriptionId("AS-1"), null, null, PRODUCT, CONTRACT, null, from, to, Map.of(), null, chain);
    }

    @Test
    void reference_data_keeps_what_is_given() {
        var product = new Product(PRODUCT, "Product", VENDOR, Capabilities.NONE, List.of("a"));

        assertThat(product.parameters()).containsExactly("a");
        assertThat(new Account(VENDOR, "Vendor", Party.VENDOR).role()).isEqualTo(Party.VENDOR);
        assertThat(new Contract(CONTRACT, "Contract", VENDOR, BUYER, true, false).programActive())
                .isTrue();
        assertThat(new Hub(new HubId("HB-1"), "Hub", BUYER).buyer()).isEqualTo(BUYER);
        assertThat(new Listing(new ListingId("LST-1"), PRODUCT, CONTRACT, MARKETPLACE, true).active())
                .isTrue();
        assertThat(new Marketplace(MARKETPLACE, "Germany", null).currency()).isNull();
    }
}
