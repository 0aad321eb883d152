package org.usageflow.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Times work: by the clock, and by the processor time of this process and of the server. Goes and stands as often as wanted. Not thread-safe. */
final class Watch {

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final LongSupplier serverCpu;
    private final Map<String, Long> laps = new LinkedHashMap<>();
    private long nanos;
    private long cpu;
    private long wallAtGo;
    private long cpuAtGo;
    private long lapBegan;

    /**
     * Makes a watch that stands.
     *
     * @param serverCpu the processor time that the server has used so far, in nanoseconds
     */
    Watch(LongSupplier serverCpu) {
        this.serverCpu = serverCpu;
    }

    void go() {
        cpuAtGo = cpuNow();
        wallAtGo = System.nanoTime();
    }

    void stand() {
        nanos += System.nanoTime() - wallAtGo;
        cpu += cpuNow() - cpuAtGo;
    }

    /** Ends a step of the work, while the watch goes. */
    void lap(String name) {
        long now = nanos + System.nanoTime() - wallAtGo;
        laps.put(name, now - lapBegan);
        lapBegan = now;
    }

    private long cpuNow() {
        return system.getProcessCpuTime() + serverCpu.getAsLong();
    }

    /** What it says. */
    Reading reading() {
        return new Reading(nanos, cpu, laps);
    }

    /**
     * What a watch says.
     *
     * @param nanos by the clock
     * @param cpu processor time of this process and of the server, in nanoseconds; the server's in steps of ten milliseconds
     * @param laps nanoseconds of the steps, in their order; empty where there are none
     */
    record Reading(long nanos, long cpu, Map<String, Long> laps) {

        Reading {
            laps = new LinkedHashMap<>(laps);
        }
    }
}
