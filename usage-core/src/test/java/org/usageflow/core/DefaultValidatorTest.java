package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.error.WiringException;

class DefaultValidatorTest {

    /** Loads the classes that look for hibernate-validator anew, and finds no such library. */
    private static final class WithoutHibernate extends ClassLoader {

        WithoutHibernate() {
            super(DefaultValidatorTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.hibernate.")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith(DefaultValidator.class.getName())
                            && !name.startsWith(DefaultValidatorTest.class.getName())
                    ? anew(name)
                    : super.loadClass(name, resolve);
        }

        private Class<?> anew(String name) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void validator_is_a_fault_of_wiring_where_hibernate_is_not_there() throws ReflectiveOperationException {
        Method create = new WithoutHibernate()
                .loadClass(DefaultValidator.class.getName())
                .getDeclaredMethod("create");
        create.setAccessible(true);

        assertThatThrownBy(() -> create.invoke(null))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(WiringException.class)
                .hasMessageContaining("hibernate-validator is not on the class path");
    }

    private record Bounded(
            @jakarta.validation.constraints.DecimalMax(value = "5", inclusive = false)
            java.math.BigDecimal below,

            @jakarta.validation.constraints.DecimalMin("1") java.math.BigDecimal from) {}

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "ja", "zh-CN"})
    void messages_hold_no_expression_in_any_language(String language) {
        Locale former = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            var violations = DefaultValidator.create()
                    .validate(new Bounded(new java.math.BigDecimal("5"), java.math.BigDecimal.ZERO));

            assertThat(violations)
                    .hasSize(2)
                    .allSatisfy(violation -> assertThat(violation.getMessage())
                            .doesNotContain("$")
                            .doesNotContain("{"));
        } finally {
            Locale.setDefault(former);
        }
    }
}
