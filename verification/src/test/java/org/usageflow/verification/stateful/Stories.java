package org.usageflow.verification.stateful;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;
import org.usageflow.verification.stateful.Step.Kind;

/** Stories of several actors, of any length that a person can read. */
final class Stories implements ArbitrarySupplier<List<Step>> {

    @Override
    public Arbitrary<List<Step>> get() {
        return Combinators.combine(
                        step(always(Kind.CREATE, Who.VENDOR))
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4),
                        step(what()).list().ofMinSize(1).ofMaxSize(60))
                .as((created, then) ->
                        Stream.concat(created.stream(), then.stream()).toList());
    }

    /** Mostly what takes a file on, so that stories come far; now and then anything by anybody. */
    private static Arbitrary<Tuple.Tuple2<Kind, Who>> what() {
        Arbitrary<Tuple.Tuple2<Kind, Who>> any = Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.of(Who.class))
                .as(Tuple::of);
        return Arbitraries.frequencyOf(
                Tuple.of(8, always(Kind.NEXT, Who.VENDOR)),
                Tuple.of(1, always(Kind.APPEND, Who.VENDOR)),
                Tuple.of(1, always(Kind.REJECT, Who.BUYER)),
                Tuple.of(1, always(Kind.CLOSE, Who.BUYER)),
                Tuple.of(1, always(Kind.DELETE, Who.VENDOR)),
                Tuple.of(5, any));
    }

    private static Arbitrary<Tuple.Tuple2<Kind, Who>> always(Kind kind, Who who) {
        return Arbitraries.just(Tuple.of(kind, who));
    }

    private static Arbitrary<Step> step(Arbitrary<Tuple.Tuple2<Kind, Who>> what) {
        return Combinators.combine(
                        what,
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        line().list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.frequency(Tuple.of(6, Environment.PRODUCTION), Tuple.of(1, Environment.PREVIEW)),
                        Arbitraries.frequency(Tuple.of(4, FileKind.ACTUAL), Tuple.of(1, FileKind.ESTIMATE)))
                .as((asked, file, record, lines, environment, kind) ->
                        new Step(asked.get1(), asked.get2(), file, record, lines, environment, kind));
    }

    private static Arbitrary<Line> line() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)),
                        Arbitraries.of(true, false))
                .as(Line::new);
    }
}
