package org.usageflow.console.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What did not come out as the demonstration expects. Not thread-safe. */
final class Surprises {

    private final List<String> all = new ArrayList<>();

    /** Compares what came out with what should. */
    void check(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            add(what + ": " + found + ", where " + expected + " should be");
        }
    }

    void add(String surprise) {
        all.add(surprise);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void print(PrintWriter out) {
        all.forEach(each -> out.println("Not as it should be: " + each));
    }
}
