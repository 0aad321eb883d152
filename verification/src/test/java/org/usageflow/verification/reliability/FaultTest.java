package org.usageflow.verification.reliability;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.databases.TestDatabases;

/** Whatever statement of a command fails, its file is as before or as after, or where the rules say that it may wait (rules §4.1, §10). In memory, for speed, and without connections that break; for these, and other databases, see {@link FaultIT}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {

    private FaultBench bench;

    @BeforeAll
    void open(@TempDir Path temporary) throws SQLException {
        bench = new FaultBench(TestDatabases.at("jdbc:h2:mem:fault;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=500"), temporary);
    }

    @AfterAll
    void close() throws SQLException {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource
    void command_with_a_fault_at_any_statement_is_done_or_not_done(FaultCommand command) {
        Map<FaultKind, Integer> faults = new FaultProof(bench)
                .prove(command, FaultKind.ERROR, FaultKind.DEADLOCK, FaultKind.ANSWER_LOST, FaultKind.DOWN);

        System.out.println(FaultProof.line(command, faults));
    }
}
