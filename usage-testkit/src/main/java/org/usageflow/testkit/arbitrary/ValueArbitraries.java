package org.usageflow.testkit.arbitrary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.usageflow.model.Money;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UsageWindow;

/** Numbers, money and times. */
final class ValueArbitraries {

    private static final BigDecimal LARGE = new BigDecimal("1000000");

    private ValueArbitraries() {}

    /** From 0, with at most so many decimals; mostly small, now and then of more digits than a spreadsheet's number holds. */
    static Arbitrary<BigDecimal> decimals(int maxDecimals) {
        Arbitrary<BigDecimal> ordinary =
                Arbitraries.bigDecimals().between(BigDecimal.ZERO, LARGE).ofScale(maxDecimals);
        Arbitrary<BigDecimal> whole = Arbitraries.integers().between(0, 1_000).map(BigDecimal::valueOf);
        Arbitrary<BigDecimal> long17 = Arbitraries.of(
                        "12345678901234567", "12345678901234567.12345678", "9007199254740993")
                .map(digits -> new BigDecimal(digits).setScale(maxDecimals, RoundingMode.DOWN));
        return Arbitraries.frequencyOf(Tuple.of(10, whole), Tuple.of(10, ordinary), Tuple.of(1, long17))
                .map(ValueArbitraries::plain);
    }

    private static BigDecimal plain(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static Arbitrary<Currency> currencies() {
        return Arbitraries.of("EUR", "USD", "JPY", "KWD", "GBP", "CHF").map(Currency::getInstance);
    }

    static Arbitrary<Money> money() {
        return Combinators.combine(decimals(Money.MAX_DECIMALS), currencies(), Arbitraries.of(1, -1))
                .as((amount, currency, sign) -> new Money(amount.multiply(BigDecimal.valueOf(sign)), currency));
    }

    /** Months, with either spelling of their end; now and then a day, a leap day, or a year. */
    static Arbitrary<UsagePeriod> periods() {
        Arbitrary<UsagePeriod> months = Combinators.combine(
                        Arbitraries.integers().between(2016, 2030),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of(0, 1))
                .as((year, month, last) -> month(YearMonth.of(year, month), last));
        return Arbitraries.frequencyOf(
                Tuple.of(6, months),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                period("2024-02-29T00:00:00Z", "2024-02-29T23:59:59Z"),
                                period("2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z"),
                                period("2020-12-31T00:00:00Z", "2021-01-01T00:00:00Z"),
                                period("2021-01-01T00:00:00Z", "2021-12-31T23:59:59Z"),
                                period("1970-01-01T00:00:00Z", "1970-01-31T23:59:59Z"),
                                period("2199-11-01T00:00:00Z", "2199-11-30T23:59:59Z"))));
    }

    private static UsagePeriod period(String start, String end) {
        return new UsagePeriod(Instant.parse(start), Instant.parse(end));
    }

    private static UsagePeriod month(YearMonth month, int lastSecond) {
        Instant start = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant next = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new UsagePeriod(start, next.minusSeconds(lastSecond));
    }

    /** Inside the period, compared half-open: whole periods, whole days in both spellings, moments, and any seconds and fractions. */
    static Arbitrary<UsageWindow> windowsIn(UsagePeriod period) {
        return WindowPick.picks().map(pick -> pick.in(period));
    }

    static Arbitrary<UsageWindow> windows() {
        return Combinators.combine(periods(), WindowPick.picks()).as((period, pick) -> pick.in(period));
    }
}
