package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.ListResourceBundle;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.usageflow.csv.CsvFormat;
import org.usageflow.error.WiringException;
import org.usageflow.model.ProductId;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemMessages;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.InMemoryReferenceData;

class UsageflowBuilderTest {

    private static final InMemoryReferenceData REFERENCE =
            UsageFixtures.world(UsageFixtures.QT).reference();

    private record Parameters(@NotNull String name) {}

    @Test
    void build_names_everything_that_is_missing_at_once() {
        assertThatThrownBy(() -> Usageflow.builder().problemLimit(-1).build())
                .isInstanceOf(WiringException.class)
                .hasMessageContaining("formats")
                .hasMessageContaining("catalog")
                .hasMessageContaining("items")
                .hasMessageContaining("subscriptions")
                .hasMessageContaining("problemLimit: 0 or more, not -1");
    }

    @Test
    void lease_is_a_second_or_more() {
        assertThatThrownBy(() -> Usageflow.builder()
                        .formats(new CsvFormat())
                        .reference(REFERENCE)
                        .lease(Duration.ofMillis(999))
                        .build())
                .isInstanceOf(WiringException.class)
                .hasMessage("Usageflow cannot be built: lease: 1 second or more, not PT0.999S");
        assertThatCode(() -> Usageflow.builder()
                        .formats(new CsvFormat())
                        .reference(REFERENCE)
                        .lease(Duration.ofSeconds(1))
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void build_names_the_one_thing_that_is_missing() {
        assertThatThrownBy(() -> Usageflow.builder().reference(REFERENCE).build())
                .isInstanceOf(WiringException.class)
                .hasMessage("Usageflow cannot be built: formats: at least one is needed");
        assertThatThrownBy(() -> Usageflow.builder()
                        .formats(new CsvFormat())
                        .catalog(REFERENCE)
                        .items(REFERENCE)
                        .build())
                .isInstanceOf(WiringException.class)
                .hasMessage("Usageflow cannot be built: subscriptions: give them, or reference");
    }

    @Test
    void reference_data_may_come_from_several_places() {
        assertThatCode(() -> Usageflow.builder()
                        .formats(new CsvFormat())
                        .catalog(REFERENCE)
                        .items(REFERENCE)
                        .subscriptions(REFERENCE)
                        .problemLimit(0)
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void validator_is_made_where_none_is_given() {
        assertThatCode(() -> Usageflow.builder()
                        .formats(new CsvFormat())
                        .reference(REFERENCE)
                        .parameters(new ProductId("PRD-000-000-000"), ParameterBinding.of(Parameters.class))
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void messages_are_english_unless_others_are_given() {
        Problem problem = Problem.of(ProblemCode.FILE_NO_RECORDS, Place.FILE, null, Map.of());
        ProblemMessages german = ProblemMessages.of(new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"FILE_NO_RECORDS.message", "Keine Zeilen."}};
            }
        });

        Usageflow english = Usageflow.builder()
                .formats(new CsvFormat())
                .reference(REFERENCE)
                .build();
        Usageflow other = Usageflow.builder()
                .formats(new CsvFormat())
                .reference(REFERENCE)
                .messages(german)
                .build();

        assertThat(english.messages().message(problem))
                .isEqualTo(ProblemMessages.english().message(problem));
        assertThat(other.messages().message(problem)).isEqualTo("Keine Zeilen.");
    }

    @Test
    void services_refuse_null() {
        ValidationService service = Usageflow.builder()
                .formats(new CsvFormat())
                .reference(REFERENCE)
                .build()
                .validation();

        assertThatThrownBy(() -> service.validate(null, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("command");
        assertThatThrownBy(() ->
                        service.validate(UsageFixtures.world(UsageFixtures.QT).command(), null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("upload");
        assertThatThrownBy(() -> service.validate(
                        UsageFixtures.world(UsageFixtures.QT).command(),
                        UploadSource.of(java.nio.file.Path.of("x")),
                        (ValidationListener) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("listener");
    }
}
