package org.usageflow.model;

import java.util.Objects;

/**
 * An account that takes part in the business.
 *
 * @param id its id
 * @param name what people call it
 * @param role what it does
 */
public record Account(AccountId id, String name, Party role) {

    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
    }
}
