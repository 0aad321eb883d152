package org.usageflow.console.catalog;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Contract;
import org.usageflow.model.Item;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.Subscription;
import org.usageflow.spi.reference.ReferenceData;
import org.usageflow.testkit.reference.CatalogWorld;
import org.usageflow.testkit.reference.ReferenceDataContract;

/** The contract over a catalog file that holds its world, but for what such a file does not hold: the ids of the vendor's reconciliation parameter. */
class JsonCatalogContractTest extends ReferenceDataContract {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected ReferenceData reference() {
        byte[] text = written(world()).toString().getBytes(StandardCharsets.UTF_8);
        try {
            return JsonCatalog.read(new ByteArrayInputStream(text), "world");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected CatalogWorld world() {
        CatalogWorld world = super.world();
        return new CatalogWorld(
                world.product(),
                world.items(),
                world.contract(),
                world.marketplace(),
                world.listing(),
                world.subscriptions().stream()
                        .map(JsonCatalogContractTest::withoutReconId)
                        .toList(),
                world.period());
    }

    private static Subscription withoutReconId(Subscription each) {
        return new Subscription(
                each.id(),
                each.externalId(),
                each.externalUid(),
                each.product(),
                each.contract(),
                each.hub(),
                each.from(),
                each.to(),
                each.parameters(),
                null,
                each.chain());
    }

    private static ObjectNode written(CatalogWorld world) {
        ObjectNode catalog = JSON.createObjectNode();
        Contract contract = world.contract();
        ArrayNode accounts = catalog.putArray("accounts");
        accounts.addObject()
                .put("id", contract.vendor().value())
                .put("name", "V")
                .put("role", "vendor");
        accounts.addObject()
                .put("id", contract.buyer().value())
                .put("name", "B")
                .put("role", "distributor");
        ObjectNode marketplace = catalog.putArray("marketplaces").addObject();
        marketplace
                .put("id", world.marketplace().id().value())
                .put("name", world.marketplace().name());
        if (world.marketplace().currency() != null) {
            marketplace.put("currency", world.marketplace().currency().getCurrencyCode());
        }
        catalog.putArray("contracts")
                .addObject()
                .put("id", contract.id().value())
                .put("name", contract.name())
                .put("vendor", contract.vendor().value())
                .put("buyer", contract.buyer().value())
                .put("programActive", contract.programActive())
                .put("distributionActive", contract.distributionActive());
        product(catalog.putArray("products").addObject(), world);
        catalog.putArray("listings")
                .addObject()
                .put("id", world.listing().id().value())
                .put("product", world.listing().product().value())
                .put("contract", world.listing().contract().value())
                .put("marketplace", world.listing().marketplace().value())
                .put("active", world.listing().active());
        ArrayNode hubs = catalog.putArray("hubs");
        world.subscriptions().stream()
                .map(Subscription::hub)
                .filter(hub -> hub != null)
                .distinct()
                .forEach(hub -> hubs.addObject()
                        .put("id", hub.value())
                        .put("name", "H")
                        .put("buyer", contract.buyer().value()));
        ArrayNode subscriptions = catalog.putArray("subscriptions");
        world.subscriptions().forEach(each -> subscription(subscriptions.addObject(), each));
        return catalog;
    }

    private static void product(ObjectNode out, CatalogWorld world) {
        out.put("id", world.product().id().value())
                .put("name", world.product().name())
                .put("vendor", world.product().vendor().value());
        ObjectNode capabilities = out.putObject("capabilities");
        capabilities.put(
                "reservationConsumption", world.product().capabilities().reservationConsumption());
        PayAsYouGo settings = world.product().capabilities().payAsYouGo();
        if (settings != null) {
            capabilities
                    .putObject("payAsYouGo")
                    .put("schema", settings.schema().value())
                    .put("dynamicItems", settings.dynamicItems())
                    .put("futureCharges", settings.futureCharges())
                    .put("lateCharges", settings.lateCharges())
                    .put("predictiveEstimates", settings.predictiveEstimates());
        }
        ArrayNode parameters = out.putArray("parameters");
        world.product().parameters().forEach(parameters::add);
        ArrayNode items = out.putArray("items");
        world.items().forEach(each -> item(items.addObject(), each));
    }

    private static void item(ObjectNode out, Item item) {
        out.put("id", item.id().value())
                .put("localId", item.localId())
                .put("mpn", item.mpn())
                .put("name", item.name())
                .put("unit", item.unit())
                .put("precision", item.precision().code())
                .put("type", item.type().code())
                .put("period", item.period().code());
    }

    private static void subscription(ObjectNode out, Subscription subscription) {
        out.put("id", subscription.id().value())
                .put("externalId", subscription.externalId())
                .put("externalUid", subscription.externalUid())
                .put("product", subscription.product().value())
                .put("contract", subscription.contract().value())
                .put(
                        "hub",
                        subscription.hub() == null ? null : subscription.hub().value())
                .put("from", subscription.from().toString())
                .put("to", subscription.to() == null ? null : subscription.to().toString());
        ObjectNode parameters = out.putObject("parameters");
        subscription.parameters().forEach(parameters::put);
        ObjectNode tiers = out.putObject("tiers");
        int level = 0;
        for (ChainParty each : subscription.chain().parties()) {
            tiers.putObject(Integer.toString(level++))
                    .put("id", each.id().value())
                    .put("name", each.name());
        }
    }
}
