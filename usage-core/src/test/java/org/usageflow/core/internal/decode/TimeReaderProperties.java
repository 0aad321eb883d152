package org.usageflow.core.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.usageflow.spi.format.DateSystem;

/** Times are read as java.time reads them, or not at all (rules §3.3). */
class TimeReaderProperties {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2199-12-31T23:59:59Z");

    private final TimeReader reader = new TimeReader();

    private @Nullable Instant read(String text) {
        String surrounded = "2020" + text + "9";
        return reader.read(surrounded.toCharArray(), 4, text.length());
    }

    private @Nullable Instant cell(String text, DateSystem system) {
        return reader.readCell(text.toCharArray(), 0, text.length(), system);
    }

    @Provide
    Arbitrary<Instant> seconds() {
        return Arbitraries.longs()
                .between(FIRST.getEpochSecond(), LAST.getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    /** Patterns of java.time for every spelling that is read. */
    @Provide
    Arbitrary<String> spellings() {
        return Arbitraries.of(
                "uuuu-MM-dd HH:mm:ss",
                "uuuu-MM-dd H:mm:ss",
                " uuuu-MM-dd HH:mm:ss ",
                "uuuu-MM-dd'T'HH:mm:ss'Z'",
                "uuuu-MM-dd't'HH:mm:ss'z'",
                "uuuu-MM-dd'T'HH:mm:ss'+00:00'",
                "uuuu-MM-dd'T'HH:mm:ss'-00:00'",
                "uuuu-MM-dd'T'HH:mm:ss'+0000'",
                "uuuu-MM-dd'T'HH:mm:ss'+00'",
                "uuuu-MM-dd HH:mm:ss'Z'",
                "uuuu-MM-dd HH:mm:ss '+00:00'");
    }

    @Property
    void time_in_any_spelling_is_read_as_it_was(@ForAll("seconds") Instant time, @ForAll("spellings") String spelling) {
        String text = DateTimeFormatter.ofPattern(spelling, Locale.ROOT).format(time.atOffset(ZoneOffset.UTC));

        assertThat(read(text)).isEqualTo(time);
        assertThat(reader.hadOtherOffset()).isFalse();
    }

    @Property
    void date_alone_is_midnight(@ForAll("seconds") Instant time) {
        LocalDate date = LocalDate.ofInstant(time, ZoneOffset.UTC);

        assertThat(read(date.toString()))
                .isEqualTo(date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Property
    void fraction_of_up_to_nine_digits_is_kept(
            @ForAll("seconds") Instant second,
            @ForAll @IntRange(max = 999_999_999) int nanos,
            @ForAll @IntRange(min = 1, max = 9) int digits) {
        int kept = BigDecimal.valueOf(nanos, 9)
                .setScale(digits, java.math.RoundingMode.DOWN)
                .movePointRight(9)
                .intValueExact();
        Instant time = second.plusNanos(kept);
        DateTimeFormatter form = new DateTimeFormatterBuilder()
                .appendPattern("uuuu-MM-dd HH:mm:ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, true)
                .toFormatter(Locale.ROOT);

        assertThat(read(form.format(time.atOffset(ZoneOffset.UTC)))).isEqualTo(time);
        assertThat(read(time.toString())).isEqualTo(time);
    }

    @Provide
    Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.integers()
                .between(-18 * 60, 18 * 60)
                .filter(minutes -> minutes != 0)
                .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    @Property
    void time_of_another_offset_is_never_converted(
            @ForAll("seconds") Instant time, @ForAll("offsets") ZoneOffset offset) {
        OffsetDateTime local = time.atOffset(ZoneOffset.UTC).withOffsetSameLocal(offset);

        assertThat(read(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
                        .format(local)))
                .isNull();
        assertThat(reader.hadOtherOffset()).isTrue();
        assertThat(read(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxx", Locale.ROOT)
                        .format(local)))
                .isNull();
        assertThat(reader.hadOtherOffset()).isTrue();
    }

    /** Digits of a time, possible or not. */
    @Provide
    Arbitrary<String> almostTimes() {
        return Combinators.combine(
                        Arbitraries.integers().between(1965, 2205),
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.integers().between(0, 33),
                        Arbitraries.integers().between(0, 25),
                        Arbitraries.integers().between(55, 63),
                        Arbitraries.integers().between(55, 63))
                .as((year, month, day, hour, minute, second) -> String.format(
                        Locale.ROOT, "%04d-%02d-%02d %02d:%02d:%02d", year, month, day, hour, minute, second));
    }

    @Property(tries = 2_000)
    void time_that_the_calendar_lacks_is_none(@ForAll("almostTimes") String text) {
        assertThat(read(text)).isEqualTo(strict(text));
    }

    private static @Nullable Instant strict(String text) {
        DateTimeFormatter strict =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        try {
            Instant time = java.time.LocalDateTime.parse(text, strict).toInstant(ZoneOffset.UTC);
            return time.isBefore(FIRST) || time.isAfter(LAST) ? null : time;
        } catch (java.time.format.DateTimeParseException e) {
            return null;
        }
    }

    @Property(tries = 2_000)
    void every_character_changed_gives_a_time_of_the_oracle_or_none(
            @ForAll("seconds") Instant time, @ForAll @IntRange(max = 18) int place, @ForAll("letters") char other) {
        var text = new StringBuilder(
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).format(time.atOffset(ZoneOffset.UTC)));
        text.setCharAt(place, other);

        assertThat(read(text.toString())).isEqualTo(strict(text.toString()));
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.of('0', '1', '3', '6', '9', '-', ':', '.', '/', 'x', '０', '\0');
    }

    /** Days since the system's day 0, by counting the days with java.time. */
    private static BigDecimal serial(Instant time, DateSystem system) {
        // 1900 counts as a leap year, so every day of our years is one further than the days since 1899-12-31
        LocalDate zero = system == DateSystem.EXCEL_1900 ? LocalDate.of(1899, 12, 30) : LocalDate.of(1904, 1, 1);
        LocalDate date = LocalDate.ofInstant(time, ZoneOffset.UTC);
        BigDecimal second = BigDecimal.valueOf(
                time.getEpochSecond() - date.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(zero, date))
                .add(second.divide(BigDecimal.valueOf(86_400), 15, java.math.RoundingMode.HALF_EVEN));
    }

    @Property
    void serial_number_of_both_date_systems_is_the_nearest_second(
            @ForAll("seconds") Instant time,
            @ForAll DateSystem system,
            @ForAll @IntRange(min = -499, max = 499) int milliseconds) {
        BigDecimal off = BigDecimal.valueOf(milliseconds)
                .divide(BigDecimal.valueOf(86_400_000), 15, java.math.RoundingMode.HALF_EVEN);
        BigDecimal serial = serial(time, system).add(off);

        assertThat(cell(serial.toPlainString(), system)).isEqualTo(time);
    }

    @Property
    void serial_number_as_binary_floating_point_is_the_same_second(
            @ForAll("seconds") Instant time, @ForAll DateSystem system) {
        double serial = serial(time, system).doubleValue();

        assertThat(cell(Double.toString(serial), system)).isEqualTo(time);
    }

    @Property
    void serial_number_outside_the_years_is_none(
            @ForAll DateSystem system, @ForAll @IntRange(min = 1, max = 1_000_000) int days) {
        long before = serial(FIRST, system).longValueExact() - days;
        long after = serial(Instant.parse("2199-12-31T00:00:00Z"), system).longValueExact() + days;

        assertThat(cell(Long.toString(before), system)).isNull();
        assertThat(cell(Long.toString(after), system)).isNull();
    }

    @Property
    void iso_text_of_a_date_cell_needs_no_offset(@ForAll("seconds") Instant time, @ForAll DateSystem system) {
        String text = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));

        assertThat(cell(text, system)).isEqualTo(time);
        assertThat(cell(text + "Z", system)).isEqualTo(time);
    }
}
