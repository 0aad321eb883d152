package org.usageflow.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.module.ModuleDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedModulesTest {

    private final ModuleLayer layer = NamedModules.layer();

    private Class<?> type(String module, String name) throws ClassNotFoundException {
        Class<?> type = layer.findLoader(module).loadClass(name);
        assertThat(type.getModule().getName()).isEqualTo(module);
        return type;
    }

    @Test
    void a_value_of_the_api_is_made_in_its_named_module() throws ReflectiveOperationException {
        Class<?> money = type("org.usageflow.api", "org.usageflow.model.Money");

        Object amount = money.getMethod("of", String.class, String.class).invoke(null, "12.50", "EUR");

        assertThat(amount).hasToString("12.5 EUR");
    }

    @Test
    void messages_are_found_in_the_named_module() throws ReflectiveOperationException {
        Class<?> messages = type("org.usageflow.api", "org.usageflow.problem.ProblemMessages");
        Class<?> code = type("org.usageflow.api", "org.usageflow.problem.ProblemCode");

        Object english = messages.getMethod("english").invoke(null);
        Object cure = messages.getMethod("cure", code)
                .invoke(english, code.getField("FILE_ENCRYPTED").get(null));

        assertThat(cure).isEqualTo("Save it without a password.");
    }

    @Test
    void the_core_wires_itself_without_the_optional_validator() throws ReflectiveOperationException {
        Class<?> usageflow = type("org.usageflow.core", "org.usageflow.core.Usageflow");
        Object builder = usageflow.getMethod("builder").invoke(null);
        Method build = builder.getClass().getMethod("build");

        assertThat(layer.findModule("org.hibernate.validator")).isEmpty();
        assertThatExceptionOfType(InvocationTargetException.class)
                .isThrownBy(() -> build.invoke(builder))
                .satisfies(e -> assertThat(e.getCause()).hasMessageContaining("formats: at least one is needed"));
    }

    @Test
    void standard_schemas_are_found_in_the_named_module() throws ReflectiveOperationException {
        Class<?> schemas = type("org.usageflow.core", "org.usageflow.core.schema.StandardSchemas");

        Object all = schemas.getMethod("all").invoke(null);

        assertThat((List<?>) all).hasSize(4);
    }

    @Test
    void commands_are_open_to_validators_and_nothing_internal_is_exported() {
        ModuleDescriptor api = NamedModules.descriptor("org.usageflow.api");
        ModuleDescriptor core = NamedModules.descriptor("org.usageflow.core");

        assertThat(api.opens()).extracting(ModuleDescriptor.Opens::source).contains("org.usageflow.command");
        assertThat(core.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .allMatch(name -> !name.contains("internal"));
    }
}
