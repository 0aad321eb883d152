package org.usageflow.model;

import java.util.Objects;

/**
 * A party of a sales chain. It need not have an account on the host's platform.
 *
 * @param id its id
 * @param name its company's name; empty where it was erased (rules §8)
 */
public record ChainParty(AccountId id, String name) {

    public ChainParty {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
