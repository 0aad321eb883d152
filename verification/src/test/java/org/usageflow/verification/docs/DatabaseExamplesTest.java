package org.usageflow.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.usageflow.command.CreateFile;
import org.usageflow.core.Usageflow;
import org.usageflow.databases.TestDatabases;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.reference.ReferenceData;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.verification.support.ProjectFiles;

/** The examples of the README that use a database compile without a warning and do what they say, on H2. */
class DatabaseExamplesTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)\n```java\n(.*?)\n```(?=\n)");
    private static final String IMPORTS = Stream.of(
                    "java.time",
                    "java.util.function",
                    "javax.sql",
                    "org.springframework.jdbc.core",
                    "org.springframework.jdbc.datasource",
                    "org.springframework.transaction",
                    "org.springframework.transaction.support",
                    "org.usageflow.core",
                    "org.usageflow.csv",
                    "org.usageflow.jdbc",
                    "org.usageflow.model",
                    "org.usageflow.spi.reference")
            .map(each -> "import " + each + ".*;\n")
            .collect(Collectors.joining());
    private static final String REPORT = """
            record_id,item_search_criteria,item_search_value,quantity,start_time_utc,end_time_utc,asset_search_criteria,asset_search_value
            r-1,item.mpn,MPN-CALLS,28,2021-07-08 0:00:00,2021-07-08 23:59:59,asset.id,AS-3919-2310-2857
            """;
    private static final ReferenceData CATALOG =
            UsageFixtures.world(UsageFixtures.QT).reference();
    private static final Actor VENDOR = UsageFixtures.vendor();
    private static final Actor DISTRIBUTOR = UsageFixtures.distributor();

    @TempDir
    private Path directory;

    private final DataSource database = TestDatabases.h2().dataSource();

    private Class<?> compiled(String name, Function<String, String> wrapped)
            throws IOException, ClassNotFoundException {
        String example = BLOCK.matcher(ProjectFiles.read("README.md"))
                .results()
                .map(result -> result.group(1))
                .filter(each -> each.contains(name))
                .findFirst()
                .orElseThrow();
        String type = name.substring(name.lastIndexOf(' ') + 1);
        compile(Files.writeString(directory.resolve(type + ".java"), IMPORTS + wrapped.apply(example)));
        var loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
        return loader.loadClass(type);
    }

    private void compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            boolean done = compiler.getTask(
                            null,
                            files,
                            diagnostics,
                            List.of("-d", directory.toString(), "--release", "17", "-Xlint:all,-processing,-classfile"),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            assertThat(diagnostics.getDiagnostics())
                    .filteredOn(each -> each.getSource() != null || each.getKind() == Diagnostic.Kind.ERROR)
                    .isEmpty();
            assertThat(done).isTrue();
        }
    }

    /** A file that the distributor accepted. */
    private UsageFileId accepted(Usageflow usage) {
        try {
            UsageFileId file = usage.files()
                    .create(
                            CreateFile.of(
                                    "July",
                                    UsageFixtures.PRODUCT,
                                    UsageFixtures.CONTRACT,
                                    UsageFixtures.MARKETPLACE,
                                    UsageFixtures.PERIOD_JULY),
                            VENDOR)
                    .id();
            try (UploadSource upload = UploadSource.of(Files.writeString(directory.resolve("july.csv"), REPORT))) {
                assertThat(usage.files().upload(file, upload, VENDOR).report().isValid())
                        .isTrue();
            }
            usage.files().submit(file, VENDOR);
            usage.files().accept(file, "checked", DISTRIBUTOR);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void files_over_a_pool_are_there_for_the_next_process() throws Exception {
        Class<?> example =
                compiled("public static Usageflow open", text -> "public final class open {\n" + text + "\n}");
        Usageflow usage = opened(example);

        UsageFileId file = accepted(usage);

        assertThat(opened(example).files().file(file, DISTRIBUTOR).status()).isEqualTo(UsageFileStatus.ACCEPTED);
    }

    private Usageflow opened(Class<?> example) throws ReflectiveOperationException {
        return (Usageflow)
                example.getMethod("open", DataSource.class, ReferenceData.class).invoke(null, database, CATALOG);
    }

    @Test
    void invoice_and_closing_in_the_hosts_transaction_are_kept_together_or_not_at_all() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table invoice (number varchar(32) primary key)");
        }
        var printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            var desk = new Desk(compiled("class BillingDesk", text -> text), database);
            UsageFileId first = desk.inTransaction(this::accepted);

            assertThat(desk.close(first, "INV-1").status()).isEqualTo(UsageFileStatus.CLOSED);
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .endsWithIgnoringCase("ACCEPTED -> CLOSED" + System.lineSeparator());

            UsageFileId second = desk.inTransaction(usage -> draft(usage));
            assertThatThrownBy(() -> desk.close(second, "INV-2")).isNotNull();
            assertThat(invoices()).containsExactly("INV-1");
            assertThatThrownBy(() -> desk.close(second, "INV-1")).isInstanceOf(DuplicateKeyException.class);
            assertThat(desk.<UsageFile>inTransaction(usage -> usage.files().file(second, VENDOR))
                            .status())
                    .isEqualTo(UsageFileStatus.DRAFT);
        } finally {
            System.setOut(before);
        }
    }

    private static UsageFileId draft(Usageflow usage) {
        return usage.files()
                .create(
                        CreateFile.of(
                                "August",
                                UsageFixtures.PRODUCT,
                                UsageFixtures.CONTRACT,
                                UsageFixtures.MARKETPLACE,
                                UsageFixtures.PERIOD_JULY),
                        VENDOR)
                .id();
    }

    private List<String> invoices() throws SQLException {
        return new JdbcTemplate(database).queryForList("select number from invoice", String.class);
    }

    /** The class of the example, by reflection. */
    private static final class Desk {
        private final Object example;

        Desk(Class<?> type, DataSource database) throws ReflectiveOperationException {
            example = type.getConstructor(DataSource.class, PlatformTransactionManager.class, ReferenceData.class)
                    .newInstance(database, new DataSourceTransactionManager(database), CATALOG);
        }

        @SuppressWarnings("unchecked")
        <T> T inTransaction(Function<Usageflow, T> work) throws Exception {
            return (T) call("inTransaction", new Class<?>[] {Function.class}, work);
        }

        UsageFile close(UsageFileId file, String invoice) throws Exception {
            return (UsageFile) call(
                    "close", new Class<?>[] {UsageFileId.class, String.class, Actor.class}, file, invoice, DISTRIBUTOR);
        }

        private Object call(String method, Class<?>[] types, Object... arguments) throws Exception {
            try {
                return example.getClass().getMethod(method, types).invoke(example, arguments);
            } catch (InvocationTargetException e) {
                throw (Exception) e.getCause();
            }
        }
    }
}
