package org.usageflow.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.usageflow.model.Capabilities;
import org.usageflow.model.Tier;
import org.usageflow.policy.Policies;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;
import org.usageflow.schema.FileRule;
import org.usageflow.schema.Findings;
import org.usageflow.schema.GroupJudge;
import org.usageflow.schema.KeyPart;
import org.usageflow.schema.RecordRule;
import org.usageflow.schema.RecordView;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.schema.Visibility;
import org.usageflow.testkit.ContractRun;
import org.usageflow.testkit.DeliberatelyWrong;

class ReportingSchemaContractTest {

    static class Sound extends ReportingSchemaContract {
        @Override
        protected ReportingSchema schema() {
            return new PlainSchema();
        }
    }

    @DeliberatelyWrong
    static class Leaky extends ReportingSchemaContract {
        @Override
        protected ReportingSchema schema() {
            return new PlainSchema() {
                @Override
                public ColumnSet columns(Capabilities capabilities) {
                    return super.columns(capabilities)
                            .use(Columns.RECORD_ID, ColumnUse.OPTIONAL)
                            .use(Columns.ITEM_MPN, ColumnUse.REQUIRED);
                }

                @Override
                public Visibility visibility() {
                    return new Visibility(Map.of("price", Visibility.PriceOf.CUSTOMER));
                }

                @Override
                public Set<KeyPart> ratingKey() {
                    return EnumSet.allOf(KeyPart.class);
                }
            };
        }
    }

    @DeliberatelyWrong
    static class Stateful extends ReportingSchemaContract {
        @Override
        protected ReportingSchema schema() {
            return new StatefulSchema();
        }
    }

    /** Rules that count, fail and speak of unknown columns; judges that share what they saw. */
    private static final class StatefulSchema extends PlainSchema {
        private final AtomicInteger rows = new AtomicInteger();
        private final Set<Tier> seen = new HashSet<>();

        @Override
        public List<RecordRule> recordRules(Policies policies) {
            return List.of(new AmountNeeded() {
                @Override
                public Set<String> inputs() {
                    return Set.of("price");
                }

                @Override
                public void check(RecordView row, Findings findings) {
                    if (rows.incrementAndGet() % 3 == 0) {
                        findings.report(ProblemCode.FILE_UNREADABLE, "price", Map.of());
                    }
                }
            });
        }

        @Override
        public FileRule fileRule() {
            return new Groups() {
                @Override
                public GroupJudge judge(Policies policies) {
                    return new Judge(seen) {
                        @Override
                        public void begin() {}
                    };
                }
            };
        }
    }

    @DeliberatelyWrong
    static class Fragile extends ReportingSchemaContract {
        @Override
        protected ReportingSchema schema() {
            return new PlainSchema() {
                @Override
                public List<RecordRule> recordRules(Policies policies) {
                    return List.of(new AmountNeeded() {
                        @Override
                        public void check(RecordView row, Findings findings) {
                            assertThat(row.decimal(Columns.AMOUNT).signum()).isBetween(-1, 1);
                        }
                    });
                }
            };
        }
    }

    @Test
    void contract_of_sound_schema_holds() {
        ContractRun run = ContractRun.of(Sound.class);

        assertThat(run.messages()).isEmpty();
        assertThat(run.passed()).hasSize(20);
    }

    @Test
    void contract_of_leaky_schema_fails_at_its_rules() {
        assertThat(ContractRun.of(Leaky.class).failed())
                .containsExactlyInAnyOrder("SCHEMA-02", "SCHEMA-06", "SCHEMA-07", "SCHEMA-08", "SCHEMA-41");
    }

    @Test
    void contract_of_stateful_schema_fails_at_its_rules() {
        assertThat(ContractRun.of(Stateful.class).failed())
                .contains("SCHEMA-20", "SCHEMA-22", "SCHEMA-43", "SCHEMA-44")
                .doesNotContain("SCHEMA-01", "SCHEMA-03", "SCHEMA-07");
    }

    @Test
    void contract_of_fragile_schema_fails_at_blank_rows() {
        assertThat(ContractRun.of(Fragile.class).failed()).contains("SCHEMA-21");
    }
}
