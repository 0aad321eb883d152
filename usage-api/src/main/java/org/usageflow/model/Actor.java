package org.usageflow.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a role, the account it is held for, and the user behind it. Every command and query takes one.
 *
 * <p>Source: rules §5.
 *
 * @param role the role claimed; the host has authenticated it
 * @param account the account
 * @param user the person or service; null where the host has none
 */
public record Actor(Party role, AccountId account, @Nullable UserId user) {

    public Actor {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(account, "account");
    }

    public static Actor of(Party role, String account) {
        return new Actor(role, new AccountId(account), null);
    }

    /**
     * Reads what {@link #toString} writes, for accounts without a colon: {@code role:account} or {@code role:account:user}, e.g. {@code vendor:VA-674-253:u-17}.
     *
     * @throws IllegalArgumentException if the text has another shape or an unknown role
     */
    public static Actor parse(String text) {
        String[] parts = text.split(":", 3);
        if (parts.length < 2) {
            throw new IllegalArgumentException("an actor is role:account[:user]: '" + text + "'");
        }
        Party role = Party.parse(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("unknown role '" + parts[0] + "' in '" + text + "'"));
        return new Actor(role, new AccountId(parts[1]), parts.length == 3 ? new UserId(parts[2]) : null);
    }

    @Override
    public String toString() {
        return role.code() + ":" + account + (user == null ? "" : ":" + user);
    }
}
