package org.usageflow.console.catalog;

/** What the ids of a catalog stand for. */
enum IdKind {
    ACCOUNT("account"),
    VENDOR("vendor account"),
    BUYER("distributor or reseller account"),
    MARKETPLACE("marketplace"),
    CONTRACT("contract"),
    PRODUCT("product"),
    ITEM("item"),
    LISTING("listing"),
    HUB("hub"),
    SUBSCRIPTION("subscription");

    private final String words;

    IdKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
