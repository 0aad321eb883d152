package org.usageflow.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.usageflow.verification.support.ProjectFiles;

/** What a host may implement has a contract in the testkit, and says so. */
class ContractsTest {

    /** The Javadoc of a source's first type, and the type. */
    private static final Pattern TYPE = Pattern.compile(
            "(?s)/\\*\\*(.*?)\\*/\\s*(?:@\\w+\\s+)*public (?:sealed |final |abstract )*(interface|class|record|enum) (\\w+)");

    private static final Pattern CONTRACT = Pattern.compile("contract:\\s*(?:\\*\\s*)?\\{@code (\\w+)}");

    /** Implementable, and without a contract of its own, for a reason. */
    private static final Map<String, String> WITHOUT_CONTRACT = Map.ofEntries(
            Map.entry("RowSink", "what it gets is the contract of a format"),
            Map.entry("RowWriter", "part of a format"),
            Map.entry("Locator", "part of a format"),
            Map.entry("GroupJudge", "part of a file rule"),
            Map.entry("StoreSession", "part of a store"),
            Map.entry("FileStore", "part of a store"),
            Map.entry("RecordStore", "part of a store"),
            Map.entry("ProblemStore", "part of a store"),
            Map.entry("HistoryStore", "part of a store"),
            Map.entry("PartStore", "part of a store"),
            Map.entry("ReconciliationStore", "part of a store"),
            Map.entry("LeaseStore", "part of a store"),
            Map.entry(
                    "IdSource",
                    "one method, whose result is checked by its type; an id that is taken is asked for again"),
            Map.entry("ValidationListener", "every method of it does nothing by default"));

    private record Documented(String name, String kind, String javadoc) {

        boolean isImplementable() {
            return javadoc.matches("(?s).*<b>[Ii]mplementable</b>.*");
        }

        boolean isNotForImplementation() {
            return javadoc.contains("<b>Not for implementation</b>");
        }
    }

    private static List<Documented> types(String folder) {
        return ProjectFiles.under(ProjectFiles.root().resolve(folder), ".java").stream()
                .map(ProjectFiles::read)
                .map(TYPE::matcher)
                .filter(Matcher::find)
                .map(each -> new Documented(each.group(3), each.group(2), each.group(1)))
                .toList();
    }

    private static Set<String> contracts() {
        Path testkit = ProjectFiles.root().resolve("usage-testkit/src/main/java");
        return ProjectFiles.under(testkit, "Contract.java").stream()
                .filter(file -> ProjectFiles.read(file).contains("abstract class"))
                .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void implementable_types_name_a_contract_of_the_testkit() {
        Set<String> contracts = contracts();
        Set<String> lacking = new TreeSet<>();
        for (Documented type : types("usage-api/src/main/java")) {
            Matcher contract = CONTRACT.matcher(type.javadoc());
            if (type.isImplementable() && !WITHOUT_CONTRACT.containsKey(type.name())) {
                String named = contract.find() ? contract.group(1) : "none named";
                if (!contracts.contains(named)) {
                    lacking.add(type.name() + ": " + named);
                }
            }
        }

        assertThat(lacking).isEmpty();
    }

    @Test
    void every_interface_says_whether_a_host_may_implement_it() {
        Set<String> silent = new TreeSet<>();
        for (Documented type : types("usage-api/src/main/java")) {
            boolean sealed = type.name().equals("Firing");
            if (type.kind().equals("interface")
                    && !sealed
                    && !type.isImplementable()
                    && !type.isNotForImplementation()) {
                silent.add(type.name());
            }
        }

        assertThat(silent).isEmpty();
    }

    @Test
    void readme_names_contracts_that_exist() {
        Set<String> named = Pattern.compile("`(\\w+Contract)`")
                .matcher(ProjectFiles.read("README.md"))
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toSet());

        assertThat(contracts()).containsAll(named);
    }
}
