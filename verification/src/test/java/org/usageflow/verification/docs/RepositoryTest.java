package org.usageflow.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.usageflow.verification.support.ProjectFiles;

/** What lies in the repository is the same on every machine. */
class RepositoryTest {

    private static final List<String> TEXT = List.of(
            ".java", ".md", ".xml", ".properties", ".json", ".jsonl", ".csv", ".sql", ".sh", ".yml", ".yaml", ".txt");

    // In two pieces, so that it does not find itself
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.$}*/:-])/" + "(?:work|root|home|Users|mnt)/|[A-Z]:\\\\" + "Users\\\\");

    @Test
    void no_file_names_a_path_of_somebodys_machine() {
        Set<String> found = new TreeSet<>();
        Path root = ProjectFiles.root();
        for (Path file : ProjectFiles.under(root)) {
            String path = root.relativize(file).toString().replace('\\', '/');
            boolean script = path.equals("usage");
            if (!path.startsWith(".ci/") && (script || TEXT.stream().anyMatch(path::endsWith))) {
                String text = ProjectFiles.read(file);
                MACHINE_PATH.matcher(text).results().forEach(hit -> found.add(path + ": " + hit.group()));
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void sources_have_unix_line_ends_and_no_tabs() {
        Set<String> found = new TreeSet<>();
        for (Path source : ProjectFiles.mainSources()) {
            String text = ProjectFiles.read(source);
            if (text.indexOf('\r') >= 0 || text.indexOf('\t') >= 0) {
                found.add(source.toString());
            }
        }

        assertThat(found).isEmpty();
    }
}
