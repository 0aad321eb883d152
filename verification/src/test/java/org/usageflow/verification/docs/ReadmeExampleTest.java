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
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.spi.reference.ReferenceData;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.verification.support.ProjectFiles;

/** The example of the README compiles without a warning, and does what it says. */
class ReadmeExampleTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)\n```java\n(.*?)\n```\n");
    private static final String HEADER =
            "record_id,item_search_criteria,item_search_value,quantity,start_time_utc,end_time_utc,asset_search_criteria,asset_search_value\n";

    @TempDir
    private Path directory;

    private Object desk;

    @BeforeEach
    void compileTheExample() throws IOException, ReflectiveOperationException {
        Matcher block = BLOCK.matcher(ProjectFiles.read("README.md"));
        assertThat(block.find()).isTrue();
        Path source = Files.writeString(directory.resolve("UsageDesk.java"), block.group(1));

        compile(source);

        var loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
        desk = loader.loadClass("UsageDesk")
                .getConstructor(ReferenceData.class)
                .newInstance(UsageFixtures.world(UsageFixtures.QT).reference());
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

    private String judge(String rows) throws IOException, ReflectiveOperationException {
        Path file = Files.writeString(directory.resolve("july.csv"), HEADER + rows);
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Object valid = desk.getClass().getMethod("judge", Path.class).invoke(desk, file);
            return valid + "\n" + printed.toString(StandardCharsets.UTF_8);
        } catch (InvocationTargetException e) {
            throw new AssertionError("the example failed", e.getCause());
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void a_file_without_errors_is_valid() throws IOException, ReflectiveOperationException {
        String outcome =
                judge("r-1,item.mpn,MPN-CALLS,28,2021-07-08 0:00:00,2021-07-08 23:59:59,asset.id,AS-3919-2310-2857\n");

        assertThat(outcome).isEqualToNormalizingNewlines("true\n1 of 1 rows are valid\n");
    }

    @Test
    void a_file_with_an_error_is_not_and_the_error_is_named() throws IOException, ReflectiveOperationException {
        String outcome =
                judge("r-1,item.mpn,MPN-CALLS,x7,2021-07-08 0:00:00,2021-07-08 23:59:59,asset.id,AS-3919-2310-2857\n");

        assertThat(outcome)
                .isEqualToNormalizingNewlines(
                        "false\n0 of 1 rows are valid\n2 quantity VALUE_NOT_A_NUMBER: 'x7' is not a number.\n");
    }
}
