package org.usageflow.verification.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.verification.flow.Draft.Head;
import org.usageflow.verification.flow.Draft.Line;

/** An upload into which a fault is put, and the findings that are expected of it. */
final class Site {

    /** The draft has no place for the fault; another one may have. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit() {
            super("the draft has no place for the fault", null, false, false);
        }
    }

    /**
     * A finding that is expected.
     *
     * @param line its row; null for a finding of the header or the file
     * @param head its column; null for none
     * @param place given where it follows from neither
     */
    record Finding(ProblemCode code, Severity severity, Line line, Head head, Place place, String value) {}

    final World world;
    final Draft draft;
    final Carrier carrier;
    final Random random;
    final List<Finding> findings = new ArrayList<>();
    final Set<Line> invalid = new HashSet<>();
    private final ProblemCode code;
    UploadLimits limits = UploadLimits.DEFAULTS;
    /** Whether the shape is at fault, so that no row counts. */
    boolean shapeless;

    Site(Injection injection, World world, Draft draft, Carrier carrier, Random random) {
        this.code = injection.fault().code();
        this.world = world;
        this.draft = draft;
        this.carrier = carrier;
        this.random = random;
    }

    <T> T pick(List<T> all) {
        if (all.isEmpty()) {
            throw new Unfit();
        }
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    final <T> T any(T... all) {
        return all[random.nextInt(all.length)];
    }

    Line line() {
        return pick(draft.lines);
    }

    Line line(Predicate<Line> fitting) {
        return pick(draft.lines.stream().filter(fitting).toList());
    }

    /** The column of that name; adds one that is missing. */
    Head column(String name) {
        Head head = draft.head(name);
        if (head == null) {
            head = new Head(name, name);
            draft.heads.add(random.nextInt(draft.heads.size() + 1), head);
        }
        return head;
    }

    Cell cell(Line line, String column) {
        return line.cell(column(column));
    }

    /** Puts a cell in the place of another, where the code is to be found as an error. */
    void error(Line line, String column, Cell cell) {
        line.cells.put(column(column), cell);
        error(line, column);
    }

    void error(Line line, String column, String text) {
        error(line, column, Cell.text(text));
    }

    /** Expects the code as an error at a cell that stays as it is. */
    void error(Line line, String column) {
        Head head = column(column);
        invalid.add(line);
        findings.add(new Finding(
                code, Severity.ERROR, line, head, null, line.cell(head).raw(carrier)));
    }

    void warning(Line line, String column) {
        Head head = column(column);
        findings.add(new Finding(
                code, Severity.WARNING, line, head, null, line.cell(head).raw(carrier)));
    }

    /** Expects the code at a header; no row then counts. */
    void header(Head head) {
        shapeless = true;
        draft.compact = true;
        findings.add(new Finding(code, Severity.ERROR, null, head, null, head.text));
    }

    /** Expects the code of the file's shape at a place that is known; no row then counts. */
    void shape(Place place, String value) {
        shapeless = true;
        findings.add(new Finding(code, Severity.ERROR, null, null, place, value));
    }

    /** Expects the code of the file's shape, at the file as a whole. */
    void shape() {
        shape(Place.FILE, null);
    }

    /** Expects the code, with its own severity, at a place that is known. */
    void elsewhere(Place place, String value) {
        findings.add(new Finding(code, code.severity(), null, null, place, value));
    }
}
