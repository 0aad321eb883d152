package org.usageflow.core;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.usageflow.error.WiringException;

/** Jakarta Validation by hibernate-validator, without expression language. The only class that knows that library. */
final class DefaultValidator {

    private DefaultValidator() {}

    static Validator create() {
        try {
            return Holder.make();
        } catch (NoClassDefFoundError e) {
            throw new WiringException("no validator was given, and hibernate-validator is not on the class path");
        }
    }

    /** Loaded only when it is needed, since the dependency is optional. */
    private static final class Holder {

        static Validator make() {
            try (var factory = Validation.byProvider(HibernateValidator.class)
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()) {
                return factory.getValidator();
            }
        }
    }
}
