package org.usageflow.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Marks a contract of something that is wrong on purpose: it runs in a {@link ContractRun} alone, whatever classes a build selects. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DeliberatelyWrong.OnlyInContractRuns.class)
public @interface DeliberatelyWrong {

    /** The parameter by which a {@link ContractRun} makes itself known. */
    String PARAMETER = "usageflow.contract-run";

    /** Looks for the parameter. */
    final class OnlyInContractRuns implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getConfigurationParameter(PARAMETER).isPresent()
                    ? ConditionEvaluationResult.enabled("in a contract run")
                    : ConditionEvaluationResult.disabled("wrong on purpose");
        }
    }
}
