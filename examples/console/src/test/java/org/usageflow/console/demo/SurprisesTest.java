package org.usageflow.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.usageflow.console.demo.DemoReport.Outcome;
import org.usageflow.model.ReportedRecord;

/** The demonstration notices what does not come out as its data says. */
class SurprisesTest {

    private static final DemoReport QT = DemoReports.all().get(0);
    private static final Outcome OUTCOME = QT.outcome();

    @TempDir
    private Path directory;

    static Stream<Arguments> tampered() {
        List<ReportedRecord> records = QT.records();
        return Stream.of(
                arguments("QT, faults: ", faults(QT.faults().subList(1, 6))),
                arguments(
                        "QT, faulty rows: 5, where 4 should be",
                        faults(QT.faults().subList(1, 6))),
                arguments("QT, closed records: 6, where 5 should be", records(records.subList(0, 5))),
                arguments(
                        "QT, what was reported: ",
                        records(Stream.concat(
                                        records.subList(1, 6).stream(),
                                        records.stream().limit(1))
                                .toList())),
                arguments("QT, totals: quantity 454.85, where quantity 1 should be", outcome("quantity 1", seen(), 11)),
                arguments("QT, records that the reseller sees: ", outcome(OUTCOME.totals(), List.of("qt-0001"), 11)),
                arguments("QT, entries of the history: 11, where 12 should be", outcome(OUTCOME.totals(), seen(), 12)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampered")
    void tampered_expectation_is_a_surprise(String surprise, DemoReport report) throws IOException {
        var out = new StringWriter();

        boolean isAsExpected = Demo.run(directory, null, new PrintWriter(out), List.of(report));

        assertThat(isAsExpected).isFalse();
        assertThat(out.toString())
                .contains("Not as it should be: " + surprise)
                .doesNotContain("All came out as it should");
    }

    @Test
    void untampered_report_is_no_surprise() throws IOException {
        var out = new StringWriter();

        assertThat(Demo.run(directory, null, new PrintWriter(out), List.of(QT))).isTrue();
        assertThat(out.toString()).doesNotContain("Not as it should be");
    }

    @Test
    void correction_that_leaves_a_fault_ends_the_story_and_is_a_surprise() throws IOException {
        var out = new StringWriter();
        DemoReport report = with(QT.faults(), QT.changes().subList(1, 7), QT.records(), OUTCOME);

        boolean isAsExpected = Demo.run(directory, null, new PrintWriter(out), List.of(report));

        assertThat(isAsExpected).isFalse();
        assertThat(out.toString())
                .contains("Not as it should be: QT, problems after the correction: 1, where 0 should be")
                .contains("Not as it should be: the story ends early: ");
    }

    private static List<String> seen() {
        return OUTCOME.seenByReseller();
    }

    private static DemoReport faults(List<String> faults) {
        return with(faults, QT.changes(), QT.records(), OUTCOME);
    }

    private static DemoReport records(List<ReportedRecord> records) {
        return with(QT.faults(), QT.changes(), records, OUTCOME);
    }

    private static DemoReport outcome(String totals, List<String> seen, int events) {
        var outcome = new Outcome(totals, seen, OUTCOME.why(), events);
        return with(QT.faults(), QT.changes(), QT.records(), outcome);
    }

    private static DemoReport with(
            List<String> faults, List<CellChange> changes, List<ReportedRecord> records, Outcome outcome) {
        return new DemoReport(
                QT.schema(),
                QT.way(),
                QT.story(),
                QT.product(),
                QT.format(),
                QT.faulty(),
                faults,
                changes,
                QT.rejection(),
                records,
                QT.billing(),
                outcome);
    }
}
