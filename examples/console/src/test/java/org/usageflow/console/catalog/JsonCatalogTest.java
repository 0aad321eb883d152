package org.usageflow.console.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.console.demo.Demo;
import org.usageflow.model.AccountId;
import org.usageflow.model.Contract;
import org.usageflow.model.ContractId;
import org.usageflow.model.HubId;
import org.usageflow.model.ProductId;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.SubscriptionSearch;

class JsonCatalogTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ContractId CONTRACT = new ContractId("CRD-41000-52000-00001");

    private ObjectNode tree;

    @BeforeEach
    void begin() throws IOException {
        try (InputStream in = Objects.requireNonNull(Demo.class.getResourceAsStream("catalog.json"))) {
            tree = (ObjectNode) JSON.readTree(in);
        }
    }

    private static JsonCatalog read(String text) throws IOException {
        return JsonCatalog.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "c.json");
    }

    private static List<String> faults(String text) {
        return catchThrowableOfType(CatalogException.class, () -> read(text)).faults();
    }

    private ObjectNode object(String pointer) {
        return (ObjectNode) tree.at(pointer);
    }

    @Test
    void catalog_that_is_whole_is_read_with_its_terms() throws IOException {
        JsonCatalog catalog = read(tree.toString());

        assertThat(catalog.margins()).hasSize(4).first().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Margin.Kind.MARKDOWN);
            assertThat(each.percent()).isEqualTo(new BigDecimal("7"));
        });
        assertThat(catalog.priceBooks())
                .flatExtracting(PriceBook::prices)
                .extracting(Price::model)
                .contains(Price.Model.values());
        assertThat(catalog.exchangeRates()).hasSize(1);
        assertThat(catalog.calendar()).hasSize(1);
        assertThat(catalog.findHub(new HubId("HB-5200-0001"))).isPresent();
        assertThat(catalog.findAccount(new AccountId("RE-630-400"))).isPresent();
    }

    @Test
    void catalog_with_accounts_and_products_alone_is_enough() throws IOException {
        JsonCatalog catalog = read("{\"accounts\":[],\"products\":[]}");

        assertThat(catalog.listings(new ProductId("P"))).isEmpty();
    }

    @Test
    void catalog_in_another_order_is_read_the_same() throws IOException {
        ObjectNode reversed = JSON.createObjectNode();
        List.of("subscriptions", "priceBooks", "listings", "hubs", "products", "contracts", "marketplaces", "accounts")
                .forEach(name -> reversed.set(name, tree.get(name)));

        assertThat(read(reversed.toString()).findContract(CONTRACT))
                .map(Contract::buyer)
                .contains(new AccountId("PA-520-300"));
    }

    @Test
    void subscriptions_that_share_a_value_are_all_found() throws IOException {
        object("/subscriptions/1").put("externalId", "M-1001");

        var search = SubscriptionSearch.byId("AS-4100-0001-0001");
        var shared = new SubscriptionSearch(SubscriptionCriterion.EXTERNAL_ID, "M-1001");
        var found = read(tree.toString())
                .findSubscriptions(new ProductId("PRD-410-200-001"), CONTRACT, Set.of(search, shared));

        assertThat(found.get(search)).hasSize(1);
        assertThat(found.get(shared)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/accounts/0 | role | system | $.accounts[0].role: 'system' is not a role",
                "/accounts/0 | name | ' ' | $.accounts[0].name: is blank",
                "/listings/1 | id | LST-41001 | $.listings[1].id: the id 'LST-41001' is used twice",
                "/marketplaces/0 | currency | EURO | $.marketplaces[0].currency: 'EURO' is not a currency",
                "/contracts/0 | vendor | PA-520-300 | $.contracts[0].vendor: there is no vendor account 'PA-520-300'",
                "/contracts/0 | programActive | yes | $.contracts[0].programActive: true or false is expected",
                "/products/0 | vendor | VA-0 | $.products[0].vendor: there is no vendor account 'VA-0'",
                "/products/0/capabilities/payAsYouGo | schema | XX | $.products[0].capabilities.payAsYouGo.schema:",
                "/products/0/items/1 | precision | decimal(3) | $.products[0].items[1].precision: 'decimal(3)' is none",
                "/products/0/items/1 | type | reservation | $.products[0].items[1]: a reservation item has precision",
                "/products/0/items/1 | period | yearly | $.products[0].items[1]: a pay-per-use item is billed monthly",
                "/products/0/items/1 | localId | 0001 | $.products[0].items[1].localId: '0001' is used twice",
                "/listings/0 | product | PRD-0 | $.listings[0].product: there is no product 'PRD-0'",
                "/listings/0 | contract | CRD-0 | $.listings[0].contract: there is no contract 'CRD-0'",
                "/listings/0 | marketplace | MP-0 | $.listings[0].marketplace: there is no marketplace 'MP-0'",
                "/hubs/0 | buyer | PA-0 | $.hubs[0].buyer: there is no distributor or reseller account 'PA-0'",
                "/subscriptions/0 | hub | HB-0 | $.subscriptions[0].hub: there is no hub 'HB-0'",
                "/subscriptions/0 | from | 2025 | $.subscriptions[0].from: '2025' is not a time in UTC",
                "/subscriptions/0 | to | 2024-01-01 | $.subscriptions[0]: the subscription ends before it begins",
                "/subscriptions/0/tiers/0 | names | x | $.subscriptions[0].tiers.0.names: unknown member",
                "/margins/0 | item | NONE | $.margins[0].item: product 'PRD-410-200-002' has no item with the MPN 'NONE'",
                "/margins/0 | percent | -1 | $.margins[0].percent: -1 is negative",
                "/margins/0 | attribute | region | $.margins[0]: attribute and value are given together",
                "/margins/2 | percent | 100 | $.margins[2]: a percentage of 100 leaves no price",
                "/priceBooks/0/prices/0 | item | NONE | $.priceBooks[0].prices[0].item: product",
                "/priceBooks/0/prices/0 | model | free | $.priceBooks[0].prices[0].model: 'free' is none of per_unit",
                "/priceBooks/0/prices/0 | size | 1 | $.priceBooks[0].prices[0].size: unknown member",
                "/priceBooks/0/prices/2/bands/0 | upTo | 1e2 | $.priceBooks[0].prices[2].bands[0].upTo: '1e2' is not",
                "/priceBooks/1/prices/0 | size | 0 | $.priceBooks[1].prices[0]: a package holds more than 0 units",
                "/exchangeRates/0 | rate | 0 | $.exchangeRates[0]: a rate is above 0",
                "/exchangeRates/0 | to | USD | $.exchangeRates[0]: from and to are the same currency",
                "/calendar/0 | period | 2026-05 | $.calendar[0].period: '2026-05' is not a period",
                "/calendar/0 | due | soon | $.calendar[0].due: 'soon' is not a date"
            })
    void catalog_with_one_fault_names_its_path(String pointer, String member, String value, String fault) {
        object(pointer).put(member, value);

        assertThat(faults(tree.toString())).singleElement().asString().startsWith(fault);
    }

    @Test
    void catalog_with_many_faults_names_all_in_the_order_of_the_file() {
        object("/accounts/0").remove("name");
        object("/products/1").put("colour", "red").put("vendor", 5);
        object("/subscriptions/2").put("contract", "CRD-0");
        object("/subscriptions/4").putNull("from");

        assertThat(faults(tree.toString()))
                .containsExactly(
                        "$.accounts[0].name: is missing",
                        "$.products[1].vendor: a text is expected, not a number",
                        "$.products[1].colour: unknown member",
                        "$.subscriptions[2].contract: there is no contract 'CRD-0'",
                        "$.subscriptions[4].from: a text is expected, not null");
    }

    @Test
    void tiers_with_a_gap_are_a_fault() {
        ObjectNode tiers = object("/subscriptions/1/tiers");
        JsonNode reseller = tiers.remove("1");
        tiers.set("2", reseller);

        assertThat(faults(tree.toString()))
                .containsExactly(
                        "$.subscriptions[1].tiers: the tiers must be named 0, 1, 2 … without gaps, and tier 1 is missing");
    }

    @Test
    void bands_that_do_not_end_open_are_a_fault() {
        ((ArrayNode) tree.at("/priceBooks/0/prices/2/bands")).remove(1);

        assertThat(faults(tree.toString()))
                .containsExactly("$.priceBooks[0].prices[2]: the last band, and no other, has an upTo of null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"accounts\":[",
                "{\"accounts\":[],\"accounts\":[],\"products\":[]}",
                "{\"accounts\":[],\"products\":[]} {}",
                "{\"accounts\":{},\"products\":[]}",
                "{\"accounts\":[]}",
                "not json"
            })
    void text_that_is_no_catalog_is_one_fault(String text) {
        assertThat(faults(text)).hasSize(1);
    }

    @Test
    void faults_are_all_in_the_message() {
        assertThatThrownBy(() -> read("{}"))
                .hasMessage("the catalog c.json has 2 faults:\n  $.accounts: is missing\n  $.products: is missing");
    }
}
