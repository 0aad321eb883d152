package org.usageflow.testkit.arbitrary;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.usageflow.model.AccountId;
import org.usageflow.model.Capabilities;
import org.usageflow.model.CategoryId;
import org.usageflow.model.ContractId;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.HubId;
import org.usageflow.model.Item;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ListingId;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.Money;
import org.usageflow.model.PartFileId;
import org.usageflow.model.Product;
import org.usageflow.model.ProductId;
import org.usageflow.model.Quantity;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.UsageWindow;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

/**
 * Arbitraries of the model, from ids to whole files. All of them are valid unless they say otherwise, and shrink towards short, plain values.
 */
public final class UsageArbitraries {

    /** The categories that {@link #categorisedRecords} refers to. */
    public static final List<CategoryId> CATEGORIES = List.of(new CategoryId("CAT-1"), new CategoryId("CAT-2"));

    private UsageArbitraries() {}

    /** One to twelve small letters and digits. */
    public static Arbitrary<String> plainText() {
        return TextArbitraries.plain();
    }

    /** Text that formats and spreadsheets get wrong, of characters that free text may hold; never blank. */
    public static Arbitrary<String> nastyText() {
        return TextArbitraries.nasty();
    }

    /** Text that counts as blank, the empty one included. */
    public static Arbitrary<String> blankText() {
        return TextArbitraries.blank();
    }

    /** Text with a character that free text may not hold. */
    public static Arbitrary<String> forbiddenText() {
        return TextArbitraries.forbidden();
    }

    /** Text that may be an id: normalised, on one line, without surrounding blanks, 1 to 255 characters. */
    public static Arbitrary<String> identifierText() {
        return TextArbitraries.identifiers();
    }

    public static Arbitrary<RecordKey> recordKeys() {
        return identifierText().map(RecordKey::new);
    }

    public static Arbitrary<CategoryId> categoryIds() {
        return identifierText().map(CategoryId::new);
    }

    public static Arbitrary<AccountId> accountIds() {
        return Arbitraries.of("VA-NNN-NNN", "PA-NNN-NNN", "TA-N-NNNN")
                .flatMap(TextArbitraries::numbered)
                .map(AccountId::new);
    }

    public static Arbitrary<ProductId> productIds() {
        return TextArbitraries.numbered("PRD-NNN-NNN-NNN").map(ProductId::new);
    }

    public static Arbitrary<SubscriptionId> subscriptionIds() {
        return TextArbitraries.numbered("AS-NNNN-NNNN-NNNN").map(SubscriptionId::new);
    }

    public static Arbitrary<ContractId> contractIds() {
        return TextArbitraries.numbered("CRD-NNNNN-NNNNN-NNNNN").map(ContractId::new);
    }

    public static Arbitrary<MarketplaceId> marketplaceIds() {
        return TextArbitraries.numbered("MP-NNNNN").map(MarketplaceId::new);
    }

    public static Arbitrary<ListingId> listingIds() {
        return TextArbitraries.numbered("LST-NNN").map(ListingId::new);
    }

    public static Arbitrary<HubId> hubIds() {
        return TextArbitraries.numbered("HB-NNNN-NNNN").map(HubId::new);
    }

    public static Arbitrary<UsageFileId> usageFileIds() {
        return TextArbitraries.numbered("UF-NNNN-NN-NNNN-NNNN").map(UsageFileId::new);
    }

    public static Arbitrary<UsageRecordId> usageRecordIds() {
        return Combinators.combine(usageFileIds(), Arbitraries.integers().between(1, 99_999_999))
                .as(UsageRecordId::of);
    }

    public static Arbitrary<PartFileId> partFileIds() {
        return TextArbitraries.numbered("UFC-NNNN-NN-NNNN-NNNN-NNN").map(PartFileId::new);
    }

    public static Arbitrary<ReconciliationFileId> reconciliationFileIds() {
        return TextArbitraries.numbered("RCF-NNNN-NN-NNNN-NNNN-NNN").map(ReconciliationFileId::new);
    }

    /** From 0, with as many decimals as the precision allows or fewer. */
    public static Arbitrary<Quantity> quantities(ItemPrecision precision) {
        return ValueArbitraries.decimals(precision.decimals()).map(Quantity::new);
    }

    /** Of any sign, with 0 to 8 decimals. */
    public static Arbitrary<Quantity> quantities() {
        return Combinators.combine(
                        Arbitraries.of(ItemPrecision.class).flatMap(UsageArbitraries::quantities),
                        Arbitraries.of(1, -1))
                .as((quantity, sign) -> sign < 0 ? quantity.negated() : quantity);
    }

    /** From 0, with 0 to 8 decimals. */
    public static Arbitrary<BigDecimal> amounts() {
        return ValueArbitraries.decimals(Money.MAX_DECIMALS);
    }

    /** Of any sign, in currencies of 0, 2 and 3 decimals. */
    public static Arbitrary<Money> money() {
        return ValueArbitraries.money();
    }

    /** Months, days, leap days and years, their ends in either spelling. */
    public static Arbitrary<UsagePeriod> periods() {
        return ValueArbitraries.periods();
    }

