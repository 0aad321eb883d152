package org.usageflow.jdbc.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.usageflow.jdbc.DatabaseKind;

/** The dump of the first version of the schema, as it was released. */
final class FrozenVersion {

    /** What is copied from the resources of the library. */
    static final List<String> COPIES = List.of("schema.sql", "V001__usage.sql");

    private static final String RELEASED = "/org/usageflow/jdbc/";
    private static final String FROZEN = "/org/usageflow/jdbc/upgrade/v001/";

    private FrozenVersion() {}

    static String folder(DatabaseKind kind) {
        return kind == DatabaseKind.MYSQL ? "mariadb" : kind.name().toLowerCase(Locale.ROOT);
    }

    /** A file of the dump. */
    static String frozen(DatabaseKind kind, String name) {
        return resource(FROZEN + folder(kind) + "/" + name);
    }

    /** The same file as the library has it. */
    static String released(DatabaseKind kind, String name) {
        return resource(RELEASED + folder(kind) + "/" + name);
    }

    private static String resource(String path) {
        try (InputStream in = Objects.requireNonNull(FrozenVersion.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads the dump into an empty database, without the library. */
    static void load(DatabaseKind kind, DataSource source) {
        Stream.of("schema.sql", "V001__usage.sql", "rows.sql")
                .map(name -> plain(frozen(kind, name)))
                .forEach(text -> PlainSql.execute(source, MigrationRules.statements(text)));
    }

    private static String plain(String text) {
        return text.replaceAll("\\$\\{(?:table|name):(\\w+)}", "usage_$1").replace("${collation}", "utf8mb4_nopad_bin");
    }
}
