package org.usageflow.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.command.CreateFile;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.UsageFile;
import org.usageflow.spi.reference.ReferenceData;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.verification.support.ProjectFiles;

/** The example of the README compiles without a warning, has at most 40 lines, and takes a file from draft to closed. */
class ReadmeExampleTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)\n```java\n(.*?)\n```\n");
    private static final String IMPORTS = Stream.of(
                    "java.io",
                    "java.nio.file",
                    "java.time",
                    "org.usageflow.command",
                    "org.usageflow.core",
                    "org.usageflow.core.store",
                    "org.usageflow.csv",
                    "org.usageflow.json",
                    "org.usageflow.model",
                    "org.usageflow.poi",
                    "org.usageflow.spi.format",
                    "org.usageflow.spi.reference")
            .map(each -> "import " + each + ".*;\n")
            .collect(Collectors.joining());
    private static final String HEADER =
            "record_id,item_search_criteria,item_search_value,quantity,start_time_utc,end_time_utc,asset_search_criteria,asset_search_value\n";

    @TempDir
    private Path directory;

    private String example;
    private Object desk;

    @BeforeEach
    void compileTheExample() throws IOException, ReflectiveOperationException {
        Matcher block = BLOCK.matcher(ProjectFiles.read("README.md"));
        assertThat(block.find()).isTrue();
        example = block.group(1);
        Path source = Files.writeString(directory.resolve("UsageDesk.java"), IMPORTS + example);

        compile(source);

        var loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
        desk = loader.loadClass("UsageDesk")
                .getConstructor(ReferenceData.class, Path.class)
                .newInstance(
                        UsageFixtures.world(UsageFixtures.QT).reference(),
                        Files.createDirectory(directory.resolve("uploads")));
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

    private UsageFile bill(String rows) throws IOException, ReflectiveOperationException {
        Path report = Files.writeString(directory.resolve("july.csv"), HEADER + rows);
        CreateFile july = CreateFile.of(
                "July",
                UsageFixtures.PRODUCT,
                UsageFixtures.CONTRACT,
                UsageFixtures.MARKETPLACE,
                UsageFixtures.PERIOD_JULY);
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            return (UsageFile) desk.getClass()
                    .getMethod("bill", CreateFile.class, Path.class, Path.class)
                    .invoke(desk, july, report, directory.resolve("processed.csv"));
        } catch (InvocationTargetException e) {
            throw new AssertionError("the example failed", e.getCause());
        } finally {
            System.setOut(before);
        }
    }

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void it_has_at_most_40_lines() {
        assertThat(example.lines().count()).isLessThanOrEqualTo(40);
    }

    @Test
    void a_file_without_errors_is_closed() throws IOException, ReflectiveOperationException {
        UsageFile file =
                bill("r-1,item.mpn,MPN-CALLS,28,2021-07-08 0:00:00,2021-07-08 23:59:59,asset.id,AS-3919-2310-2857\n");

        assertThat(file.status()).isEqualTo(UsageFileStatus.CLOSED);
        assertThat(file.counts().of(RecordStatus.CLOSED)).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("null -> DRAFT")
                .endsWithIgnoringCase("ACCEPTED -> CLOSED" + System.lineSeparator());
    }

    @Test
    void a_file_with_an_error_comes_back_with_the_error_in_its_row() throws IOException, ReflectiveOperationException {
        UsageFile file =
                bill("r-1,item.mpn,MPN-CALLS,x7,2021-07-08 0:00:00,2021-07-08 23:59:59,asset.id,AS-3919-2310-2857\n");

        assertThat(file.status()).isEqualTo(UsageFileStatus.INVALID);
        assertThat(directory.resolve("processed.csv")).content().contains("VALUE_NOT_A_NUMBER");
    }
}
