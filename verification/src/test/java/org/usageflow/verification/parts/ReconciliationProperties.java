package org.usageflow.verification.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.groups.Tuple;
import org.usageflow.command.CloseRecord;
import org.usageflow.core.ReconciliationResult;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.ReconciliationCounts;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.UsageFormat;

/** Faults that are put into the rows of a reconciliation file are found where they are, and no others. Source: rules §3.7. */
class ReconciliationProperties {

    private enum Fault {
        UNKNOWN(ProblemCode.RECONCILIATION_UNKNOWN_RECORD),
        OTHER_FILE(ProblemCode.RECONCILIATION_UNKNOWN_RECORD),
        OTHER_BILLING_ID(ProblemCode.RECONCILIATION_OTHER_BILLING_ID),
        AGAIN(ProblemCode.RECONCILIATION_ROW_DUPLICATE),
        NO_BILLING_ID(ProblemCode.VALUE_REQUIRED),
        NO_ID(ProblemCode.VALUE_REQUIRED),
        LONG_NOTE(ProblemCode.VALUE_TOO_LONG);

        private final ProblemCode code;

        Fault(ProblemCode code) {
            this.code = code;
        }
    }

    private static final List<UsageFormat> FORMATS = List.of(Shop.CSV, Shop.XLSX, Shop.JSONL);

    @Property(tries = 40)
    void faults_are_found_where_they_are_and_the_other_rows_apply(
            @ForAll @IntRange(min = 1, max = 40) int records,
            @ForAll @IntRange(min = 0, max = 12) int faults,
            @ForAll Random random)
            throws IOException {
        Path directory = Files.createTempDirectory("usageflow-parts");
        try {
            check(new Shop(directory), records, faults, random);
        } finally {
            try (Stream<Path> all = Files.walk(directory)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(each -> each.toFile().delete());
            }
        }
    }

    private static void check(Shop shop, int number, int faults, Random random) {
        UsageFile other = shop.accepted(Shop.south("elsewhere"));
        // One more than rows may name keeps the file open
        UsageFile file = shop.accepted(Shop.many(number + 1));
        List<UsageRecord> records = shop.records(file);
        Set<Integer> before = closeSome(shop, records, number, random);
        var rows = new ArrayList<List<String>>();
        var injected = new ArrayList<Fault>();
        Set<Integer> hit = new HashSet<>();
        IntStream.range(0, number).forEach(i -> add(rows, injected, good(records, i, random), null));
        for (int i = 0; i < faults; i++) {
            Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
            inject(fault, rows, injected, records, other, shop, before, hit, random);
        }

        UsageFormat format = FORMATS.get(random.nextInt(FORMATS.size()));
        ReconciliationResult result = shop.reconcile(file, Shop.table(format, Shop.PLAIN, rows));

        int first = format == Shop.JSONL ? 1 : 2;
        var expected = new ArrayList<Tuple>();
        for (int i = 0; i < rows.size(); i++) {
            if (injected.get(i) != null) {
                expected.add(tuple(injected.get(i).code, (long) (i + first)));
            }
        }
        assertThat(result.problems())
                .extracting(Problem::code, each -> each.place().row())
                .containsExactlyElementsOf(expected);
        assertThat(result.problemCount()).isEqualTo(expected.size());
        long sound = rows.size() - expected.size();
        long unchanged = IntStream.range(0, number)
                .filter(i -> before.contains(i) && !hit.contains(i))
                .count();
        assertThat(result.file().counts())
                .isEqualTo(new ReconciliationCounts(sound - unchanged, unchanged, expected.size()));
        for (int i = 0; i < number; i++) {
            boolean closed = before.contains(i) || !hit.contains(i);
            UsageRecord now = shop.records(file).get(i);
            assertThat(now.status()).isEqualTo(closed ? RecordStatus.CLOSED : RecordStatus.ACCEPTED);
            if (closed) {
                assertThat(now.closing().billingId()).isEqualTo("INV-" + i);
            }
        }
        assertThat(shop.records(other).get(0).status()).isEqualTo(RecordStatus.ACCEPTED);
        assertThat(shop.file(file.id()).counts())
                .isEqualTo(shop.store.inTransaction(session -> session.records().counts(file.id())));
    }

