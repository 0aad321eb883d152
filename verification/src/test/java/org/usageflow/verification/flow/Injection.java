package org.usageflow.verification.flow;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.usageflow.problem.ProblemCode;

/** A fault that can be put into a valid upload, and what is then to be found. */
interface Injection {

    /**
     * What an injection is made of.
     *
     * @param code what is to be found, and nothing else
     * @param carriers the formats that can carry the fault
     * @param injecting puts the fault in at a random place that fits, and says what is to be found
     * @param traits what it needs of the world
     */
    record Fault(ProblemCode code, Set<Carrier> carriers, Consumer<Site> injecting, Set<Trait> traits) {}

    Fault fault();

    /** Every injection there is. */
    static List<Injection> all() {
        return Stream.of(
                        FileInjection.values(),
                        HeaderInjection.values(),
                        ValueInjection.values(),
                        RecordInjection.values(),
                        ReferenceInjection.values(),
                        TierInjection.values())
                .<Injection>flatMap(Stream::of)
                .toList();
    }
}
