package org.usageflow.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What this runs on. */
final class Machine {

    private Machine() {}

    /** Processors, memory, system, JDK and heap, in a line. */
    static String description() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d processors%s, %d GB of memory, %s %s; JDK %s, heap %d MB",
                Runtime.getRuntime().availableProcessors(),
                processor(),
                (system.getTotalMemorySize() + (1L << 29)) >> 30,
                System.getProperty("os.name"),
                System.getProperty("os.version").replaceAll("-.*", ""),
                System.getProperty("java.vm.version"),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static String processor() {
        return lines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
                .orElse("");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
