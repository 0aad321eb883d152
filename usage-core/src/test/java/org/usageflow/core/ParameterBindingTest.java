package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.PRODUCT;
import static org.usageflow.testkit.UsageFixtures.QT;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.error.WiringException;

/** A host's own constraints of v. parameters: RECORD_PARAMETER_INVALID (rules §6.2). */
class ParameterBindingTest {

    enum Color {
        RED,
        GREEN
    }

    record Order(
            @NotNull @Pattern(regexp = "PO-[0-9]+") @Size(max = 8)
            String number,

            @Min(1) Integer seats,

            @DecimalMin("0.5") @DecimalMax(value = "2000", inclusive = false)
            BigDecimal rate,

            @ParameterName("Cost Centre") Long costCentre,
            Boolean urgent,
            LocalDate due,
            Instant at,
            Color color) {}

    private static Bench binding(Class<? extends Record> type) {
        return Bench.of(QT).wire(builder -> builder.parameters(PRODUCT, ParameterBinding.of(type)));
    }

    private static GivenRow order(String column, String value) {
        return row("R-1").with("v.number", "PO-1").with("v." + column, value);
    }

    private static List<String> details(ValidationReport report) {
        return report.problems().stream()
                .map(problem -> problem.arguments().getOrDefault("detail", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "number, PO-12345",
        "seats, 1",
        "seats, ' 7 '",
        "seats, ' '",
        "rate, 0.50",
        "rate, 1e3",
        "Cost Centre, 1234567890123",
        "urgent, TRUE",
        "urgent, false",
        "due, 2021-07-08",
        "at, 2021-07-08T00:00:00Z",
        "color, RED"
    })
    void value_that_meets_the_constraints_is_sound(String column, String value) {
        assertThat(Bench.lines(binding(Order.class).judge(order(column, value))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "number, x, 'must match \"PO-[0-9]+\"'",
        "number, PO-1234567, size must be between 0 and 8",
        "seats, 0, must be greater than or equal to 1",
        "rate, 0.4, must be greater than or equal to 0.5",
        "rate, 2e3, must be less than 2000",
        "seats, many, not a valid Integer",
        "seats, 1.0, not a valid Integer",
        "seats, 99999999999, not a valid Integer",
        "rate, '1,5', not a valid BigDecimal",
        "cost centre, x, not a valid Long",
        "urgent, yes, not a valid Boolean",
        "due, 08.07.2021, not a valid LocalDate",
        "at, 2021-07-08, not a valid Instant",
        "color, red, not a valid Color"
    })
    @DisplayName("rules §6.2: RECORD_PARAMETER_INVALID at the parameter's cell, with the reason")
    void value_that_violates_a_constraint_is_told_at_its_cell(String column, String value, String detail) {
        ValidationReport report = binding(Order.class).judge(order(column, value));

        assertThat(Bench.lines(report)).containsExactly("2 v." + column + " RECORD_PARAMETER_INVALID [" + value + "]");
        assertThat(details(report)).containsExactly(detail);
        assertThat(report.problems().get(0).place().cell()).isNotNull();
        assertThat(report.isValid()).isFalse();
    }

    @Test
    @DisplayName("rules §6.1: one cell, one problem; every bad cell has its own")
    void value_with_two_violations_is_told_once() {
        ValidationReport report =
                binding(Order.class).judge(order("number", "XXXXXXXXXXXX").with("v.seats", "0"));

        assertThat(Bench.lines(report))
                .containsExactly(
                        "2 v.number RECORD_PARAMETER_INVALID [XXXXXXXXXXXX]", "2 v.seats RECORD_PARAMETER_INVALID [0]");
        assertThat(details(report)).first().isEqualTo("must match \"PO-[0-9]+\"");
    }

    @Test
    void value_that_is_blank_is_null() {
        assertThat(Bench.lines(binding(Order.class).judge(order("number", " "))))
                .containsExactly("2 v.number RECORD_PARAMETER_INVALID [ ]");
    }

    @Test
    void parameter_whose_column_is_missing_is_null_and_told_at_the_row() {
        ValidationReport report = binding(Order.class).judge(row("R-1").with("v.other", "x"));

        assertThat(Bench.lines(report)).containsExactly("2 v.number RECORD_PARAMETER_INVALID");
        assertThat(report.problems().get(0).place().cell()).isNull();
        assertThat(details(report)).containsExactly("must not be null");
    }

    @Test
    @DisplayName("rules §6.1: a value in error has that problem alone")
    void value_in_error_is_not_checked() {
        assertThat(Bench.lines(binding(Order.class).judge(order("number", "\u0001"))))
                .containsExactly("2 v.number VALUE_HAS_CONTROL_CHARACTER [\u0001]");
    }

    @Documented
    @Constraint(validatedBy = OrderedValidator.class)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Ordered {
        String message() default "from is not before to";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    public static final class OrderedValidator implements ConstraintValidator<Ordered, Span> {
        public OrderedValidator() {}

        @Override
        public boolean isValid(Span span, ConstraintValidatorContext context) {
            return span.from() != null && span.to() != null && span.from() < span.to();
        }
    }

    @Ordered
    record Span(@Min(0) Integer from, Integer to) {}

    @Test
    @DisplayName("a violation of the record as a whole is told at the row")
    void violation_of_the_whole_is_told_at_the_row() {
        ValidationReport report =
                binding(Span.class).judge(row("R-1").with("v.from", "5").with("v.to", "5"));

        assertThat(Bench.lines(report)).containsExactly("2 - RECORD_PARAMETER_INVALID");
        assertThat(report.problems().get(0).place().row()).isEqualTo(2L);
        assertThat(details(report)).containsExactly("from is not before to");
        assertThat(Bench.lines(
                        binding(Span.class).judge(row("R-1").with("v.from", "5").with("v.to", "6"))))
                .isEmpty();
    }

    @Test
    @DisplayName("rules §6.1: a rule whose input is in error does not run: the record as a whole is not judged then")
    void violation_of_the_whole_is_not_told_where_a_value_is_in_error() {
        assertThat(Bench.lines(
                        binding(Span.class).judge(row("R-1").with("v.from", "x").with("v.to", "5"))))
                .containsExactly("2 v.from RECORD_PARAMETER_INVALID [x]");
        assertThat(Bench.lines(
                        binding(Span.class).judge(row("R-1").with("v.from", "5").with("v.to", "\u0001"))))
                .containsExactly("2 v.to VALUE_HAS_CONTROL_CHARACTER [\u0001]");
        assertThat(Bench.lines(binding(Span.class)
                        .judge(row("R-1").with("v.from", "-1").with("v.to", "-5"))))
                .containsExactly("2 v.from RECORD_PARAMETER_INVALID [-1]");
    }

    record Positive(@Nullable Integer value, @Nullable String other) {
        Positive {
            if (value == null) {
                throw new IllegalArgumentException();
            }
            if (value < 1) {
                throw new IllegalArgumentException("the value is not positive");
            }
        }
    }

    @Test
    void constructor_that_refuses_speaks_for_the_row() {
        ValidationReport negative = binding(Positive.class).judge(row("R-1").with("v.value", "-1"));
        ValidationReport wordless = binding(Positive.class).judge(row("R-1").with("v.other", "x"));

        assertThat(Bench.lines(negative)).containsExactly("2 - RECORD_PARAMETER_INVALID");
        assertThat(details(negative)).containsExactly("the value is not positive");
        assertThat(Bench.lines(wordless)).containsExactly("2 - RECORD_PARAMETER_INVALID");
        assertThat(details(wordless)).containsExactly("refused");
    }

    @Test
    @DisplayName("rules §6.1: nor is its constructor's refusal told then")
    void constructor_is_not_heard_where_a_value_is_in_error() {
        assertThat(Bench.lines(binding(Positive.class).judge(row("R-1").with("v.value", "x"))))
                .containsExactly("2 v.value RECORD_PARAMETER_INVALID [x]");
        assertThat(Bench.lines(binding(Positive.class).judge(row("R-1").with("v.value", "\u0001"))))
                .containsExactly("2 v.value VALUE_HAS_CONTROL_CHARACTER [\u0001]");
    }

    @Test
    void binding_of_another_product_does_not_count() {
        Bench bench = Bench.of(QT)
                .wire(builder -> builder.parameters(
                        new org.usageflow.model.ProductId("PRD-000-000-000"), ParameterBinding.of(Order.class)));

        assertThat(Bench.lines(bench.judge(row("R-1")))).isEmpty();
    }

    @Test
    void validator_of_the_host_is_used() {
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Validator validator = factory.getValidator();
            var asked = new ArrayList<Object>();
            Validator counting = (Validator) Proxy.newProxyInstance(
                    Validator.class.getClassLoader(), new Class<?>[] {Validator.class}, (proxy, method, arguments) -> {
                        asked.add(arguments[0]);
                        return method.invoke(validator, arguments);
                    });
            Bench bench = binding(Order.class).wire(builder -> builder.validator(counting));

            assertThat(Bench.lines(bench.judge(order("seats", "0")))).hasSize(1);
            assertThat(asked).containsExactly(new Order("PO-1", 0, null, null, null, null, null, null));
        }
    }

    @Test
    void exception_of_the_validator_passes_through() {
        Validator failing = (Validator) Proxy.newProxyInstance(
                Validator.class.getClassLoader(), new Class<?>[] {Validator.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("no constraints today");
                });

        assertThatThrownBy(() -> binding(Order.class)
                        .wire(builder -> builder.validator(failing))
                        .judge(order("seats", "1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no constraints today");
    }

    record Primitive(int seats) {}

    record Listed(List<String> values) {}

    record Floating(Double value) {}

    @ParameterizedTest
    @ValueSource(classes = {Primitive.class, Listed.class, Floating.class})
    void component_of_a_type_that_is_not_bound_is_refused(Class<? extends Record> type) {
        String component = type.getRecordComponents()[0].getName();

        assertThatThrownBy(() -> ParameterBinding.of(type))
                .isInstanceOf(WiringException.class)
                .hasMessageContaining("the component " + component)
                .hasMessageContaining("not bound");
    }

    record Empty() {}

    @Test
    void record_without_components_asks_for_nothing() {
        assertThat(Bench.lines(binding(Empty.class).judge(row("R-1")))).isEmpty();
    }

    @Test
    void rule_names_the_parameters_that_it_looks_at() {
        Validator none = (Validator) Proxy.newProxyInstance(
                Validator.class.getClassLoader(),
                new Class<?>[] {Validator.class},
                (proxy, method, arguments) -> Set.of());

        assertThat(ParameterBinding.of(Order.class).rule(none).parameters())
                .containsExactlyInAnyOrder("number", "seats", "rate", "cost centre", "urgent", "due", "at", "color");
    }
}
