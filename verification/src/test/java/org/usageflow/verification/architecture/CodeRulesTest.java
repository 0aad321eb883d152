package org.usageflow.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.Executors;

/** What no module does. */
@AnalyzeClasses(packages = Modules.ROOT, importOptions = Shipped.class)
class CodeRulesTest {

    /** Types whose values are made to change; by the beginning of their names. */
    private static final List<String> CHANGING = List.of(
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.WeakHashMap",
            "java.util.ArrayList",
            "java.util.HashSet",
            "java.util.BitSet",
            "java.util.Date",
            "java.util.concurrent.",
            "java.lang.ThreadLocal",
            "java.lang.StringBuilder",
            "java.text.");

    @ArchTest
    static final ArchRule time_comes_from_a_clock = noClasses()
            .that()
            .resideOutsideOfPackage(Modules.CONSOLE)
            .should()
            .accessTargetWhere(readsTheWallClock())
            .because("rules about late and future usage must be testable");

    private static DescribedPredicate<JavaAccess<?>> readsTheWallClock() {
        return DescribedPredicate.describe("reads the wall clock", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getTarget().getName();
            if (owner.isEquivalentTo(Clock.class)) {
                // Clock.tick(clock, duration) reads the clock that it is given
                return name.startsWith("system") || name.startsWith("tick") && !name.equals("tick");
            }
            if (owner.isEquivalentTo(System.class)) {
                return name.equals("currentTimeMillis") || name.equals("nanoTime");
            }
            return (owner.getPackageName().startsWith("java.time") && name.equals("now"))
                    || (owner.isEquivalentTo(Date.class) && name.equals("<init>"))
                    || (owner.isEquivalentTo(Calendar.class) && name.equals("getInstance"));
        });
    }

    @ArchTest
    static final ArchRule static_fields_hold_no_state = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .andShould(notChange())
            .because("two hosts in one JVM must not share state");

    private static ArchCondition<JavaField> notChange() {
        return new ArchCondition<>("hold a value that does not change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                String type = field.getRawType().getName();
                // A private array is a table of the class that never hands it out
                boolean openArray =
                        field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
                if (openArray || CHANGING.stream().anyMatch(type::startsWith)) {
                    events.add(SimpleConditionEvent.violated(field, field.getDescription() + " may change"));
                }
            }
        };
    }

    @ArchTest
    static final ArchRule libraries_print_nothing = noClasses()
            .that()
            .resideOutsideOfPackage(Modules.CONSOLE)
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule nobody_logs_through_java_util_logging =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule limits_of_poi_for_the_whole_jvm_are_not_touched = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.apache\\.poi\\.(openxml4j\\.util\\.ZipSecureFile|util\\.IOUtils)")
            .because("they are static and belong to the host; decision 0009");

    @ArchTest
    static final ArchRule libraries_start_no_threads = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.CONSOLE, Modules.TESTKIT)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Executors.class, Timer.class)
            .orShould()
            .accessTargetWhere(startsAThread());

    /** Asking which thread this is starts none. */
    private static DescribedPredicate<JavaAccess<?>> startsAThread() {
        return DescribedPredicate.describe("makes or starts a thread", access -> {
            String name = access.getTarget().getName();
            return access.getTargetOwner().isAssignableTo(Thread.class)
                    && (name.equals("<init>") || name.equals("start"));
        });
    }

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)");

    @ArchTest
    static final ArchRule failures_are_of_one_family = classes()
            .that()
            .resideInAPackage("org.usageflow.error..")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .beAssignableTo("org.usageflow.error.UsageflowException");
}
