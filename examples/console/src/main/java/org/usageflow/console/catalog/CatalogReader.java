package org.usageflow.console.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads a catalog element by element, so that what is held is the data and not its JSON.
 *
 * <p>Strict, and thorough: everything that is wrong is named, with its path.
 */
final class CatalogReader {

    // Jackson names its source, which it does not show.
    private static final Pattern SOURCE = Pattern.compile(" \\(start marker at .*\\)$");
    private static final List<String> REQUIRED = List.of("accounts", "products");

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final Faults faults = new Faults();
    private final CatalogContent content = new CatalogContent();
    private final Map<String, Consumer<CatalogObject>> members = new LinkedHashMap<>();
    private final Set<String> present = new HashSet<>();

    private CatalogReader() {
        var products = new ProductReader();
        members.put("accounts", each -> BusinessReader.account(each).ifPresent(content.accounts::add));
        members.put("marketplaces", each -> BusinessReader.marketplace(each).ifPresent(content.marketplaces::add));
        members.put("contracts", each -> BusinessReader.contract(each).ifPresent(content.contracts::add));
        members.put("products", each -> products.product(each).ifPresent(content.products::add));
        members.put("listings", each -> BusinessReader.listing(each).ifPresent(content.listings::add));
        members.put("hubs", each -> BusinessReader.hub(each).ifPresent(content.hubs::add));
        members.put("subscriptions", each -> BusinessReader.subscription(each).ifPresent(content.subscriptions::add));
        members.put("margins", each -> TermsReader.margin(each).ifPresent(content.margins::add));
        members.put("priceBooks", each -> TermsReader.priceBook(each).ifPresent(content.priceBooks::add));
        members.put("exchangeRates", each -> TermsReader.exchangeRate(each).ifPresent(content.exchangeRates::add));
        members.put("calendar", each -> TermsReader.due(each).ifPresent(content.calendar::add));
    }

    /**
     * Reads a catalog.
     *
     * @param in its bytes; stays open
     * @param name what to call it when it is wrong
     * @throws CatalogException if anything is wrong with it
     * @throws IOException if it cannot be read
     */
    static CatalogContent read(InputStream in, String name) throws IOException {
        var reader = new CatalogReader();
        reader.read(in);
        List<String> found = reader.faults.all();
        if (!found.isEmpty()) {
            throw new CatalogException(name, found);
        }
        return reader.content;
    }

    private void read(InputStream in) throws IOException {
        try (JsonParser parser = mapper.createParser(in)) {
            document(parser);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? "$"
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            faults.add(
                    place,
                    "this is not JSON as it should be: "
                            + SOURCE.matcher(e.getOriginalMessage()).replaceAll(""));
        }
    }

    private void document(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            faults.add("$", "the catalog must be a JSON object");
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            present.add(name);
            member(parser, name);
        }
        for (String each : REQUIRED) {
            if (!present.contains(each)) {
                faults.add("$." + each, "is missing");
            }
        }
        if (parser.nextToken() != null) {
            faults.add("$", "something follows the end of the catalog");
        }
    }

    private void member(JsonParser parser, String name) throws IOException {
        Consumer<CatalogObject> reading = members.get(name);
        String path = CatalogText.step("$", name);
        if (reading == null || parser.currentToken() != JsonToken.START_ARRAY) {
            faults.add(path, reading == null ? "unknown member" : "an array is expected");
            parser.skipChildren();
            return;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            JsonNode element = mapper.readTree(parser);
            reading.accept(new CatalogObject(element, path + '[' + i + ']', faults));
        }
    }
}
