package org.usageflow.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.usageflow.lifecycle.Lifecycle;
import org.usageflow.lifecycle.LifecycleText;
import org.usageflow.lifecycle.Lifecycles;
import org.usageflow.problem.ProblemCatalogueText;
import org.usageflow.problem.ProblemMessages;
import org.usageflow.verification.support.ProjectFiles;

/** Parts of pages are rendered from the code; with {@code -Dusageflow.render=true} this writes them anew. */
class RenderedPagesTest {

    private static final boolean RENDER = Boolean.getBoolean("usageflow.render");

    static Stream<Lifecycle<?, ?>> lifecycles() {
        return Lifecycles.all().stream();
    }

    @ParameterizedTest
    @MethodSource("lifecycles")
    void lifecycle_page_equals_the_tables(Lifecycle<?, ?> lifecycle) throws IOException {
        String rendered =
                LifecycleText.markdown(lifecycle) + "\n```mermaid\n" + LifecycleText.mermaid(lifecycle) + "```\n";

        check("docs/lifecycle.md", lifecycle.name(), rendered);
    }

    @Test
    void problems_page_equals_the_catalogue() throws IOException {
        check("docs/problems.md", "problems", ProblemCatalogueText.markdown(ProblemMessages.english()));
    }

    private static void check(String page, String name, String rendered) throws IOException {
        Path file = ProjectFiles.root().resolve(page);
        String text = ProjectFiles.read(file);
        Matcher part = Pattern.compile("(?s)<!-- rendered: " + name + " -->\n(.*?)<!-- end -->")
                .matcher(text);
        assertThat(part.find()).as("%s has a place for %s", page, name).isTrue();
        String wanted = "\n" + rendered + "\n";
        if (RENDER) {
            Files.writeString(file, text.substring(0, part.start(1)) + wanted + text.substring(part.end(1)));
        } else {
            assertThat(part.group(1))
                    .as("%s; render it anew with -Dusageflow.render=true", page)
                    .isEqualTo(wanted);
        }
    }
}
