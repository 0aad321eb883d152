package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.usageflow.core.GivenRow.priced;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.CONTRACT;
import static org.usageflow.testkit.UsageFixtures.EUR;
import static org.usageflow.testkit.UsageFixtures.MARKETPLACE;
import static org.usageflow.testkit.UsageFixtures.PR;
import static org.usageflow.testkit.UsageFixtures.PRODUCT;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.util.Currency;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.command.ValidateUpload;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.RefusedException;
import org.usageflow.model.Capabilities;
import org.usageflow.model.Contract;
import org.usageflow.model.ContractId;
import org.usageflow.model.Listing;
import org.usageflow.model.ListingId;
import org.usageflow.model.Marketplace;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.Product;
import org.usageflow.model.ProductId;
import org.usageflow.model.RowCounts;
import org.usageflow.model.SchemaCode;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;
import org.usageflow.testkit.reference.InMemoryReferenceData;

/** What must hold before a vendor may report (rules §2), and which contract, marketplace and currency a report is in. */
class PrerequisiteTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final ContractId OTHER_CONTRACT = new ContractId("CRD-00000-00000-00001");
    private static final MarketplaceId OTHER_MARKETPLACE = new MarketplaceId("MP-00001");

    private static InMemoryReferenceData.Builder reference(CatalogWorld world) {
        return InMemoryReferenceData.builder().world(world);
    }

    private static Bench bench(SchemaCode schema, InMemoryReferenceData.Builder reference) {
        return Bench.of(schema).wire(builder -> builder.reference(reference.build()));
    }

    private static Contract contract(boolean program, boolean distribution) {
        return new Contract(
                CONTRACT, "Contract", UsageFixtures.VENDOR, UsageFixtures.DISTRIBUTOR, program, distribution);
    }

    private static Listing listing(String id, ContractId contract, MarketplaceId marketplace, boolean active) {
        return new Listing(new ListingId(id), PRODUCT, contract, marketplace, active);
    }

    @Test
    @DisplayName("rules §2: program and distribution contract active")
    void inactive_contract_is_a_problem_for_each_half() {
        var world = UsageFixtures.world(QT);

        ValidationReport program =
                bench(QT, reference(world).contract(contract(false, true))).judge(row("R-1"));
        ValidationReport both =
                bench(QT, reference(world).contract(contract(false, false))).judge(row("R-1"));

        assertThat(Bench.lines(program)).containsExactly("- - PREREQUISITE_PROGRAM_CONTRACT");
        assertThat(Bench.lines(both))
                .containsExactly("- - PREREQUISITE_PROGRAM_CONTRACT", "- - PREREQUISITE_DISTRIBUTION_CONTRACT");
        assertThat(both.problems().get(0).arguments()).containsEntry("contract", CONTRACT.value());
    }

    @Test
    @DisplayName("rules §2: each with its own problem code; then the upload is not looked into")
    void upload_is_not_looked_into_where_a_prerequisite_is_lacking() {
        var world = UsageFixtures.world(QT);
        var nothing = InMemoryReferenceData.builder()
                .product(new Product(PRODUCT, "Bare", UsageFixtures.VENDOR, Capabilities.NONE, java.util.List.of()))
                .contract(contract(false, false))
                .marketplace(world.marketplace())
                .listing(listing("LST-1", CONTRACT, MARKETPLACE, false));

        ValidationReport report = bench(QT, nothing).judge(row("R-1").with("quantity", "x"));

        assertThat(Bench.lines(report))
                .containsExactly(
                        "- - PREREQUISITE_PROGRAM_CONTRACT",
                        "- - PREREQUISITE_DISTRIBUTION_CONTRACT",
                        "- - PREREQUISITE_CAPABILITY",
                        "- - PREREQUISITE_ITEMS",
                        "- - PREREQUISITE_LISTING");
        assertThat(report.isValid()).isFalse();
        assertThat(report.rows()).isEqualTo(new RowCounts(0, 0, 0, 0));
        assertThat(report.sha256()).hasSize(64);
        assertThat(report.totals().quantity()).isZero();
    }

    @Test
    @DisplayName("rules §2: the items defined, or dynamic items on")
    void product_without_items_needs_dynamic_ones() {
        var dynamic = new Capabilities(false, new PayAsYouGo(QT, true, false, false, false));
        var world = UsageFixtures.world(dynamic);
        var withoutItems = InMemoryReferenceData.builder()
                .product(world.product())
                .contract(world.contract())
                .marketplace(world.marketplace())
                .listing(world.listing())
                .subscription(UsageFixtures.SUBSCRIPTION);

        ValidationReport report = bench(QT, withoutItems).judge(row("R-1"));

        assertThat(Bench.lines(report)).containsExactly("2 item_search_value ITEM_UNKNOWN [MPN-CALLS]");
    }

    @Test
    @DisplayName("rules §2: an active listing for that contract and marketplace")
    void listing_elsewhere_does_not_count() {
        var world = UsageFixtures.world(QT);

        Bench other = Bench.of(world).command(command -> command.withMarketplace(OTHER_MARKETPLACE));
        Bench none =
                Bench.of(world).command(command -> ValidateUpload.of(PRODUCT).withMarketplace(OTHER_MARKETPLACE));
        Bench inactive = bench(QT, reference(world).listing(listing("LST-1", CONTRACT, MARKETPLACE, false)));

        assertThat(Bench.lines(other.judge(row("R-1")))).containsExactly("- - PREREQUISITE_LISTING");
        assertThat(Bench.lines(none.judge(row("R-1")))).containsExactly("- - PREREQUISITE_LISTING");
        assertThat(Bench.lines(inactive.judge(row("R-1")))).containsExactly("- - PREREQUISITE_LISTING");
    }

    @Test
    void product_or_contract_that_does_not_exist_is_not_found() {
        Bench product = Bench.of(QT).command(command -> ValidateUpload.of(new ProductId("PRD-000-000-000")));
        Bench contract = Bench.of(QT).command(command -> command.withContract(OTHER_CONTRACT));

        assertThatThrownBy(() -> product.judge(row("R-1")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("PRD-000-000-000");
        assertThatThrownBy(() -> contract.judge(row("R-1")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(OTHER_CONTRACT.value());
    }

    @Test
    void contract_follows_from_the_listings_where_they_name_one() {
        Bench bench = bench(
                        QT,
                        reference(UsageFixtures.world(QT)).listing(listing("LST-2", CONTRACT, OTHER_MARKETPLACE, true)))
                .command(command -> ValidateUpload.of(PRODUCT));

        assertThat(Bench.lines(bench.judge(row("R-1")))).isEmpty();
    }

    @Test
    void contract_must_be_named_where_the_product_is_listed_under_two() {
        var two = reference(UsageFixtures.world(QT)).listing(listing("LST-2", OTHER_CONTRACT, OTHER_MARKETPLACE, true));
        Bench unnamed = bench(QT, two).command(command -> ValidateUpload.of(PRODUCT));
        Bench byContract =
                bench(QT, two).command(command -> ValidateUpload.of(PRODUCT).withContract(CONTRACT));
        Bench byMarketplace =
                bench(QT, two).command(command -> ValidateUpload.of(PRODUCT).withMarketplace(MARKETPLACE));

        assertThatThrownBy(() -> unnamed.judge(row("R-1")))
                .isInstanceOf(InvalidCommandException.class)
                .hasMessageContaining(CONTRACT.value())
                .hasMessageContaining(OTHER_CONTRACT.value());
        assertThat(Bench.lines(byContract.judge(row("R-1")))).isEmpty();
        assertThat(Bench.lines(byMarketplace.judge(row("R-1")))).isEmpty();
    }

    private static Bench inPr(@Nullable Currency fixed, UnaryOperator<ValidateUpload> command) {
        return bench(PR, reference(UsageFixtures.world(PR)).marketplace(new Marketplace(MARKETPLACE, "Market", fixed)))
                .command(given -> command.apply(ValidateUpload.of(PRODUCT)));
    }

    @Test
    @DisplayName("rules §1: a marketplace may fix the currency")
    void currency_is_the_marketplaces_or_the_reports() {
        assertThat(inPr(USD, command -> command)
                        .judge(priced("R-1", "1"))
                        .totals()
                        .currency())
                .isEqualTo(USD);
        assertThat(inPr(USD, command -> command.withCurrency(USD))
                        .judge(priced("R-1", "1"))
                        .totals()
                        .currency())
                .isEqualTo(USD);
        assertThat(inPr(null, command -> command.withCurrency(EUR))
                        .judge(priced("R-1", "1"))
                        .totals()
                        .currency())
                .isEqualTo(EUR);
    }

    @Test
    void currency_that_contradicts_the_marketplace_is_refused() {
        assertThatThrownBy(() -> inPr(USD, command -> command.withCurrency(EUR)).judge(priced("R-1", "1")))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.code()).isEqualTo("CURRENCY_CONTRADICTS_MARKETPLACE"));
    }

    @Test
    void currency_is_needed_where_amounts_are_reported() {
        assertThatThrownBy(() -> inPr(null, command -> command).judge(priced("R-1", "1")))
                .isInstanceOf(InvalidCommandException.class)
                .hasMessageContaining("currency");
    }

    @Test
    void marketplace_must_be_named_where_their_currencies_differ() {
        var two = reference(UsageFixtures.world(PR))
                .marketplace(new Marketplace(OTHER_MARKETPLACE, "America", USD))
                .listing(listing("LST-2", CONTRACT, OTHER_MARKETPLACE, true));
        Bench unnamed = bench(PR, two).command(command -> ValidateUpload.of(PRODUCT));
        Bench named =
                bench(PR, two).command(command -> ValidateUpload.of(PRODUCT).withMarketplace(OTHER_MARKETPLACE));

        assertThatThrownBy(() -> unnamed.judge(priced("R-1", "1")))
                .isInstanceOf(InvalidCommandException.class)
                .hasMessageContaining("marketplace");
        assertThat(named.judge(priced("R-1", "1")).totals().currency()).isEqualTo(USD);
    }

    @Test
    void marketplace_that_the_host_does_not_know_fixes_no_currency() {
        var unknown = InMemoryReferenceData.builder()
                .product(UsageFixtures.world(PR).product())
                .contract(contract(true, true))
                .listing(listing("LST-1", CONTRACT, MARKETPLACE, true))
                .item(PRODUCT, UsageFixtures.CALLS)
                .subscription(UsageFixtures.SUBSCRIPTION);

        ValidationReport report = bench(PR, unknown)
                .command(command -> ValidateUpload.of(PRODUCT).withCurrency(USD))
                .judge(priced("R-1", "1"));

        assertThat(report.totals().currency()).isEqualTo(USD);
    }

    @Test
    @DisplayName("rules §7: QT has no currency")
    void currency_is_not_looked_at_in_qt() {
        Bench bench = Bench.of(QT).command(command -> command.withCurrency(USD));

        ValidationReport report = bench.judge(row("R-1"));

        assertThat(report.isValid()).isTrue();
        assertThat(report.totals().currency()).isNull();
        assertThat(report.totals().amount()).isNull();
    }

    @Test
    void schema_that_is_not_registered_is_an_invalid_command() {
        Bench bench = Bench.of(new SchemaCode("XX"));

        assertThatThrownBy(() -> bench.judge(row("R-1")))
                .isInstanceOf(InvalidCommandException.class)
                .hasMessageContaining("XX");
    }
}
