package org.usageflow.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.usageflow.lifecycle.RecordStatus;

/** Records read by plain JDBC, column by column. */
final class PlainRows {

    private static final int FETCH = 1_000;

    private PlainRows() {}

    /** One SELECT of all records in their order, with a fetch size, whose columns are all read and thrown away. */
    static Contestant reading(DatabaseSite site) {
        return new Contestant(
                "one SELECT, its rows read through",
                () -> site.load(RecordStatus.VALIDATED),
                watch -> site.database().inTransaction(connection -> read(connection, site.database())));
    }

    private static long read(Connection connection, Database database) throws SQLException, IOException {
        List<Column> columns = database.columns("usage_record");
        String sql = "select " + Column.names(columns) + " from usage_record where vendor = ? and file_no = ?"
                + " order by vendor, file_no, position";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            statement.setString(1, Sample.file().vendor().value());
            statement.setLong(2, DatabaseSite.fileNumber());
            long read = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    for (int i = 0; i < columns.size(); i++) {
                        columns.get(i).read(rows, i + 1);
                    }
                    read++;
                }
            }
            return read;
        }
    }
}
