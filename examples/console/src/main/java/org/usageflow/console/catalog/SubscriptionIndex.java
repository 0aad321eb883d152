package org.usageflow.console.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.ChainParty;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.SalesChain;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.SubscriptionSearch;

/** Finds subscriptions by everything that a row may name them by. */
final class SubscriptionIndex {

    private final Map<Agreement, Map<SubscriptionSearch, List<Subscription>>> found = new HashMap<>();
    private final Map<String, SubscriptionCriterion> parameters = new HashMap<>();
    private final Map<Object, Object> shared = new HashMap<>();

    void add(Subscription read) {
        Subscription subscription = sharing(read);
        var agreement = new Agreement(subscription.product(), subscription.contract());
        Map<SubscriptionSearch, List<Subscription>> index = found.computeIfAbsent(agreement, any -> new HashMap<>());
        add(index, SubscriptionCriterion.ID, subscription.id().value(), subscription);
        add(index, SubscriptionCriterion.EXTERNAL_ID, subscription.externalId(), subscription);
        add(index, SubscriptionCriterion.EXTERNAL_UID, subscription.externalUid(), subscription);
        subscription.parameters().forEach((name, value) -> {
            SubscriptionCriterion criterion = parameters.computeIfAbsent(name, SubscriptionCriterion::parameter);
            if (isSearchable(value)) {
                add(index, criterion, value, subscription);
            }
        });
    }

    // Many subscriptions have the same product, contract, hub and resellers: one object of each is enough.
    private Subscription sharing(Subscription each) {
        var chain = new ArrayList<ChainParty>();
        for (ChainParty party : each.chain().parties()) {
            chain.add(chain.isEmpty() ? party : share(party));
        }
        return new Subscription(
                each.id(),
                each.externalId(),
                each.externalUid(),
                share(each.product()),
                share(each.contract()),
                each.hub() == null ? null : share(each.hub()),
                each.from(),
                each.to(),
                each.parameters(),
                each.reconId(),
                new SalesChain(chain));
    }

    @SuppressWarnings("unchecked") // equal objects are of one class
    private <T> T share(T value) {
        return (T) shared.computeIfAbsent(value, same -> same);
    }

    // A parameter may hold any text; a row can only search for one that is an id.
    private static boolean isSearchable(String value) {
        try {
            SubscriptionSearch.byId(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void add(
            Map<SubscriptionSearch, List<Subscription>> index,
            SubscriptionCriterion criterion,
            @Nullable String value,
            Subscription subscription) {
        if (value != null) {
            index.merge(new SubscriptionSearch(criterion, value), List.of(subscription), SubscriptionIndex::joined);
        }
    }

    // Nearly every list has one element, and List.of is the smallest there is.
    private static List<Subscription> joined(List<Subscription> before, List<Subscription> more) {
        var joined = new ArrayList<>(before);
        joined.addAll(more);
        return joined;
    }

    Map<SubscriptionSearch, List<Subscription>> find(
            ProductId product, ContractId contract, Set<SubscriptionSearch> searches) {
        Map<SubscriptionSearch, List<Subscription>> index =
                found.getOrDefault(new Agreement(product, contract), Map.of());
        var answer = new HashMap<SubscriptionSearch, List<Subscription>>();
        for (SubscriptionSearch each : searches) {
            List<Subscription> matches = index.get(each);
            if (matches != null) {
                answer.put(each, List.copyOf(matches));
            }
        }
        return answer;
    }

    private record Agreement(ProductId product, ContractId contract) {}
}
