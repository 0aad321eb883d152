package org.usageflow.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.usageflow.core.Usageflow;
import org.usageflow.core.ValidationReport;
import org.usageflow.core.schema.StandardSchemas;
import org.usageflow.csv.CsvFormat;
import org.usageflow.model.Capabilities;
import org.usageflow.model.SchemaCode;
import org.usageflow.policy.Policies;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.FileRule;
import org.usageflow.schema.Findings;
import org.usageflow.schema.KeyPart;
import org.usageflow.schema.RecordRule;
import org.usageflow.schema.RecordView;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.schema.SchemaRegistry;
import org.usageflow.schema.Visibility;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

/** A fifth schema is a class of the host's and a line of wiring. */
class HostSchemaTest {

    private static final SchemaCode HOURLY = new SchemaCode("HOURLY");

    /** Quantities, and a number of hours that must not be zero. */
    private static final class Hourly implements ReportingSchema, RecordRule {

        @Override
        public SchemaCode code() {
            return HOURLY;
        }

        @Override
        public String name() {
            return "Hourly";
        }

        @Override
        public ColumnSet columns(Capabilities capabilities) {
            return ColumnSet.standard(capabilities)
                    .with(Column.decimal("hours", ColumnUse.REQUIRED, 2, "How many hours it ran."));
        }

        @Override
        public List<RecordRule> recordRules(Policies policies) {
            return List.of(this);
        }

        @Override
        public Set<String> inputs() {
            return Set.of("hours");
        }

        @Override
        public void check(RecordView row, Findings findings) {
            BigDecimal hours = row.decimal("hours");
            if (hours != null && hours.signum() == 0) {
                findings.report(ProblemCode.VALUE_NOT_ALLOWED, "hours", Map.of("expected", "more than 0"));
            }
        }

        @Override
        public FileRule fileRule() {
            return FileRule.NONE;
        }

        @Override
        public Set<KeyPart> ratingKey() {
            return Set.of();
        }

        @Override
        public Visibility visibility() {
            return Visibility.NO_AMOUNTS;
        }
    }

    private final CatalogWorld world = UsageFixtures.world(HOURLY);

    private final Usageflow usage = Usageflow.builder()
            .formats(new CsvFormat())
            .reference(world.reference())
            .schemas(SchemaRegistry.of(StandardSchemas.all()).plus(new Hourly()))
            .build();

    private ValidationReport judge(String hours) throws IOException {
        String file = "record_id,item_search_criteria,item_search_value,quantity,start_time_utc,end_time_utc,"
                + "asset_search_criteria,asset_search_value,hours\n"
                + "r-1,item.mpn,MPN-CALLS,28,2021-07-08 0:00:00,2021-07-08 23:59:59,asset.id,AS-3919-2310-2857," + hours
                + "\n";
        var bytes = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        try (UploadSource upload = UploadSource.spool(bytes, UploadLimits.DEFAULTS, null)) {
            return usage.validation().validate(world.command(), upload);
        }
    }

    @Test
    void its_column_is_read_and_its_rule_is_met() throws IOException {
        assertThat(judge("1.25").isValid()).isTrue();
    }

    @Test
    void its_rule_is_broken_at_its_column() throws IOException {
        ValidationReport report = judge("0");

        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_NOT_ALLOWED);
            assertThat(problem.place().column()).isEqualTo("hours");
            assertThat(problem.value()).isEqualTo("0");
        });
    }

    @Test
    void its_column_is_required_and_has_its_precision() throws IOException {
        assertThat(judge("").countByCode()).containsOnlyKeys(ProblemCode.VALUE_REQUIRED);
        assertThat(judge("0.125").countByCode()).containsOnlyKeys(ProblemCode.VALUE_TOO_PRECISE);
    }

    @Test
    void its_column_is_in_the_template() throws IOException {
        var template = new ByteArrayOutputStream();

        usage.uploads().writeTemplate(world.product().id(), FormatId.CSV, template);

        assertThat(template.toString(StandardCharsets.UTF_8)).contains(",hours");
    }
}