    private static Set<Integer> closeSome(Shop shop, List<UsageRecord> records, int number, Random random) {
        Set<Integer> closed = new HashSet<>();
        for (int i = 0; i < number; i++) {
            if (random.nextInt(4) == 0) {
                shop.library.records().close(CloseRecord.of(records.get(i).id(), "INV-" + i), Shop.BUYER);
                closed.add(i);
            }
        }
        return closed;
    }

    private static void add(List<List<String>> rows, List<Fault> injected, List<String> row, Fault fault) {
        rows.add(row);
        injected.add(fault);
    }

    private static List<String> good(List<UsageRecord> records, int record, Random random) {
        UsageRecord each = records.get(record);
        String id = random.nextBoolean() ? each.id().value() : each.key().value();
        return Shop.row(id, "INV-" + record, random.nextBoolean() ? "a note" : "");
    }

    /** Puts a fault into a sound row that has none, or adds a row that is one. */
    private static void inject(
            Fault fault,
            List<List<String>> rows,
            List<Fault> injected,
            List<UsageRecord> records,
            UsageFile other,
            Shop shop,
            Set<Integer> before,
            Set<Integer> hit,
            Random random) {
        List<Integer> sound = IntStream.range(0, records.size() - 1)
                .filter(i -> injected.get(i) == null)
                .boxed()
                .toList();
        switch (fault) {
            case UNKNOWN -> add(rows, injected, Shop.row("nothing-" + rows.size(), "INV", ""), fault);
            case OTHER_FILE -> {
                UsageRecord elsewhere = shop.records(other).get(0);
                String id = random.nextBoolean()
                        ? elsewhere.id().value()
                        : elsewhere.key().value();
                add(rows, injected, Shop.row(id, "INV", ""), fault);
            }
            case AGAIN ->
                sound.stream().findFirst().ifPresent(i -> add(rows, injected, good(records, i, random), fault));
            case OTHER_BILLING_ID ->
                sound.stream()
                        .filter(i -> before.contains(i)
                                && rows.stream()
                                                .filter(row -> names(row, records.get(i)))
                                                .count()
                                        == 1)
                        .findFirst()
                        .ifPresent(i -> spoil(fault, rows, injected, hit, i, 1, "INV-other"));
            case NO_BILLING_ID -> spoilAny(fault, rows, injected, records, hit, sound, 1, null);
            case NO_ID -> spoilAny(fault, rows, injected, records, hit, sound, 0, null);
            case LONG_NOTE -> spoilAny(fault, rows, injected, records, hit, sound, 2, "n".repeat(4_001));
        }
    }

    private static boolean names(List<String> row, UsageRecord record) {
        return record.id().value().equals(row.get(0)) || record.key().value().equals(row.get(0));
    }

    /** Spoils a row whose record no other row names, so that it is not another's first. */
    private static void spoilAny(
            Fault fault,
            List<List<String>> rows,
            List<Fault> injected,
            List<UsageRecord> records,
            Set<Integer> hit,
            List<Integer> sound,
            int column,
            String value) {
        sound.stream()
                .filter(i ->
                        rows.stream().filter(row -> names(row, records.get(i))).count() == 1)
                .findFirst()
                .ifPresent(i -> spoil(fault, rows, injected, hit, i, column, value));
    }

    private static void spoil(
            Fault fault,
            List<List<String>> rows,
            List<Fault> injected,
            Set<Integer> hit,
            int row,
            int column,
            String value) {
        var spoilt = new ArrayList<>(rows.get(row));
        spoilt.set(column, value);
        rows.set(row, spoilt);
        injected.set(row, fault);
        hit.add(row);
    }
}
