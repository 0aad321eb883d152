package org.usageflow.jdbc.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.RowTarget;
import org.usageflow.jdbc.internal.sql.Texts;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;

/**
 * The problems of one upload or of one reconciliation file.
 *
 * <p>What comes from an upload may hold any character: it is written as lists of texts.
 */
final class ProblemRows {

    private static final List<String> COLUMNS = List.of(
            "vendor",
            "file_no",
            "recon_no",
            "rank_no",
            "position",
            "column_no",
            "seq",
            "code",
            "severity",
            "row_no",
            "place",
            "raw_value",
            "arguments");
    private static final String OF_FILE = " from {problem} where vendor = ? and file_no = ? and recon_no = ?";
    private static final String LISTED =
            "select " + String.join(", ", COLUMNS.subList(3, COLUMNS.size())) + OF_FILE + " and";

    private final JdbcSession session;
    private final String vendor;
    private final long file;
    private final int reconciliation;

    /**
     * Names a file.
     *
     * @param reconciliation the running number of the reconciliation file; 0 for the upload
     */
    ProblemRows(JdbcSession session, String vendor, long file, int reconciliation) {
        this.session = session;
        this.vendor = vendor;
        this.file = file;
        this.reconciliation = reconciliation;
    }

    void append(List<PlacedProblem> problems) {
        if (!problems.isEmpty()) {
            session.dialect().bulk().insert(session.sql(), "problem", COLUMNS, problems, this::encode);
        }
    }

    private void encode(PlacedProblem placed, RowTarget row) throws SQLException {
        ProblemKey key = placed.key();
        Problem problem = placed.problem();
        Place place = problem.place();
        row.text(vendor);
        row.bigint(file);
        row.smallint(reconciliation);
        row.smallint(key.rank());
        row.bigint(key.position());
        row.integer(key.column());
        row.bigint(key.sequence());
        row.text(problem.code().name());
        row.text(problem.severity().name());
        if (place.row() == null) {
            row.none();
        } else {
            row.bigint(place.row());
        }
        row.text(Texts.write(Arrays.asList(place.sheet(), place.column(), place.cell(), place.pointer())));
        row.text(problem.value() == null ? null : Texts.write(List.of(problem.value())));
        row.text(problem.arguments().isEmpty() ? null : written(problem.arguments()));
    }

    private static String written(Map<String, String> arguments) {
        var texts = new ArrayList<String>(2 * arguments.size());
        arguments.forEach((name, value) -> Collections.addAll(texts, name, value));
        return Texts.write(texts);
    }

    /** Those behind a key, in order. Asked for rank by rank: problems in the records, of which there may be a million, are all of one rank, so that the index finds where a page begins. */
    List<PlacedProblem> list(ProblemKey after, int limit) {
        List<KeyColumn> withinRank = List.of(
                new KeyColumn("position", "?", after.position()),
                new KeyColumn("column_no", "?", after.column()),
                new KeyColumn("seq", "?", after.sequence()));
        List<PlacedProblem> found = selected(
                Clause.of("rank_no = ? and", after.rank())
                        .add(KeyColumn.behind(withinRank, false))
                        .add(KeyColumn.order(withinRank, false)),
                limit);
        if (found.size() < limit && after.rank() < ProblemKey.RECORDS) {
            found.addAll(selected(
                    Clause.of("rank_no > ? order by rank_no, position, column_no, seq", after.rank()),
                    limit - found.size()));
        }
        return found;
    }

    /** The first ones, in order. */
    List<PlacedProblem> first(int limit) {
        return selected(Clause.of("1 = 1 order by rank_no, position, column_no, seq"), limit);
    }

    private List<PlacedProblem> selected(Clause which, int limit) {
        Clause query =
                Clause.of(LISTED, vendor, file, reconciliation).add(which).add("limit ?", limit);
        return session.sql().list(query.text(), ProblemRows::read, query.parameters());
    }

    private static PlacedProblem read(Row row) throws SQLException {
        var key = new ProblemKey(row.integer(), row.number(), row.integer(), row.number());
        ProblemCode code = ProblemCode.valueOf(row.text());
        Severity severity = Severity.valueOf(row.text());
        Long number = row.numberOrNull();
        List<@Nullable String> place = Texts.read(row.text());
        String value = row.textOrNull();
        return new PlacedProblem(
                key,
                new Problem(
                        code,
                        severity,
                        new Place(place.get(0), number, place.get(1), place.get(2), place.get(3)),
                        value == null ? null : Texts.read(value).get(0),
                        arguments(row.textOrNull())));
    }

    private static Map<String, String> arguments(@Nullable String written) {
        List<@Nullable String> texts = written == null ? List.of() : Texts.read(written);
        var arguments = new LinkedHashMap<String, String>();
        for (int i = 0; i < texts.size(); i += 2) {
            arguments.put(DetailsText.kept(texts.get(i)), DetailsText.kept(texts.get(i + 1)));
        }
        return arguments;
    }

    Map<ProblemCode, Long> counts() {
        var counts = new EnumMap<ProblemCode, Long>(ProblemCode.class);
        session.sql()
                .list(
                        "select code, count(*)" + OF_FILE + " group by code",
                        row -> counts.put(ProblemCode.valueOf(row.text()), row.number()),
                        vendor,
                        file,
                        reconciliation);
        return Map.copyOf(counts);
    }

    void clear() {
        session.sql().update("delete" + OF_FILE, vendor, file, reconciliation);
    }

    /** Erases the values and arguments of all problems. */
    void eraseValues() {
        session.sql()
                .update(
                        "update {problem} set raw_value = null, arguments = null where vendor = ? and file_no = ? and recon_no = ?",
                        vendor,
                        file,
                        reconciliation);
    }

    /** Erases the values and arguments of the problems of a record. */
    void eraseValues(long position) {
        session.sql().update("""
                        update {problem} set raw_value = null, arguments = null
                        where vendor = ? and file_no = ? and recon_no = ? and rank_no = ? and position = ?""", vendor, file, reconciliation, ProblemKey.RECORDS, position);
    }
}
