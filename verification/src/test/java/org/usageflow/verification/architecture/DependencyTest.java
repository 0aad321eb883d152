package org.usageflow.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Who may depend on whom. */
@AnalyzeClasses(packages = Modules.ROOT, importOptions = Shipped.class)
class DependencyTest {

    private static final String TESTKIT_ROOT = "org.usageflow.testkit";

    private static final String[] JDK = {
        "java.lang..",
        "java.util..",
        "java.math..",
        "java.time..",
        "java.text..",
        "java.io..",
        "java.nio..",
        "org.jspecify.."
    };

    private static String[] jdkAnd(String... more) {
        String[] all = new String[JDK.length + more.length];
        System.arraycopy(JDK, 0, all, 0, JDK.length);
        System.arraycopy(more, 0, all, JDK.length, more.length);
        return all;
    }

    @ArchTest
    static final ArchRule api_needs_the_jdk_and_annotations_alone = classes()
            .that()
            .resideInAnyPackage(Modules.api())
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Modules.apiAnd(jdkAnd("jakarta.validation..")));

    @ArchTest
    static final ArchRule core_adds_slf4j_and_validation_alone = classes()
            .that()
            .resideInAPackage(Modules.CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Modules.apiAnd(jdkAnd(
                    Modules.CORE,
                    "java.security..",
                    "jakarta.validation..",
                    "org.slf4j..",
                    "org.hibernate.validator..")));

    @ArchTest
    static final ArchRule one_class_of_the_core_knows_hibernate_validator = noClasses()
            .that()
            .resideInAPackage(Modules.CORE)
            .and()
            .haveNameNotMatching("org\\.usageflow\\.core\\.DefaultValidator(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hibernate..");

    @ArchTest
    static final ArchRule csv_adds_univocity_alone = classes()
            .that()
            .resideInAPackage(Modules.CSV)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Modules.apiAnd(jdkAnd(Modules.CSV, "com.univocity..")));

    @ArchTest
    static final ArchRule jdbc_adds_jdbc_and_slf4j_alone = classes()
            .that()
            .resideInAPackage(Modules.JDBC)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Modules.apiAnd(
                    jdkAnd(Modules.JDBC, "java.security..", "java.sql..", "javax.sql..", "org.slf4j..")));

    @ArchTest
    static final ArchRule json_adds_jackson_alone = classes()
            .that()
            .resideInAPackage(Modules.JSON)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Modules.apiAnd(jdkAnd(Modules.JSON, "com.fasterxml.jackson..")));

    @ArchTest
    static final ArchRule poi_adds_poi_and_slf4j_alone = classes()
            .that()
            .resideInAPackage(Modules.POI)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Modules.apiAnd(jdkAnd(Modules.POI, "org.apache.poi..", "org.slf4j..")));

    @ArchTest
    static final ArchRule testkit_adds_test_libraries_alone = classes()
            .that()
            .resideInAPackage(Modules.TESTKIT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Modules.apiAnd(jdkAnd(
                    Modules.TESTKIT,
                    "java.security..",
                    "java.sql..",
                    "javax.sql..",
                    "org.junit.jupiter..",
                    "net.jqwik..",
                    "org.assertj..",
                    "org.opentest4j..",
                    "org.apiguardian..")));

    @ArchTest
    static final ArchRule nobody_depends_on_the_console = noClasses()
            .that()
            .resideOutsideOfPackage(Modules.CONSOLE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(Modules.CONSOLE);

    @ArchTest
    static final ArchRule console_uses_what_is_public = noClasses()
            .that()
            .resideInAPackage(Modules.CONSOLE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.usageflow..internal..");

    /** The testkit is one slice: its contracts use fixtures, and its fixtures are made of what stands beside the contracts. */
    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    String name = type.getPackageName();
                    return SliceIdentifier.of(name.startsWith(TESTKIT_ROOT) ? TESTKIT_ROOT : name);
                }

                @Override
                public String getDescription() {
                    return "packages";
                }
            })
            .should()
            .beFreeOfCycles();
}