    /** Windows of any time from 1970 to 2199. */
    public static Arbitrary<UsageWindow> windows() {
        return ValueArbitraries.windows();
    }

    /** Windows inside the period, neither late nor in the future: days in both spellings, the whole period, moments, fractions of seconds. */
    public static Arbitrary<UsageWindow> windowsIn(UsagePeriod period) {
        return ValueArbitraries.windowsIn(period);
    }

    /** 0 to 9. */
    public static Arbitrary<Tier> tiers() {
        return Arbitraries.integers().between(0, 9).map(Tier::new);
    }

    /** A customer and none to three resellers. */
    public static Arbitrary<SalesChain> chains() {
        return CatalogArbitraries.chains();
    }

    /** QT, PR, CR and TR. */
    public static Arbitrary<SchemaCode> schemaCodes() {
        return CatalogArbitraries.schemaCodes();
    }

    /** Every combination, nothing at all included. */
    public static Arbitrary<Capabilities> capabilities() {
        return CatalogArbitraries.capabilities();
    }

    /** Pay-as-you-go in the schema, every other setting on or off. */
    public static Arbitrary<Capabilities> capabilities(SchemaCode schema) {
        return CatalogArbitraries.capabilities(Arbitraries.just(schema));
    }

    /** Products of any capabilities. */
    public static Arbitrary<Product> products() {
        return Combinators.combine(productIds(), plainText(), capabilities())
                .as((id, name, capabilities) ->
                        new Product(id, name, UsageFixtures.VENDOR, capabilities, List.of("tenant_id", "region")));
    }

    /** Items of {@link UsageFixtures#PRODUCT}, of either type. */
    public static Arbitrary<Item> items() {
        return CatalogArbitraries.items(UsageFixtures.PRODUCT);
    }

    public static Arbitrary<DynamicItem> dynamicItems() {
        return CatalogArbitraries.dynamicItems();
    }

    /** Subscriptions of {@link UsageFixtures#PRODUCT} that are active throughout {@link UsageFixtures#PERIOD_JULY}. */
    public static Arbitrary<Subscription> subscriptions() {
        return CatalogArbitraries.subscriptions(
                UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, UsageFixtures.PERIOD_JULY);
    }

    /** Worlds in any of the four schemas: all prerequisites hold, every subscription is active throughout the period. */
    public static Arbitrary<CatalogWorld> worlds() {
        return CatalogArbitraries.worlds(schemaCodes());
    }

    /** Worlds in one schema. */
    public static Arbitrary<CatalogWorld> worlds(SchemaCode schema) {
        return CatalogArbitraries.worlds(Arbitraries.just(schema));
    }

    /** Worlds in any of the four schemas with records for them; faster, and shrinking further, than making the records from a world that was generated before. */
    public static Arbitrary<ReportedWorld> reportedWorlds(int maxConsumptions) {
        return RecordArbitraries.reportedWorlds(worlds(), maxConsumptions);
    }

    /** Worlds in one schema with records for them. */
    public static Arbitrary<ReportedWorld> reportedWorlds(SchemaCode schema, int maxConsumptions) {
        return RecordArbitraries.reportedWorlds(worlds(schema), maxConsumptions);
    }

    /** A record that is valid in the world, alone in its file; without a category. */
    public static Arbitrary<ReportedRecord> records(CatalogWorld world) {
        return RecordArbitraries.records(world);
    }

    /**
     * The rows of one consumption: in TR, for a pay-per-use item, one for each tier from 0 to some tier of the chain, of the same quantity, and no tier pays more than the one
     * below it. Else one row.
     */
    public static Arbitrary<List<ReportedRecord>> consumptionRows(CatalogWorld world) {
        return RecordArbitraries.consumptionRows(world);
    }

    /**
     * Records that are valid in the world together, with ids that occur once; in TR all groups are complete.
     *
     * @param maxConsumptions of which there is one at least; in TR each may take several rows
     */
    public static Arbitrary<List<ReportedRecord>> recordLists(CatalogWorld world, int maxConsumptions) {
        return RecordArbitraries.lists(world, List.of(), maxConsumptions);
    }

    /** The same, some of {@link #CATEGORIES}; the file needs a table of these. */
    public static Arbitrary<List<ReportedRecord>> categorisedRecords(CatalogWorld world, int maxConsumptions) {
        return RecordArbitraries.lists(world, CATEGORIES, maxConsumptions);
    }

    /** The cells of an upload with these records, spelt in one of the ways that vendors spell them. */
    public static Arbitrary<UploadTable> tables(CatalogWorld world, List<ReportedRecord> records) {
        boolean tiers = world.schema().equals(UsageFixtures.TR);
        boolean amounts = tiers
                || world.schema().equals(UsageFixtures.PR)
                || world.schema().equals(UsageFixtures.CR);
        return Arbitraries.of(Spelling.class).map(spelling -> spelling.table(records, amounts, tiers));
    }

    /** The cells of a valid upload for the world. */
    public static Arbitrary<UploadTable> tables(CatalogWorld world, int maxConsumptions) {
        return recordLists(world, maxConsumptions).flatMap(records -> tables(world, records));
    }
}
