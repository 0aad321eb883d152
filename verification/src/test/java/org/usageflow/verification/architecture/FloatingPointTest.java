package org.usageflow.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** No money, quantity or time passes through binary floating point; see decision 0007. */
@AnalyzeClasses(packages = Modules.ROOT, importOptions = Shipped.class)
class FloatingPointTest {

    /** Classes that may use floating point, for a reason; by the beginning of their names. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "org.usageflow.core.internal.judge.LookupCache", "the load factor of a LinkedHashMap",
            "org.usageflow.testkit.arbitrary.", "how often jqwik leaves a value out");

    @ArchTest
    static void no_class_uses_floating_point(JavaClasses classes) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        int scanned = 0;
        for (JavaClass type : classes) {
            if (EXCEPTIONS.keySet().stream().anyMatch(type.getName()::startsWith)) {
                continue;
            }
            URI place = type.getSource().map(Source::getUri).orElseThrow();
            try (InputStream in = place.toURL().openStream()) {
                List<String> findings = ClassFileScan.scan(in.readAllBytes());
                if (!findings.isEmpty()) {
                    found.put(type.getName(), findings);
                }
            }
            scanned++;
        }

        assertThat(found).isEmpty();
        assertThat(scanned).isGreaterThan(100);
    }

    @ArchTest
    static void the_scan_finds_floating_point_wherever_it_hides(JavaClasses classes) throws IOException {
        assertThat(scan(Field.class)).anyMatch(each -> each.contains("declares price D"));
        assertThat(scan(Parameter.class)).anyMatch(each -> each.contains("declares take (F)V"));
        assertThat(scan(Local.class)).anyMatch(each -> each.startsWith("add has the instruction"));
        assertThat(scan(Boxed.class)).anyMatch(each -> each.contains("java/lang/Double"));
        assertThat(scan(Optional.class)).anyMatch(each -> each.contains("OptionalDouble"));
        assertThat(scan(Called.class)).anyMatch(each -> each.contains("calls or reads (D)D"));
        assertThat(scan(Array.class)).anyMatch(each -> each.startsWith("room has the instruction 188"));
        // Two conversions, a division, and one back: nothing is misread behind the switches
        assertThat(scan(Switching.class)).hasSize(4).allMatch(each -> each.startsWith("choose has the instruction 1"));
        assertThat(scan(Exact.class)).isEmpty();
    }

    private static List<String> scan(Class<?> type) throws IOException {
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(name))) {
            return new ArrayList<>(ClassFileScan.scan(in.readAllBytes()));
        }
    }

    static class Field {
        double price;
    }

    static class Parameter {
        void take(float amount) {}
    }

    static class Local {
        long add(long cents) {
            double sum = cents;
            return (long) (sum + sum);
        }
    }

    static class Boxed {
        Object price = Double.valueOf("1");
    }

    static class Optional {
        OptionalDouble price = OptionalDouble.empty();
    }

    static class Called {
        int digits(int number) {
            return (int) Math.ceil(number);
        }
    }

    static class Array {
        Object room(int size) {
            return new double[size];
        }
    }

    static class Switching {
        long choose(int dense, String sparse) {
            int first = switch (dense) {
                case 1 -> 10;
                case 2 -> 20;
                case 3 -> 30;
                default -> 0;
            };
            int second = switch (sparse) {
                case "a" -> first;
                case "zz" -> 2;
                default -> 3;
            };
            return (long) ((double) first / second);
        }
    }

    static class Exact {
        long sum(long[] numbers) {
            long sum = 0;
            for (long number : numbers) {
                sum += number;
            }
            return sum;
        }
    }
}
