package org.usageflow.jdbc.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.dialect.H2Dialect;
import org.usageflow.jdbc.internal.dialect.MariaDbDialect;
import org.usageflow.jdbc.internal.dialect.PostgresDialect;
import org.usageflow.jdbc.internal.sql.Names;

/** What holds for the steps of every dialect. */
final class SchemaStepsTest {

    private static final Pattern CREATION =
            Pattern.compile("(?i)create\\s+(?:unique\\s+)?(?:table|index)\\s+(if not exists)?");
    private static final int LONGEST_PREFIX = 24;
    private static final int LONGEST_NAME = 63;

    static Stream<Dialect> dialects() {
        return Stream.of(new H2Dialect(), new PostgresDialect(), new MariaDbDialect(false), new MariaDbDialect(true));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void steps_are_numbered_from_one_without_gaps(Dialect dialect) {
        List<SchemaStep> steps = SchemaSteps.of(dialect);

        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).number()).isEqualTo(i + 1);
            assertThat(steps.get(i).name()).matches("V\\d{3}__[a-z_]+");
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void every_step_among_the_resources_is_listed(Dialect dialect) throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(
                SchemaSteps.class.getResource("/org/usageflow/jdbc/" + dialect.folder() + "/schema.sql"));

        try (Stream<Path> all = Files.list(Path.of(folder.toURI()).getParent())) {
            assertThat(all.map(each -> each.getFileName().toString())
                            .filter(each -> each.startsWith("V"))
                            .sorted())
                    .isEqualTo(SchemaSteps.NAMES.stream()
                            .map(each -> each + ".sql")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void every_creation_may_be_done_again(Dialect dialect) {
        for (SchemaStep step : SchemaSteps.of(dialect)) {
            Matcher creation = CREATION.matcher(step.text());
            while (creation.find()) {
                assertThat(creation.group(1))
                        .as(step.name() + ": " + creation.group())
                        .isNotNull();
            }
        }
    }

    // A client of MariaDB takes a backslash in quotes for an escape, and those of the others do not
    @ParameterizedTest
    @MethodSource("dialects")
    void no_step_holds_a_backslash(Dialect dialect) {
        assertThat(SchemaSteps.of(dialect))
                .allSatisfy(step -> assertThat(step.text()).doesNotContain("\\"));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void every_name_fits_with_the_longest_prefix(Dialect dialect) {
        var names = new Names(null, "p".repeat(LONGEST_PREFIX));
        String text = new SchemaRunner(dialect, names).text();

        assertThat(Pattern.compile("p{24}\\w+").matcher(text).results())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name.group().length()).isLessThanOrEqualTo(LONGEST_NAME));
    }
}
