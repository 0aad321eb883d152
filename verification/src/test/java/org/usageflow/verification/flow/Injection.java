package org.usageflow.verification.flow;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.usageflow.problem.ProblemCode;

/** A fault that can be put into a valid upload, and what is then to be found. */
interface Injection {

    /** What is to be found, and nothing else. */
    ProblemCode code();

    /** The formats that can carry the fault. */
    Set<Carrier> carriers();

    /** What it needs of the world. */
    Set<Trait> traits();

    /** Puts the fault in at a random place that fits, and says what is to be found. */
    void inject(Site site);

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
