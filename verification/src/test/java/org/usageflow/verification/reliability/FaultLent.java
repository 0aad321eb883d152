package org.usageflow.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.usageflow.jdbc.ConnectionSource;
import org.usageflow.testkit.jdbc.DatabaseCall;
import org.usageflow.testkit.jdbc.FailingDataSource;

/**
 * Gives a command within a host's transaction, with a fault at the first call, the second, and so on: what the host wrote before stays, its transaction goes on, and nobody else sees anything before it commits.
 *
 * <p>Statements fail in the database itself, so that a transaction is left as that database leaves it.
 */
final class FaultLent implements AutoCloseable {

    private static final int MOST = 5_000;

    private final FaultBench bench;
    private final FailingDataSource failing;
    private final Connection host;
    private final FaultSite.Stores lent;

    FaultLent(FaultBench bench) throws SQLException {
        this.bench = bench;
        this.failing = bench.failing();
        host = failing.getConnection();
        execute("create table if not exists host_row (number integer)");
        host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        host.setAutoCommit(false);
        lent = FaultSite.Stores.over(ConnectionSource.lending(() -> host));
        host.commit();
    }

    /** Proves a command. Gives how many faults there were. */
    int prove(FaultCommand command) throws SQLException {
        FaultReference reference = FaultReference.of(command, bench);
        int number = 1;
        while (fails(command, reference, new FaultPoint(FaultKind.ERROR, number))) {
            number++;
            assertThat(number).as("faults of %s", command).isLessThan(MOST);
        }
        return number - 1;
    }

    private boolean fails(FaultCommand command, FaultReference reference, FaultPoint point) throws SQLException {
        bench.begin(command);
        execute("delete from host_row");
        host.commit();
        int given = bench.scene().files();
        FaultSite site = bench.site(lent, false);
        execute("insert into host_row (number) values (1)");
        var at = new ArrayList<DatabaseCall>();
        failing.failWhen(
                call -> {
                    boolean here = point.test(call);
                    if (here) {
                        at.add(call);
                    }
                    return here;
                },
                () -> failure(at.get(0)));
        FaultAnswer answer = FaultAnswer.of(() -> command.run(site));
        failing.heal();
        try {
            answer.checkTyped();
            execute("insert into host_row (number) values (2)");
            assertThat(rows()).as("the host's own rows").containsExactly(1, 2);
            checkSeen(command, reference, point, StoredFile.all(lent));
            bench.scene().files(given);
            end(command, reference, at.isEmpty() ? 0 : at.get(0).number());
        } catch (AssertionError | RuntimeException | SQLException e) {
            host.rollback();
            String words = command + " in the host's transaction, " + point + ", answered " + answer.kind();
            throw new AssertionError(words + ": " + e.getMessage(), e);
        }
        return point.isReached();
    }

    /** What the database itself says to a statement that fails; other calls fail before the database hears of them. */
    private SQLException failure(DatabaseCall call) {
        failing.heal();
        if (!call.method().startsWith("execute") && !call.is("unwrap")) {
            return new SQLException("an injected error", "HY000");
        }
        try {
            execute("select no_such_column from host_row");
        } catch (SQLException e) {
            return e;
        }
        throw new IllegalStateException("the statement did not fail");
    }

    private void checkSeen(FaultCommand command, FaultReference reference, FaultPoint point, List<StoredFile> seen) {
        seen.forEach(StoredFile::check);
        if (!point.isReached()) {
            assertThat(seen).isEqualTo(reference.after());
        }
        assertThat(reference.allows(seen))
                .as("%s is a state of %s", FaultReference.outline(seen), command)
                .isTrue();
        assertThat(bench.kept()).as("what others see").isEqualTo(reference.before());
    }

    /** The host rolls back, or gives the command again where nothing of it is there, and commits. */
    private void end(FaultCommand command, FaultReference reference, long turn) throws SQLException {
        if (turn % 2 == 1) {
            host.rollback();
            assertThat(bench.kept()).as("after the host's rollback").isEqualTo(reference.before());
            assertThat(rows()).isEmpty();
            host.commit();
            return;
        }
        List<StoredFile> seen = StoredFile.all(lent);
        if (seen.equals(reference.before())) {
            FaultAnswer again = FaultAnswer.of(() -> command.run(bench.site(lent, false)));
            assertThat(again.kind()).as("once more").isEqualTo("done");
            seen = reference.after();
        }
        host.commit();
        assertThat(bench.kept()).as("after the host's commit").isEqualTo(seen);
        assertThat(rows()).containsExactly(1, 2);
        host.commit();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = host.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Integer> rows() throws SQLException {
        var rows = new ArrayList<Integer>();
        try (Statement statement = host.createStatement();
                ResultSet found = statement.executeQuery("select number from host_row order by number")) {
            while (found.next()) {
                rows.add(found.getInt(1));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        host.rollback();
        host.setAutoCommit(true);
        host.close();
    }
}
