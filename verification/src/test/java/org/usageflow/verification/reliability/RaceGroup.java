package org.usageflow.verification.reliability;

import java.util.List;

/** Callers in one process, a thread each, who begin at the same moment. Used by one thread, heat after heat. */
interface RaceGroup extends AutoCloseable {

    /** Gives each caller what it is to do, and waits until all stand at the start. */
    void ready(List<String> deeds);

    /** Lets them go. */
    void go();

    /** What each got, once all are done. */
    List<RaceAnswer> answers();

    @Override
    void close();
}
