package org.usageflow.core;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.ValidateUpload;
import org.usageflow.core.internal.judge.JudgeContext;
import org.usageflow.core.internal.judge.JudgeContext.ParameterRule;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.RefusedException;
import org.usageflow.model.Capabilities;
import org.usageflow.model.Contract;
import org.usageflow.model.ContractId;
import org.usageflow.model.Listing;
import org.usageflow.model.Marketplace;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.Product;
import org.usageflow.model.ProductId;
import org.usageflow.model.SchemaCode;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.spi.reference.ReportedRecords;

/**
 * Works out what a report is judged against: contract, schema, currency; and whether the vendor may report at all.
 *
 * <p>Source: rules §2.
 */
final class ReportContext {

    private static final SchemaCode RESERVATION_SCHEMA = new SchemaCode("QT");

    private final Wiring wiring;
    private final ValidateUpload command;
    private final Product product;
    private final List<Listing> listings;
    private final @Nullable ContractId contract;

    private ReportContext(Wiring wiring, ValidateUpload command) {
        this.wiring = wiring;
        this.command = command;
        this.product = product(wiring, command.product());
        this.listings = wiring.catalog().listings(product.id()).stream()
                .filter(each -> command.contract() == null || each.contract().equals(command.contract()))
                .filter(each ->
                        command.marketplace() == null || each.marketplace().equals(command.marketplace()))
                .toList();
        this.contract = contractId();
    }

    static ReportContext of(Wiring wiring, ValidateUpload command) {
        return new ReportContext(wiring, command);
    }

    static Product product(Wiring wiring, ProductId id) {
        return wiring.catalog().findProduct(id).orElseThrow(() -> new NotFoundException("there is no product " + id));
    }

    private @Nullable ContractId contractId() {
        if (command.contract() != null) {
            return command.contract();
        }
        List<ContractId> contracts =
                listings.stream().map(Listing::contract).distinct().toList();
        if (contracts.size() > 1) {
            throw new InvalidCommandException("the product " + product.id() + " is listed under " + contracts.size()
                    + " contracts; name one of them: " + contracts);
        }
        return contracts.isEmpty() ? null : contracts.get(0);
    }

    /** The schema in which the product reports; reservation consumption alone is reported by QT's columns. */
    static ReportingSchema schema(Wiring wiring, Product product) {
        PayAsYouGo payAsYouGo = product.capabilities().payAsYouGo();
        SchemaCode code = payAsYouGo == null ? RESERVATION_SCHEMA : payAsYouGo.schema();
        return wiring.schemas()
                .find(code)
                .orElseThrow(() -> new InvalidCommandException(
                        "the product " + product.id() + " reports in schema " + code + ", which is not registered"));
    }

    /** What must hold before a vendor may report, and does not; empty where all holds. */
    List<Problem> prerequisites() {
        var problems = new ArrayList<Problem>();
        ContractId id = contract;
        if (id != null) {
            Contract found = wiring.catalog()
                    .findContract(id)
                    .orElseThrow(() -> new NotFoundException("there is no contract " + id));
            if (!found.programActive()) {
                problems.add(lacking(ProblemCode.PREREQUISITE_PROGRAM_CONTRACT, Map.of("contract", id.value())));
            }
            if (!found.distributionActive()) {
                problems.add(lacking(ProblemCode.PREREQUISITE_DISTRIBUTION_CONTRACT, Map.of("contract", id.value())));
            }
        }
        Capabilities capabilities = product.capabilities();
        Map<String, String> named = Map.of("product", product.id().value(), "usage", "usage reports");
        if (!capabilities.allowReporting()) {
            problems.add(lacking(ProblemCode.PREREQUISITE_CAPABILITY, named));
        }
        if (!capabilities.dynamicItems()
                && wiring.items().items(product.id(), 1).isEmpty()) {
            problems.add(lacking(ProblemCode.PREREQUISITE_ITEMS, named));
        }
        if (listings.stream().noneMatch(Listing::active)) {
            problems.add(lacking(ProblemCode.PREREQUISITE_LISTING, named));
        }
        return problems;
    }

    private static Problem lacking(ProblemCode code, Map<String, String> arguments) {
        return Problem.of(code, Place.FILE, null, arguments);
    }

    Product product() {
        return product;
    }

    /** The schema in which it is reported. */
    ReportingSchema schema() {
        return schema(wiring, product);
    }

    /** The currency of its amounts; null for a schema without any. */
    @Nullable
    Currency currency() {
        return currency(schema());
    }

    /** What an upload is judged against, once the prerequisites hold. */
    JudgeContext judgeContext() {
        return judgeContext(wiring.reported());
    }

    /** The same, with other records that were reported before. */
    JudgeContext judgeContext(@Nullable ReportedRecords reported) {
        ReportingSchema schema = schema();
        ContractId id = contract;
        if (id == null) {
            throw new IllegalStateException("without a listing there is no contract");
        }
        ParameterRule rule = wiring.parameters().get(product.id());
        return new JudgeContext(
                product.id(),
                id,
                product.capabilities(),
                schema,
                schema.columns(product.capabilities()),
                command.period(),
                currency(schema),
                wiring.policies(),
                wiring.items(),
                wiring.subscriptions(),
                reported,
                rule == null ? List.of() : List.of(rule),
                wiring.limits(),
                wiring.temporary());
    }

    private @Nullable Currency currency(ReportingSchema schema) {
        if (schema.visibility().amounts().isEmpty()) {
            return null;
        }
        Currency wanted = command.currency();
        Currency fixed = marketplaceCurrency();
        if (wanted != null && fixed != null && !wanted.equals(fixed)) {
            throw new RefusedException(
                    "CURRENCY_CONTRADICTS_MARKETPLACE",
                    "the marketplace fixes the currency " + fixed + "; the report is in " + wanted);
        }
        Currency currency = wanted == null ? fixed : wanted;
        if (currency == null) {
            throw new InvalidCommandException("schema " + schema.code()
                    + " reports amounts, and neither the report nor the marketplace names a currency");
        }
        return currency;
    }

    /** The marketplace, where there is one alone. */
    Optional<Marketplace> marketplace() {
        List<MarketplaceId> ids =
                listings.stream().map(Listing::marketplace).distinct().toList();
        return ids.size() == 1 ? wiring.catalog().findMarketplace(ids.get(0)) : Optional.empty();
    }

    /** The contract, where there is one. */
    Optional<Contract> agreement() {
        ContractId id = contract;
        return id == null ? Optional.empty() : wiring.catalog().findContract(id);
    }

    /** The currency of the marketplace, where there is one marketplace alone. */
    private @Nullable Currency marketplaceCurrency() {
        List<Currency> currencies = listings.stream()
                .map(Listing::marketplace)
                .distinct()
                .map(wiring.catalog()::findMarketplace)
                .flatMap(Optional::stream)
                .map(Marketplace::currency)
                .map(Optional::ofNullable)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            throw new InvalidCommandException("the product " + product.id()
                    + " is listed on marketplaces of different currencies; name the marketplace");
        }
        return currencies.isEmpty() ? null : currencies.get(0);
    }

    /** The names by which a text file is recognised. */
    static java.util.Set<String> knownColumns(JudgeContext context) {
        return context.columns().headers();
    }
}
