package org.usageflow.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.policy.Policies;
import org.usageflow.problem.ProblemGroup;
import org.usageflow.schema.RecordRule;
import org.usageflow.schema.RecordView;
import org.usageflow.testkit.InParallel;
import org.usageflow.testkit.schema.RecordingFindings.Finding;

/** Rules on what a schema asks of each row. */
abstract class SchemaRowRules extends SchemaColumnRules {

    private static final Set<ProblemGroup> OF_ROWS = EnumSet.of(
            ProblemGroup.VALUE,
            ProblemGroup.RECORD,
            ProblemGroup.ITEM,
            ProblemGroup.SUBSCRIPTION,
            ProblemGroup.CATEGORY,
            ProblemGroup.TIER);

    /** Rows that the rules are tried on; fixtures by default. Override it to add rows that only your schema knows. */
    protected List<RecordView> rows() {
        return SchemaSamples.rows(schema().code());
    }

    private static List<Finding> findings(List<RecordRule> rules, RecordView row) {
        var findings = new RecordingFindings();
        rules.forEach(rule -> rule.check(row, findings));
        return findings.all();
    }

    @Test
    @DisplayName("SCHEMA-20 MUST: rules name their inputs, each a column of the schema or a parameter")
    void rules_of_any_policies_name_known_inputs() {
        for (Policies policies : SchemaSamples.policies()) {
            for (RecordRule rule : schema().recordRules(policies)) {
                assertThat(rule.inputs()).allMatch(this::isKnown, "is a column or a parameter");
                assertThat(rule.inputs()).isEqualTo(rule.inputs());
            }
        }
    }

    @Test
    @DisplayName("SCHEMA-21 MUST: rules take rows in which anything is blank, unknown or negative")
    void rules_on_any_row_do_not_fail() {
        for (Policies policies : SchemaSamples.policies()) {
            List<RecordRule> rules = schema().recordRules(policies);
            for (RecordView row : rows()) {
                assertThat(findings(rules, row)).isNotNull();
            }
        }
    }

    @Test
    @DisplayName("SCHEMA-22 MUST: rules speak of rows, at columns that are known")
    void rules_on_any_row_speak_of_known_columns() {
        for (Policies policies : SchemaSamples.policies()) {
            for (Finding each : allFindings(schema().recordRules(policies))) {
                assertThat(isKnown(each.column())).as("column of %s", each).isTrue();
                assertThat(OF_ROWS).as("group of %s", each).contains(each.code().group());
            }
        }
    }

    private List<Finding> allFindings(List<RecordRule> rules) {
        var all = new ArrayList<Finding>();
        rows().forEach(row -> all.addAll(findings(rules, row)));
        return all;
    }

    @Test
    @DisplayName("SCHEMA-23 MUST: rules are without state: the same row has the same findings, whatever came before")
    void rules_on_rows_in_any_order_say_the_same() {
        for (Policies policies : SchemaSamples.policies()) {
            List<RecordRule> rules = schema().recordRules(policies);
            for (RecordView row : rows()) {
                List<Finding> first = findings(schema().recordRules(policies), row);
                assertThat(findings(rules, row)).isEqualTo(first);
                assertThat(findings(rules, row)).isEqualTo(first);
            }
        }
    }

    @Test
    @DisplayName("SCHEMA-24 MUST: rules say the same in several threads")
    void rules_in_several_threads_say_the_same() {
        List<RecordRule> rules = schema().recordRules(Policies.DEFAULTS);

        assertThat(InParallel.answers(() -> allFindings(rules))).hasSize(1);
    }
}
