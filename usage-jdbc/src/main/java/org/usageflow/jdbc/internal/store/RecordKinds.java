package org.usageflow.jdbc.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.RowTarget;
import org.usageflow.jdbc.internal.sql.Texts;
import org.usageflow.model.AccountId;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.ChainParty;
import org.usageflow.model.HubId;
import org.usageflow.model.Item;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemType;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SubscriptionId;

/** The kinds of values that records refer to. */
final class RecordKinds {

    static final RecordPool.Kind<Item> ITEMS = new Items();
    static final RecordPool.Kind<RecordSubscription> SUBSCRIPTIONS = new Subscriptions();

    private RecordKinds() {}

    private static String kept(@Nullable String text) {
        return Objects.requireNonNull(text, "a text that is kept");
    }

    private static final class Items implements RecordPool.Kind<Item> {

        @Override
        public String table() {
            return "item";
        }

        @Override
        public String number() {
            return "item_no";
        }

        @Override
        public List<String> columns() {
            return List.of("item_id", "item");
        }

        @Override
        public String text() {
            return "item";
        }

        @Override
        public void encode(Item item, RowTarget target) throws SQLException {
            target.text(item.id().value());
            target.text(Texts.write(List.of(
                    item.id().value(),
                    item.localId(),
                    item.mpn(),
                    item.name(),
                    item.unit(),
                    item.precision().name(),
                    item.type().name(),
                    item.period().name())));
        }

        @Override
        public Item read(String text) {
            List<@Nullable String> parts = Texts.read(text);
            return new Item(
                    new ItemId(kept(parts.get(0))),
                    kept(parts.get(1)),
                    kept(parts.get(2)),
                    kept(parts.get(3)),
                    kept(parts.get(4)),
                    ItemPrecision.valueOf(kept(parts.get(5))),
                    ItemType.valueOf(kept(parts.get(6))),
                    BillingPeriod.valueOf(kept(parts.get(7))));
        }
    }

    private static final class Subscriptions implements RecordPool.Kind<RecordSubscription> {

        private static final int FIRST_PARTY = 5;

        @Override
        public String table() {
            return "subscription";
        }

        @Override
        public String number() {
            return "sub_no";
        }

        @Override
        public List<String> columns() {
            return List.of("subscription_id", "hub", "subscription");
        }

        @Override
        public String text() {
            return "subscription";
        }

        @Override
        public void encode(RecordSubscription subscription, RowTarget target) throws SQLException {
            String hub = subscription.hub() == null ? null : subscription.hub().value();
            var parts = new ArrayList<@Nullable String>(Arrays.asList(
                    subscription.id().value(),
                    subscription.externalId(),
                    subscription.externalUid(),
                    subscription.reconId(),
                    hub));
            for (ChainParty party : subscription.chain().parties()) {
                parts.add(party.id().value());
                parts.add(party.name());
            }
            target.text(subscription.id().value());
            target.text(hub);
            target.text(Texts.write(parts));
        }

        @Override
        public RecordSubscription read(String text) {
            List<@Nullable String> parts = Texts.read(text);
            var parties = new ArrayList<ChainParty>();
            for (int i = FIRST_PARTY; i < parts.size(); i += 2) {
                parties.add(new ChainParty(new AccountId(kept(parts.get(i))), kept(parts.get(i + 1))));
            }
            String hub = parts.get(4);
            return new RecordSubscription(
                    new SubscriptionId(kept(parts.get(0))),
                    parts.get(1),
                    parts.get(2),
                    parts.get(3),
                    hub == null ? null : new HubId(hub),
                    new SalesChain(parties));
        }
    }
}
