package org.usageflow.console.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.usageflow.core.schema.StandardSchemas;
import org.usageflow.model.AccountId;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.Capabilities;
import org.usageflow.model.Item;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemType;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.Product;
import org.usageflow.model.ProductId;
import org.usageflow.model.SchemaCode;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.schema.SchemaRegistry;

/** Reads products and their items. The ids of items are unique in their product. */
final class ProductReader {

    /** A product and what belongs to it. */
    record Entry(Product product, List<Item> items) {}

    private final SchemaRegistry schemas = SchemaRegistry.of(StandardSchemas.all());

    Optional<Entry> product(CatalogObject in) {
        Member<ProductId> id = in.id(IdKind.PRODUCT, ProductId::new);
        Member<String> name = in.text("name");
        Member<AccountId> vendor = in.reference("vendor", IdKind.VENDOR, AccountId::new);
        Member<Capabilities> capabilities = in.object("capabilities", this::capabilities);
        List<String> parameters = in.texts("parameters");
        checkUnique(in, parameters);
        var ids = new ItemIds(id.or(new ProductId("?")).value());
        List<Item> items = in.objects("items", each -> item(each, ids));
        return in.make(() ->
                new Entry(new Product(id.get(), name.get(), vendor.get(), capabilities.get(), parameters), items));
    }

    private static void checkUnique(CatalogObject in, List<String> parameters) {
        var seen = new HashSet<String>();
        for (String each : parameters) {
            if (!seen.add(each)) {
                in.fault("parameters", "'" + each + "' is there twice");
            }
        }
    }

    private Optional<Capabilities> capabilities(CatalogObject in) {
        Member<Boolean> reservation = in.optionalTruth("reservationConsumption");
        Member<PayAsYouGo> payAsYouGo = in.optionalObject("payAsYouGo", this::payAsYouGo);
        return in.make(() -> new Capabilities(reservation.or(false), payAsYouGo.orNull()));
    }

    private Optional<PayAsYouGo> payAsYouGo(CatalogObject in) {
        Member<SchemaCode> schema = in.required("schema", this::schema);
        Member<Boolean> dynamic = in.optionalTruth("dynamicItems");
        Member<Boolean> future = in.optionalTruth("futureCharges");
        Member<Boolean> late = in.optionalTruth("lateCharges");
        Member<Boolean> estimates = in.optionalTruth("predictiveEstimates");
        return in.make(() ->
                new PayAsYouGo(schema.get(), dynamic.or(false), future.or(false), late.or(false), estimates.or(false)));
    }

    private SchemaCode schema(String text) {
        var code = new SchemaCode(text);
        if (schemas.find(code).isEmpty()) {
            List<SchemaCode> known =
                    schemas.all().stream().map(ReportingSchema::code).toList();
            throw new IllegalArgumentException("'" + text + "' is not a reporting schema; there are " + known);
        }
        return code;
    }

    private static Optional<Item> item(CatalogObject in, ItemIds ids) {
        Member<ItemId> id = in.required("id", ItemId::new);
        Member<String> localId = in.text("localId");
        Member<String> mpn = in.text("mpn");
        Member<String> name = in.text("name");
        Member<String> unit = in.text("unit");
        Member<ItemPrecision> precision = in.required("precision", ProductReader::precision);
        Member<ItemType> type = in.required("type", text -> choice(text, ItemType.values(), ItemType::code));
        Member<BillingPeriod> period =
                in.required("period", text -> choice(text, BillingPeriod.values(), BillingPeriod::code));
        ids.define(in, id, localId, mpn);
        return in.make(() -> new Item(
                id.get(), localId.get(), mpn.get(), name.get(), unit.get(), precision.get(), type.get(), period.get()));
    }

    private static ItemPrecision precision(String text) {
        return ItemPrecision.parse(text)
                .orElseThrow(() -> notOneOf(text, List.of(ItemPrecision.values()), ItemPrecision::code));
    }

    /** The constant whose word this is, case aside. */
    static <E> E choice(String text, E[] constants, Function<E, String> word) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        for (E each : constants) {
            if (word.apply(each).equals(folded)) {
                return each;
            }
        }
        throw notOneOf(text, List.of(constants), word);
    }

    private static <E> IllegalArgumentException notOneOf(String text, List<E> constants, Function<E, String> word) {
        List<String> words = constants.stream().map(word).toList();
        return new IllegalArgumentException("'" + text + "' is none of " + String.join(", ", words));
    }

    /** The ids that a product's items have so far. */
    private static final class ItemIds {
        private final String product;
        private final Set<String> seen = new HashSet<>();

        ItemIds(String product) {
            this.product = product;
        }

        void define(CatalogObject in, Member<ItemId> id, Member<String> localId, Member<String> mpn) {
            ItemId global = id.orNull();
            check(in, "id", global == null ? null : global.value());
            check(in, "localId", localId.orNull());
            String number = mpn.orNull();
            check(in, "mpn", number);
            if (number != null) {
                in.faults().define(IdKind.ITEM, Faults.itemKey(product, number));
            }
        }

        private void check(CatalogObject in, String name, @org.jspecify.annotations.Nullable String value) {
            if (value != null && !seen.add(name + '\n' + value)) {
                in.fault(name, "'" + value + "' is used twice in the product");
            }
        }
    }
}
