package org.usageflow.verification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.usageflow.model.AccountId;
import org.usageflow.model.ChainParty;
import org.usageflow.model.SalesChain;
import org.usageflow.model.Tier;

class SalesChainTest {

    private static final ChainParty CUSTOMER = party("customer");
    private static final ChainParty RESELLER = party("reseller");
    private static final ChainParty UPPER_RESELLER = party("upper reseller");

    private static ChainParty party(String name) {
        return new ChainParty(new AccountId(name), name);
    }

    @Test
    void buyer_stands_at_tier_1_where_there_is_no_reseller() {
        SalesChain chain = SalesChain.of(CUSTOMER);

        assertThat(chain.buyerTier()).isEqualTo(new Tier(1));
        assertThat(chain.contains(new Tier(1))).isTrue();
        assertThat(chain.contains(new Tier(2))).isFalse();
    }

    @Test
    void buyer_stands_one_above_the_highest_reseller() {
        SalesChain chain = SalesChain.of(CUSTOMER, RESELLER, UPPER_RESELLER);

        assertThat(chain.buyerTier()).isEqualTo(new Tier(3));
        assertThat(chain.contains(new Tier(3))).isTrue();
        assertThat(chain.contains(new Tier(4))).isFalse();
    }

    @Test
    void parties_are_found_by_tier_and_the_buyer_is_not_in_the_list() {
        SalesChain chain = SalesChain.of(CUSTOMER, RESELLER, UPPER_RESELLER);

        assertThat(chain.customer()).isEqualTo(CUSTOMER);
        assertThat(chain.find(Tier.CUSTOMER)).contains(CUSTOMER);
        assertThat(chain.find(Tier.CUSTOMER.above())).contains(RESELLER);
        assertThat(chain.find(new Tier(2))).contains(UPPER_RESELLER);
        assertThat(chain.find(chain.buyerTier())).isEmpty();
    }

    @Test
    void a_chain_has_a_customer_and_no_more_parties_than_there_are_tiers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SalesChain(List.of()));
        assertThat(new SalesChain(Collections.nCopies(999, CUSTOMER)).buyerTier())
                .isEqualTo(new Tier(999));
        assertThatIllegalArgumentException().isThrownBy(() -> new SalesChain(Collections.nCopies(1_000, CUSTOMER)));
    }

    @Test
    void later_changes_of_the_given_list_do_not_matter() {
        var parties = new ArrayList<>(List.of(CUSTOMER));
        SalesChain chain = new SalesChain(parties);

        parties.add(RESELLER);

        assertThat(chain.parties()).containsExactly(CUSTOMER);
    }

    @Test
    void tiers_are_0_to_999_and_ordered() {
        assertThat(Tier.CUSTOMER).isLessThan(new Tier(1)).hasToString("0");
        assertThat(new Tier(999).level()).isEqualTo(999);
        assertThatIllegalArgumentException().isThrownBy(() -> new Tier(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tier(1_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tier(999).above());
    }
}
