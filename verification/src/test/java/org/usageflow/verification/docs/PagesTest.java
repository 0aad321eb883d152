package org.usageflow.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.usageflow.problem.ProblemCode;
import org.usageflow.verification.support.ProjectFiles;

/** What the pages say of each other and of the code is true. */
class PagesTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final Pattern SECTION = Pattern.compile("(?m)^##+ (\\d+(?:\\.\\d+)?)\\.? ");
    private static final Pattern CITED_SECTION = Pattern.compile("rules (§[\\d.]+(?:(?:,| to| and) §[\\d.]+)*)");
    private static final Pattern CITED_DECISION = Pattern.compile("docs/decisions/(\\d{4}[\\w-]*\\.md)");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");

    private static List<Path> pages() {
        List<Path> pages =
                new ArrayList<>(ProjectFiles.under(ProjectFiles.root().resolve("docs"), ".md"));
        pages.add(ProjectFiles.root().resolve("README.md"));
        pages.add(ProjectFiles.root().resolve("CHANGELOG.md"));
        return pages;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(result.groupCount()))
                .toList();
    }

    @Test
    void links_between_pages_resolve() {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            for (String link : all(LINK, ProjectFiles.read(page))) {
                if (!link.contains("://") && !resolves(page, link)) {
                    broken.add(page.getFileName() + ": " + link);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    private static boolean resolves(Path page, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? page : page.resolveSibling(file);
        if (!Files.exists(target)) {
            return false;
        }
        return hash < 0
                || all(HEADING, ProjectFiles.read(target)).stream()
                        .anyMatch(heading -> anchor(heading).equals(link.substring(hash + 1)));
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w\\- ]", "")
                .strip()
                .replace(' ', '-');
    }

    @Test
    void rules_have_their_twelve_sections() {
        List<String> sections = all(SECTION, ProjectFiles.read("docs/rules.md"));

        assertThat(sections.stream().filter(each -> !each.contains(".")))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).toList());
        assertThat(sections)
                .contains("3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "4.1", "4.2", "4.3", "4.4", "4.5")
                .contains("6.1", "6.2", "6.3", "6.4");
    }

    @Test
    void rules_that_the_sources_cite_exist() {
        Set<String> sections = Set.copyOf(all(SECTION, ProjectFiles.read("docs/rules.md")));
        Set<String> unknown = new TreeSet<>();
        for (Path source : ProjectFiles.mainSources()) {
            String text = ProjectFiles.read(source).replaceAll("\\s+(?:\\*\\s+)?", " ");
            for (String cited : all(CITED_SECTION, text)) {
                for (String section : cited.replaceAll("[^\\d.]+", " ").strip().split(" ", -1)) {
                    String number = section.replaceAll("[.]$", "");
                    if (!sections.contains(number)) {
                        unknown.add(source.getFileName() + ": §" + number);
                    }
                }
            }
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void decisions_that_the_sources_cite_exist() {
        Path decisions = ProjectFiles.root().resolve("docs/decisions");
        Set<String> unknown = new TreeSet<>();
        for (Path source : ProjectFiles.mainSources()) {
            for (String cited : all(CITED_DECISION, ProjectFiles.read(source))) {
                if (!Files.exists(decisions.resolve(cited))) {
                    unknown.add(source.getFileName() + ": " + cited);
                }
            }
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void decisions_are_listed_and_have_context_decision_and_consequences() {
        String list = ProjectFiles.read("docs/decisions/README.md");
        for (Path page : ProjectFiles.under(ProjectFiles.root().resolve("docs/decisions"), ".md")) {
            String name = String.valueOf(page.getFileName());
            if (name.equals("README.md")) {
                continue;
            }
            String text = ProjectFiles.read(page);
            assertThat(list).contains("(" + name + ")");
            assertThat(text).startsWith("# " + name.substring(0, 4) + ": ");
            assertThat(all(HEADING, text)).endsWith("Context", "Decision", "Consequences");
        }
    }

    @Test
    void catalogue_in_the_rules_is_that_of_the_code() {
        String rules = ProjectFiles.read("docs/rules.md");
        String catalogue = rules.substring(rules.indexOf("### 6.2"), rules.indexOf("### 6.3"));
        Set<String> written = CODE.matcher(catalogue.substring(0, catalogue.indexOf("**Our choices**")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(written)
                .isEqualTo(Arrays.stream(ProblemCode.values())
                        .map(Enum::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void codes_that_the_pages_name_exist() {
        Set<String> codes = Arrays.stream(ProblemCode.values()).map(Enum::name).collect(Collectors.toSet());
        Set<String> prefixes = Arrays.stream(ProblemCode.values())
                .map(code -> code.name().substring(0, code.name().indexOf('_') + 1))
                .collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        for (Path page : pages()) {
            CODE.matcher(ProjectFiles.read(page))
                    .results()
                    .map(MatchResult::group)
                    .forEach(word -> {
                        if (prefixes.contains(word.substring(0, word.indexOf('_') + 1)) && !codes.contains(word)) {
                            unknown.add(page.getFileName() + ": " + word);
                        }
                    });
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void changelog_has_a_part_for_what_is_not_released() {
        assertThat(ProjectFiles.read("CHANGELOG.md")).contains("\n## [Unreleased]\n");
    }

    @Test
    void readme_begins_with_what_this_is_and_the_two_commands() {
        String readme = ProjectFiles.read("README.md");

        assertThat(readme).startsWith("# Usageflow\n\n");
        assertThat(readme.indexOf("./usage demo")).isPositive().isLessThan(readme.indexOf("./mvnw verify"));
        assertThat(readme.indexOf("./mvnw verify")).isLessThan(readme.indexOf("\n## "));
    }
}
