package org.usageflow.jdbc.internal.schema;

import java.util.ArrayList;
import java.util.List;
import org.usageflow.jdbc.internal.sql.Names;

/**
 * What was done to a database beside what this library knows.
 *
 * @param missing steps that were not done, in order
 * @param foreign what was done otherwise than this library would: in words, one a step
 */
record SchemaComparison(boolean empty, List<SchemaStep> missing, List<String> foreign) {

    static SchemaComparison of(List<SchemaStep> known, List<StepsDone.Entry> done) {
        var missing = new ArrayList<SchemaStep>();
        var foreign = new ArrayList<String>();
        for (SchemaStep step : known) {
            StepsDone.Entry entry = find(step.number(), done);
            if (entry == null) {
                missing.add(step);
            } else if (!entry.name().equals(step.name()) || !entry.checksum().equals(step.checksum())) {
                foreign.add("step " + step.name() + " was done by version " + entry.library() + " as " + entry.name()
                        + " with the checksum " + entry.checksum() + ", and has " + step.checksum()
                        + " in this version: one of the two was changed");
            }
        }
        int newest = known.get(known.size() - 1).number();
        for (StepsDone.Entry entry : done) {
            if (entry.number() > newest) {
                foreign.add("step " + entry.name() + ", done by version " + entry.library()
                        + ", is newer than this version of the library, which must not work on it");
            }
        }
        return new SchemaComparison(done.isEmpty(), List.copyOf(missing), List.copyOf(foreign));
    }

    private static StepsDone.@org.jspecify.annotations.Nullable Entry find(int number, List<StepsDone.Entry> done) {
        return done.stream()
                .filter(entry -> entry.number() == number)
                .findFirst()
                .orElse(null);
    }

    boolean fits() {
        return missing.isEmpty() && foreign.isEmpty();
    }

    /** What is wrong, in words. */
    String words(Names names) {
        var faults = new ArrayList<>(foreign);
        if (empty) {
            faults.add("it has not been migrated: there is no table " + names.table("schema") + ", or nothing in it");
        } else if (!missing.isEmpty()) {
            faults.add("it is older than this version of the library and lacks "
                    + String.join(", ", missing.stream().map(SchemaStep::name).toList()));
        }
        return String.join("; ", faults);
    }
}
