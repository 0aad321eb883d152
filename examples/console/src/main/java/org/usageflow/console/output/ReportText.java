package org.usageflow.console.output;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.usageflow.core.ValidationReport;
import org.usageflow.model.RowCounts;
import org.usageflow.model.UsageTotals;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemMessages;
import org.usageflow.problem.Severity;

/** Writes a validation report for a person. Its form may change. */
public final class ReportText {

    /** Most problems that are shown; the rest is counted. */
    static final int MOST_PROBLEMS = 100;

    private final ProblemMessages words;

    /** Takes the words for the problems. */
    public ReportText(ProblemMessages words) {
        this.words = words;
    }

    /** Writes the whole report. */
    public void write(ValidationReport report, PrintWriter out) {
        write(report.isValid() ? "valid" : "invalid", report, out);
    }

    /** Writes the whole report under a heading of its own. */
    public void write(String heading, ValidationReport report, PrintWriter out) {
        out.println(heading);
        out.println();
        var facts = new TextTable();
        facts.row("records", counts(report.rows()));
        facts.row("quantity", report.totals().quantity().toPlainString());
        amounts(report.totals()).forEach((label, amount) -> facts.row(label, amount));
        if (report.sha256() != null) {
            facts.row("sha256", report.sha256());
        }
        facts.row("problems", number(report.problemCount()));
        facts.print(out);
        if (!report.problems().isEmpty()) {
            out.println();
            problems(
                    report.problems()
                            .subList(
                                    0, Math.min(MOST_PROBLEMS, report.problems().size())),
                    "",
                    out);
            rest(report, out);
        }
    }

    /** Writes problems, one a line: place, column, code, words. */
    public void problems(List<Problem> problems, String indent, PrintWriter out) {
        var table = new TextTable(indent);
        for (Problem each : problems) {
            String column = each.place().column();
            table.row(
                    PlaceText.of(each.place()),
                    column == null ? "" : column,
                    each.code().name(),
                    (each.severity() == Severity.WARNING ? "Warning: " : "") + words.message(each));
        }
        table.print(out);
    }

    /** The totals in one phrase, e.g. {@code quantity 63, amount 12.5 EUR}. */
    public static String totals(UsageTotals totals) {
        String amounts = amounts(totals).entrySet().stream()
                .map(each -> ", " + each.getKey() + " " + each.getValue())
                .collect(Collectors.joining());
        return "quantity " + totals.quantity().toPlainString() + amounts;
    }

    /** The number of rows in one phrase. */
    public static String counts(RowCounts rows) {
        String text = number(rows.read()) + " read, " + number(rows.valid()) + " valid, " + number(rows.invalid())
                + " invalid";
        return rows.suspended() == 0 ? text : text + ", of these " + number(rows.suspended()) + " suspended";
    }

    private static Map<String, String> amounts(UsageTotals totals) {
        Currency currency = totals.currency();
        if (currency == null) {
            return Map.of();
        }
        BigDecimal amount = totals.amount();
        if (amount != null) {
            return Map.of("amount", amount.toPlainString() + " " + currency);
        }
        var byTier = new LinkedHashMap<String, String>();
        totals.amountByTier().forEach((tier, sum) -> byTier.put("tier " + tier, sum.toPlainString() + " " + currency));
        return byTier;
    }

    private static void rest(ValidationReport report, PrintWriter out) {
        long rest = report.problemCount()
                - Math.min(MOST_PROBLEMS, report.problems().size());
        if (rest == 0) {
            return;
        }
        out.println("… and " + number(rest) + " more. By code:");
        out.println();
        var table = new TextTable();
        List<Map.Entry<ProblemCode, Long>> byCode =
                new ArrayList<>(report.countByCode().entrySet());
        byCode.sort(Comparator.comparing((Map.Entry<ProblemCode, Long> each) -> each.getValue())
                .reversed());
        byCode.forEach(each -> table.row(each.getKey().name(), number(each.getValue())));
        table.print(out);
        out.println();
        out.println(
                report.hasMoreProblems()
                        ? "--json lists the first " + number(report.problems().size())
                                + " problems; the list is cut there."
                        : "--json lists all problems.");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
