package org.usageflow.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.policy.Policies;
import org.usageflow.schema.Columns;
import org.usageflow.schema.FileRule;
import org.usageflow.schema.GroupJudge;
import org.usageflow.schema.GroupRow;
import org.usageflow.schema.RecordView;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.testkit.InParallel;
import org.usageflow.testkit.schema.RecordingGroupFindings.Finding;

/**
 * The contract of {@link ReportingSchema}, with its {@code RecordRule}s and {@code FileRule}: extend it, return your schema, and run it with JUnit.
 *
 * <p>Source: rules §2, §3.1, §5, §6.1, §6.4.
 */
public abstract class ReportingSchemaContract extends SchemaRowRules {

    private static final Set<String> COLUMNS_OF_GROUPS = Set.of(Columns.TIER, Columns.QUANTITY, Columns.AMOUNT);

    /** Makes the contract; subclasses need no state. */
    protected ReportingSchemaContract() {}

    /** The schema under test; asked for each rule, and may be the same each time. */
    @Override
    protected abstract ReportingSchema schema();

    /** Rows that the rules are tried on; fixtures by default. Override it to add rows that only your schema knows. */
    @Override
    protected List<RecordView> rows() {
        return super.rows();
    }

    @Test
    @DisplayName("SCHEMA-40 MUST: the file rule is the same each time; without a key no row belongs to a group")
    void file_rule_each_time_has_one_key() {
        FileRule rule = schema().fileRule();

        assertThat(rule.key()).isEqualTo(schema().fileRule().key());
        for (RecordView row : rows()) {
            assertThat(rule.groups(row)).isEqualTo(schema().fileRule().groups(row));
            assertThat(rule.key().isEmpty() && rule.groups(row))
                    .as("a group without a key")
                    .isFalse();
        }
    }

    @Test
    @DisplayName("SCHEMA-41 MUST: rows that are judged together are rated together")
    void rating_key_does_not_part_groups() {
        assertThat(schema().ratingKey()).isEqualTo(schema().ratingKey());
        if (!schema().fileRule().key().isEmpty()) {
            assertThat(schema().ratingKey())
                    .isNotEmpty()
                    .isSubsetOf(schema().fileRule().key());
        }
    }

    @Test
    @DisplayName("SCHEMA-42 MUST: the same group has the same findings each time")
    void judges_of_the_same_group_say_the_same() {
        FileRule rule = ruleWithGroups();
        for (Policies policies : SchemaSamples.policies()) {
            SchemaSamples.groups()
                    .forEach((words, group) -> assertThat(RecordingGroupFindings.of(rule, policies, group))
                            .as(words)
                            .isEqualTo(RecordingGroupFindings.of(rule, policies, group)));
        }
    }

    private FileRule ruleWithGroups() {
        FileRule rule = schema().fileRule();
        assumeFalse(rule.key().isEmpty(), "the schema has no groups");
        return rule;
    }

    @Test
    @DisplayName("SCHEMA-43 MUST: a judge forgets a group when the next begins")
    void judge_of_several_groups_keeps_them_apart() {
        FileRule rule = ruleWithGroups();
        GroupJudge judge = rule.judge(Policies.DEFAULTS);
        for (int round = 0; round < 2; round++) {
            SchemaSamples.groups()
                    .forEach((words, group) -> assertThat(RecordingGroupFindings.of(judge, group))
                            .as(words)
                            .isEqualTo(RecordingGroupFindings.of(rule, Policies.DEFAULTS, group)));
        }
    }

    @Test
    @DisplayName("SCHEMA-44 MUST: judges know nothing of each other")
    void judges_at_a_time_keep_groups_apart() {
        FileRule rule = ruleWithGroups();
        for (List<GroupRow> group : SchemaSamples.groups().values()) {
            List<Finding> alone = RecordingGroupFindings.of(rule, Policies.DEFAULTS, group);
            GroupJudge one = rule.judge(Policies.DEFAULTS);
            GroupJudge other = rule.judge(Policies.DEFAULTS);
            var findings = new RecordingGroupFindings();
            var unheard = new RecordingGroupFindings();
            one.begin();
            other.begin();
            group.forEach(row -> {
                one.row(row, findings);
                other.row(row, unheard);
            });
            one.end(findings);
            other.end(unheard);

            assertThat(findings.all()).isEqualTo(alone);
            assertThat(unheard.all()).isEqualTo(alone);
        }
    }

    @Test
    @DisplayName("SCHEMA-45 MUST: judges speak of rows of the group, at tier, quantity or amount")
    void judges_of_any_group_speak_of_its_rows() {
        FileRule rule = ruleWithGroups();
        for (Policies policies : SchemaSamples.policies()) {
            for (List<GroupRow> group : SchemaSamples.groups().values()) {
                Set<Long> positions = group.stream().map(GroupRow::position).collect(Collectors.toSet());
                assertThat(RecordingGroupFindings.of(rule, policies, group)).allSatisfy(finding -> {
                    assertThat(positions).contains(finding.position());
                    assertThat(COLUMNS_OF_GROUPS).contains(finding.column());
                });
            }
        }
    }

    @Test
    @DisplayName("SCHEMA-46 MUST: judges in several threads say the same")
    void judges_in_several_threads_say_the_same() {
        FileRule rule = ruleWithGroups();
        List<GroupRow> group = List.copyOf(SchemaSamples.groups().getOrDefault("with a gap", List.of()));

        assertThat(InParallel.answers(() -> RecordingGroupFindings.of(rule, Policies.DEFAULTS, group)))
                .hasSize(1);
    }
}
