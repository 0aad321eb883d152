package org.usageflow.verification.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Decimals as files have them: small and large, either sign, with and without trailing zeros. */
class Numbers extends DomainContextBase {

    @Provide
    Arbitrary<BigDecimal> decimals() {
        Arbitrary<BigInteger> digits = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.bigIntegers().between(big(-1_000), big(1_000))),
                Tuple.of(2, Arbitraries.bigIntegers().between(big(-1L << 60), big(1L << 60))));
        Arbitrary<Integer> scales = Arbitraries.integers().between(0, 8);
        Arbitrary<Integer> zeros = Arbitraries.integers().between(0, 3);
        return Combinators.combine(digits, scales, zeros)
                .as((unscaled, scale, added) -> new BigDecimal(unscaled, scale).setScale(scale + added));
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
