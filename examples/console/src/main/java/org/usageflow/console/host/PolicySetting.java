package org.usageflow.console.host;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.NegativeMarginPolicy;
import org.usageflow.policy.NegativePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.policy.RecordIdReuse;
import org.usageflow.policy.WindowPolicy;

/**
 * A policy as it is written: {@code negatives=corrections}.
 *
 * @param name the policy's name
 * @param choice what it changes
 */
public record PolicySetting(String name, UnaryOperator<Policies> choice) {

    private static final Pattern SHARE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,18})?");
    private static final String UP_TO = "up-to=";

    private static final List<Known> KNOWN = List.of(
            new Known("negatives", "refuse", each -> each.with(NegativePolicy.REFUSE)),
            new Known("negatives", "corrections", each -> each.with(NegativePolicy.CORRECTIONS)),
            new Known("window", "enforce", each -> each.with(WindowPolicy.ENFORCE)),
            new Known("window", "warn", each -> each.with(WindowPolicy.WARN)),
            new Known("window", "ignore", each -> each.with(WindowPolicy.IGNORE)),
            new Known("record-id-reuse", "refuse", each -> each.with(RecordIdReuse.REFUSE)),
            new Known("record-id-reuse", "allow", each -> each.with(RecordIdReuse.ALLOW)),
            new Known("acceptance", "all", each -> each.with(AcceptancePolicy.ALL)),
            new Known("acceptance", "partial", each -> each.with(AcceptancePolicy.PARTIAL)),
            new Known("negative-margin", "warn", each -> each.with(NegativeMarginPolicy.WARN)),
            new Known("negative-margin", "refuse", each -> each.with(NegativeMarginPolicy.REFUSE)));

    /**
     * Reads {@code NAME=VALUE}.
     *
     * @throws IllegalArgumentException if there is no such policy, or it has no such value; the message names those there are
     */
    public static PolicySetting parse(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? "" : text.substring(equals + 1);
        if (KNOWN.stream().noneMatch(each -> each.name.equals(name))) {
            String names = KNOWN.stream().map(Known::name).distinct().collect(Collectors.joining(", "));
            throw new IllegalArgumentException("there is no policy '" + name + "'; the policies are " + names);
        }
        return find(name, value)
                .map(choice -> new PolicySetting(name, choice))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the policy " + name + " has no value '" + value + "'; it is one of " + values(name)));
    }

    private static Optional<UnaryOperator<Policies>> find(String name, String value) {
        if (name.equals("acceptance") && value.startsWith(UP_TO)) {
            return share(value.substring(UP_TO.length()))
                    .map(AcceptancePolicy::upTo)
                    .map(policy -> each -> each.with(policy));
        }
        return KNOWN.stream()
                .filter(each -> each.name.equals(name) && each.value.equals(value))
                .map(Known::choice)
                .findFirst();
    }

    private static Optional<BigDecimal> share(String text) {
        return Optional.of(text)
                .filter(each -> SHARE.matcher(each).matches())
                .map(BigDecimal::new)
                .filter(each -> each.compareTo(BigDecimal.ONE) <= 0);
    }

    private static String values(String name) {
        String values = KNOWN.stream()
                .filter(each -> each.name.equals(name))
                .map(Known::value)
                .collect(Collectors.joining(", "));
        return name.equals("acceptance") ? values + ", up-to=SHARE with a share of 0 to 1, such as up-to=0.05" : values;
    }

    /**
     * The defaults, changed by these.
     *
     * @throws IllegalArgumentException if one policy is set twice
     */
    public static Policies over(Policies defaults, Collection<PolicySetting> settings) {
        var names = new HashSet<String>();
        Policies policies = defaults;
        for (PolicySetting each : settings) {
            if (!names.add(each.name)) {
                throw new IllegalArgumentException("the policy " + each.name + " is set twice");
            }
            policies = each.choice.apply(policies);
        }
        return policies;
    }

    private record Known(String name, String value, UnaryOperator<Policies> choice) {}
}
