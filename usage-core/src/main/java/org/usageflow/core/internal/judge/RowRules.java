package org.usageflow.core.internal.judge;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.judge.JudgeContext.ParameterRule;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.Subscription;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UsageWindow;
import org.usageflow.policy.NegativePolicy;
import org.usageflow.policy.WindowPolicy;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.schema.Columns;
import org.usageflow.schema.KeyPart;
import org.usageflow.schema.RecordRule;

/**
 * What is asked of each row once its references are found: the library's rules, the schema's, the host's. A rule whose input is in error is skipped.
 *
 * <p>Source: rules §3.1, §6.1, §6.3.
 */
final class RowRules {

    private final JudgeContext context;
    private final Layout layout;
    private final RowReporter reporter;
    private final List<SchemaRule> schemaRules = new ArrayList<>();
    private final List<HostRule> hostRules = new ArrayList<>();
    private final boolean refuseNegatives;
    private @Nullable Set<String> categories;

    RowRules(JudgeContext context, Layout layout, RowReporter reporter) {
        this.context = context;
        this.layout = layout;
        this.reporter = reporter;
        this.refuseNegatives = context.policies().negatives() == NegativePolicy.REFUSE;
        for (RecordRule rule : context.schema().recordRules(context.policies())) {
            schemaRules.add(new SchemaRule(rule, layout.slotsOf(rule.inputs())));
        }
        for (ParameterRule rule : context.parameterRules()) {
            List<String> columns = rule.parameters().stream()
                    .map(name -> Columns.PARAMETER_PREFIX + name)
                    .toList();
            hostRules.add(new HostRule(rule, layout.slotsOf(columns)));
        }
    }

    private static final class SchemaRule {
        private final RecordRule rule;
        private final int[] inputs;

        SchemaRule(RecordRule rule, int[] inputs) {
            this.rule = rule;
            this.inputs = inputs;
        }
    }

    private static final class HostRule {
        private final ParameterRule rule;
        private final int[] inputs;

        HostRule(ParameterRule rule, int[] inputs) {
            this.rule = rule;
            this.inputs = inputs;
        }
    }

    /** The file's categories, to which every reference must resolve; without a call there are none to check. */
    void categories(Set<String> defined) {
        this.categories = defined;
    }

    void check(RowState row) {
        checkWindow(row);
        checkNegative(row, layout.quantity);
        checkNegative(row, layout.amount);
        checkPrecision(row);
        checkActive(row);
        checkCategory(row);
        checkCorrects(row);
        for (SchemaRule each : schemaRules) {
            if (!row.anyInError(each.inputs)) {
                each.rule.check(
                        row, (code, severity, column, arguments) -> report(row, code, severity, column, arguments));
            }
        }
        for (HostRule each : hostRules) {
            each.rule.check(name -> parameter(row, name), (name, detail) -> {
                if (name != null || !row.anyInError(each.inputs)) {
                    invalid(row, name, detail);
                }
            });
        }
    }

    private void report(
            RowState row, ProblemCode code, Severity severity, String column, Map<String, String> arguments) {
        int slot = layout.slot(column);
        if (slot >= 0) {
            reporter.report(row, code, severity, slot, arguments);
        } else {
            reporter.at(row, code, severity, -1, column, arguments);
        }
    }

    private @Nullable String parameter(RowState row, String name) {
        return row.textAt(layout.slot(Columns.PARAMETER_PREFIX + name));
    }

    private void invalid(RowState row, @Nullable String name, String detail) {
        String column = name == null ? null : Columns.PARAMETER_PREFIX + name;
        int slot = column == null ? -1 : layout.slot(column);
        if (slot < 0) {
            reporter.at(
                    row, ProblemCode.RECORD_PARAMETER_INVALID, Severity.ERROR, -1, column, Map.of("detail", detail));
        } else if (!row.isInError(slot)) {
            reporter.error(row, ProblemCode.RECORD_PARAMETER_INVALID, slot, Map.of("detail", detail));
        }
    }

    private void checkWindow(RowState row) {
        Instant start = row.timeAt(layout.start);
        Instant end = row.timeAt(layout.end);
        if (start == null || end == null) {
            return;
        }
        if (end.isBefore(start)) {
            reporter.error(row, ProblemCode.RECORD_WINDOW_REVERSED, layout.end, Map.of("start", start.toString()));
            doubtWindow(row);
            return;
        }
        var window = new UsageWindow(start, end);
        row.window = window;
        UsagePeriod period = context.period();
        if (period != null && context.policies().window() != WindowPolicy.IGNORE) {
            checkPeriod(row, window, period);
        }
    }

    private void checkPeriod(RowState row, UsageWindow window, UsagePeriod period) {
        Severity severity = context.policies().window() == WindowPolicy.WARN ? Severity.WARNING : Severity.ERROR;
        if (period.startsAfter(window) && !context.capabilities().lateCharges()) {
            outside(
                    row,
                    ProblemCode.RECORD_BEFORE_PERIOD,
                    severity,
                    layout.start,
                    Map.of("start", period.start().toString()));
        }
        if (period.endsBefore(window) && !context.capabilities().futureCharges()) {
            outside(
                    row,
                    ProblemCode.RECORD_AFTER_PERIOD,
                    severity,
                    layout.end,
                    Map.of("end", period.endExclusive().toString()));
        }
    }

    private void outside(RowState row, ProblemCode code, Severity severity, int slot, Map<String, String> arguments) {
        reporter.report(row, code, severity, slot, arguments);
        if (severity == Severity.ERROR) {
            doubtWindow(row);
        }
    }

    /** The other time of a window in error may be the wrong one. */
    private static void doubtWindow(RowState row) {
        row.window = null;
        doubt(row, KeyPart.START);
        doubt(row, KeyPart.END);
    }

    private static void doubt(RowState row, KeyPart part) {
        row.doubts |= GroupKeys.bit(part);
    }

    private void checkNegative(RowState row, int slot) {
        BigDecimal value = refuseNegatives ? row.decimalAt(slot) : null;
        if (value != null && value.signum() < 0) {
            reporter.error(row, ProblemCode.RECORD_NEGATIVE, slot, Map.of());
        }
    }

    private void checkPrecision(RowState row) {
        BigDecimal quantity = row.decimalAt(layout.quantity);
        ItemPrecision precision = row.itemPrecision();
        if (quantity != null && precision != null && quantity.scale() > precision.decimals()) {
            reporter.error(
                    row,
                    ProblemCode.VALUE_TOO_PRECISE,
                    layout.quantity,
                    Map.of("limit", Integer.toString(precision.decimals())));
        }
    }

    private void checkActive(RowState row) {
        Subscription subscription = row.subscription;
        UsageWindow window = row.window;
        if (subscription != null && window != null && !subscription.isActiveDuring(window)) {
            reporter.error(row, ProblemCode.ASSET_NOT_ACTIVE, layout.assetValue, Map.of());
            // The wrong time may be what makes it inactive.
            doubt(row, KeyPart.START);
            doubt(row, KeyPart.END);
        }
    }

    private void checkCategory(RowState row) {
        String category = row.textAt(layout.category);
        Set<String> defined = categories;
        if (category != null && defined != null && !defined.contains(category)) {
            reporter.error(row, ProblemCode.CATEGORY_UNKNOWN, layout.category, Map.of());
        }
    }

    private void checkCorrects(RowState row) {
        if (refuseNegatives && row.isValid(layout.corrects)) {
            reporter.error(
                    row,
                    ProblemCode.VALUE_UNEXPECTED,
                    layout.corrects,
                    Map.of("reason", "corrections are not enabled"));
        }
    }
}
