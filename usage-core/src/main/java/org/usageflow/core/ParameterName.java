package org.usageflow.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameter that a component of a bound record takes, where it is not called as the component is. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface ParameterName {

    /** The name without {@code v.}, in lower case. */
    String value();
}
