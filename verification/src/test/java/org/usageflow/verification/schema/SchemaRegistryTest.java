package org.usageflow.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.usageflow.model.AccountId;
import org.usageflow.model.Capabilities;
import org.usageflow.model.ChainParty;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Tier;
import org.usageflow.policy.Policies;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.FileRule;
import org.usageflow.schema.Findings;
import org.usageflow.schema.KeyPart;
import org.usageflow.schema.RecordRule;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.schema.SchemaRegistry;
import org.usageflow.schema.Visibility;

class SchemaRegistryTest {

    private static final SalesChain CHAIN = SalesChain.of(party("customer"), party("reseller"));

    private static ChainParty party(String name) {
        return new ChainParty(new AccountId(name), name);
    }

    private record Named(SchemaCode code) implements ReportingSchema {

        Named(String code) {
            this(new SchemaCode(code));
        }

        @Override
        public String name() {
            return code.value();
        }

        @Override
        public ColumnSet columns(Capabilities capabilities) {
            return ColumnSet.standard(capabilities);
        }

        @Override
        public List<RecordRule> recordRules(Policies policies) {
            return List.of();
        }

        @Override
        public FileRule fileRule() {
            return FileRule.NONE;
        }

        @Override
        public Set<KeyPart> ratingKey() {
            return Set.of(KeyPart.ITEM);
        }

        @Override
        public Visibility visibility() {
            return Visibility.NO_AMOUNTS;
        }
    }

    @Test
    void schemas_are_found_by_code_and_kept_in_order() {
        var second = new Named("B");
        SchemaRegistry registry = SchemaRegistry.of(List.of(second, new Named("A")));

        assertThat(registry.find(new SchemaCode("b"))).contains(second);
        assertThat(registry.find(new SchemaCode("C"))).isEmpty();
        assertThat(registry.all()).extracting(ReportingSchema::name).containsExactly("B", "A");
    }

    @Test
    void a_hosts_own_is_added_and_the_first_registry_stays_as_it_was() {
        SchemaRegistry standard = SchemaRegistry.of(List.of(new Named("A")));

        SchemaRegistry both = standard.plus(new Named("MINE"));

        assertThat(both.find(new SchemaCode("MINE"))).isPresent();
        assertThat(standard.find(new SchemaCode("MINE"))).isEmpty();
    }

    @Test
    void a_code_is_taken_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaRegistry.of(List.of(new Named("A"), new Named("a"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaRegistry.of(List.of(new Named("A"))).plus(new Named("A")));
    }

    @Test
    void no_groups_means_no_key_and_nothing_to_judge() {
        assertThat(FileRule.NONE.key()).isEmpty();
        assertThat(FileRule.NONE.groups(null)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> FileRule.NONE.judge(Policies.DEFAULTS));
    }

    @Test
    void a_finding_has_the_codes_own_severity_unless_said_otherwise() {
        var heard = new ArrayList<Severity>();
        Findings findings = (code, severity, column, arguments) -> heard.add(severity);

        findings.report(ProblemCode.TIER_MARGIN_NEGATIVE, "amount", Map.of());
        findings.report(ProblemCode.TIER_MARGIN_NEGATIVE, Severity.ERROR, "amount", Map.of());

        assertThat(heard).containsExactly(Severity.WARNING, Severity.ERROR);
    }

    @Test
    void lowest_tier_that_sees_an_amount_follows_whose_price_it_is() {
        Tier named = new Tier(1);

        assertThat(Visibility.of(Visibility.PriceOf.CUSTOMER).lowestTier("amount", CHAIN, null))
                .contains(Tier.CUSTOMER);
        assertThat(Visibility.of(Visibility.PriceOf.CONTRACT_BUYER).lowestTier("amount", CHAIN, null))
                .contains(new Tier(2));
        assertThat(Visibility.of(Visibility.PriceOf.TIER_OF_ROW).lowestTier("amount", CHAIN, named))
                .contains(named);
        assertThat(Visibility.of(Visibility.PriceOf.TIER_OF_ROW).lowestTier("amount", CHAIN, null))
                .isEmpty();
        assertThat(Visibility.NO_AMOUNTS.lowestTier("amount", CHAIN, named)).isEmpty();
    }
}
