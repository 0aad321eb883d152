package org.usageflow.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a host can see: exported packages, and in their signatures nothing that it cannot use. */
@AnalyzeClasses(packages = Modules.ROOT, importOptions = Shipped.class)
class SurfaceTest {

    /** One package each; the console is no library. */
    private static final List<String> ADAPTERS = List.of(
            "org.usageflow.csv",
            "org.usageflow.jdbc",
            "org.usageflow.json",
            "org.usageflow.json.dialect",
            "org.usageflow.poi");

    private static final List<String> HIDDEN_LIBRARIES = List.of(
            "com.univocity.", "com.fasterxml.", "org.apache.", "org.slf4j.", "org.hibernate.", "org.openxmlformats.");

    private static Set<String> exported() {
        Set<String> exported = new TreeSet<>(ADAPTERS);
        for (String module : List.of("org.usageflow.api", "org.usageflow.core")) {
            NamedModules.descriptor(module).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .forEach(exported::add);
        }
        return exported;
    }

    private static boolean isLibrary(JavaClass type) {
        String name = type.getPackageName();
        return !name.startsWith("org.usageflow.console") && !name.startsWith("org.usageflow.testkit");
    }

    private static boolean isVisible(JavaClass type) {
        boolean visible = true;
        JavaClass each = type;
        while (each != null) {
            visible &= each.getModifiers().contains(JavaModifier.PUBLIC)
                    || each.getModifiers().contains(JavaModifier.PROTECTED);
            each = each.getEnclosingClass().orElse(null);
        }
        return visible;
    }

    @ArchTest
    static void public_types_are_exported_or_named_internal(JavaClasses classes) {
        Set<String> exported = exported();
        List<String> hidden = classes.stream()
                .filter(type -> isLibrary(type) && isVisible(type))
                .filter(type -> !exported.contains(type.getPackageName()))
                .filter(type -> !type.getPackageName().contains(".internal"))
                .map(JavaClass::getName)
                .sorted()
                .toList();

        assertThat(hidden).isEmpty();
    }

    @ArchTest
    static void internal_packages_are_not_exported(JavaClasses classes) {
        assertThat(exported()).noneMatch(name -> name.contains("internal"));
    }

    @ArchTest
    static void signatures_name_exported_types_alone(JavaClasses classes) {
        Set<String> exported = exported();
        Set<String> leaks = new TreeSet<>();
        for (JavaClass type : classes) {
            if (exported.contains(type.getPackageName()) && isVisible(type)) {
                members(type)
                        .forEach(member -> types(member)
                                .filter(each -> leaks(each, exported))
                                .forEach(each -> leaks.add(member.getFullName() + ": " + each.getName())));
            }
        }

        assertThat(leaks).isEmpty();
    }

    private static Stream<JavaMember> members(JavaClass type) {
        Stream<JavaMember> own = Stream.concat(type.getFields().stream(), type.getCodeUnits().stream());
        return own.filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static Stream<JavaClass> types(JavaMember member) {
        Set<JavaClass> types = member instanceof JavaField field
                ? field.getType().getAllInvolvedRawTypes()
                : codeUnitTypes((JavaCodeUnit) member);
        return types.stream().map(JavaClass::getBaseComponentType);
    }

    private static Set<JavaClass> codeUnitTypes(JavaCodeUnit unit) {
        Set<JavaClass> types = unit.getParameterTypes().stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .collect(Collectors.toSet());
        types.addAll(unit.getReturnType().getAllInvolvedRawTypes());
        types.addAll(unit.getExceptionTypes());
        return types;
    }

    private static boolean leaks(JavaClass type, Set<String> exported) {
        boolean ours = type.getPackageName().startsWith(Modules.ROOT);
        return ours
                ? !exported.contains(type.getPackageName()) || !isVisible(type)
                : HIDDEN_LIBRARIES.stream().anyMatch(type.getName()::startsWith);
    }
}
