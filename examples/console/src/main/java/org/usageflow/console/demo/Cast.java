package org.usageflow.console.demo;

import java.io.PrintWriter;
import java.util.List;
import org.usageflow.console.catalog.JsonCatalog;
import org.usageflow.console.output.TextTable;
import org.usageflow.model.Account;
import org.usageflow.model.Actor;
import org.usageflow.model.Party;
import org.usageflow.model.UserId;

/** Who takes part: the accounts of the demonstration's catalog, and a person at each. */
final class Cast {

    static final Actor VENDOR = actor("vendor:VA-410-200:anna");
    static final Actor BUYER = actor("distributor:PA-520-300:ben");
    static final Actor RESELLER = actor("reseller:RE-630-400:cora");

    private static final List<Actor> ALL = List.of(VENDOR, BUYER, RESELLER);

    private final JsonCatalog catalog;

    Cast(JsonCatalog catalog) {
        this.catalog = catalog;
    }

    private static Actor actor(String text) {
        return Actor.parse(text);
    }

    /** Introduces everybody. */
    void print(PrintWriter out) {
        var table = new TextTable("  ");
        table.row("vendor", named(VENDOR), "owns the products, meters their use and reports it");
        table.row("buyer", named(BUYER), "a distributor: checks what the vendor reports, and is billed for it");
        table.row("reseller", named(RESELLER), "buys from the distributor, and sells to a customer");
        table.row("customers", "Alder Bakery, Birch Clinic", "use the products; the second one buys from the reseller");
        table.print(out);
    }

    private String named(Actor actor) {
        return name(actor) + " (" + user(actor) + ")";
    }

    /** The account's name. */
    String name(Actor actor) {
        return catalog.findAccount(actor.account())
                .map(Account::name)
                .orElse(actor.account().value());
    }

    /** Who did something, in a word and a name. */
    String who(Actor actor) {
        if (actor.role() == Party.SYSTEM) {
            return "the library";
        }
        return user(actor) + ", " + (ALL.contains(actor) ? name(actor) : actor.toString());
    }

    private static String user(Actor actor) {
        UserId user = actor.user();
        return user == null ? "somebody" : user.value();
    }
}
