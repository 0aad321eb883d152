package org.usageflow.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a contract as a build does, with every engine, and tells which rules passed and failed.
 *
 * @param passed ids of the rules, e.g. {@code FORMAT-01}, each once a test
 * @param failed the same
 * @param messages of the failures
 */
public record ContractRun(List<String> passed, List<String> failed, List<String> messages) {

    /** Runs the class. */
    public static ContractRun of(Class<?> contract) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .configurationParameter(DeliberatelyWrong.PARAMETER, "true")
                .configurationParameter("jqwik.database", "target/jqwik-contract-runs")
                .configurationParameter("jqwik.failures.after.default", "RANDOM_SEED")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .build();
        var listener = new Listener();
        LauncherFactory.create().execute(request, listener);
        return new ContractRun(
                List.copyOf(listener.passed), List.copyOf(listener.failed), List.copyOf(listener.messages));
    }

    private static final class Listener implements TestExecutionListener {
        private final List<String> passed = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();
        private final List<String> messages = new ArrayList<>();
        private String factory = "";

        @Override
        public void executionStarted(TestIdentifier test) {
            if (rule(test).contains("-") && test.isContainer()) {
                factory = rule(test);
            }
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (!test.isTest()) {
                result.getThrowable().ifPresent(failure -> fail(rule(test), failure));
                return;
            }
            String rule = rule(test).isEmpty() ? factory : rule(test);
            if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                passed.add(rule);
            } else if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                result.getThrowable().ifPresent(failure -> fail(rule, failure));
            }
        }

        private void fail(String rule, Throwable failure) {
            failed.add(rule);
            messages.add(String.format(Locale.ROOT, "%s: %s", rule, failure));
        }

        private static String rule(TestIdentifier test) {
            String name = test.getDisplayName();
            return name.matches("[A-Z]+-\\d\\d (MUST|SHOULD): .*") ? name.substring(0, name.indexOf(' ')) : "";
        }
    }
}
