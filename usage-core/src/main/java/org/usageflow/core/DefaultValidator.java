package org.usageflow.core;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.regex.Pattern;
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
                    .messageInterpolator(new Words(new ParameterMessageInterpolator()))
                    .buildValidatorFactory()) {
                return factory.getValidator();
            }
        }
    }

    /** Works out the one expression that shipped messages have, those of decimal bounds, in whatever language. */
    private record Words(MessageInterpolator parameters) implements MessageInterpolator {

        private static final Pattern INCLUSIVE =
                Pattern.compile("\\$\\{inclusive == true \\? '([^']*)' : '([^']*)'\\}");

        @Override
        public String interpolate(String template, Context context) {
            return workedOut(parameters.interpolate(template, context), context);
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return workedOut(parameters.interpolate(template, context, locale), context);
        }

        private static String workedOut(String message, Context context) {
            Object inclusive = context.getConstraintDescriptor().getAttributes().get("inclusive");
            return INCLUSIVE.matcher(message).replaceAll(Boolean.TRUE.equals(inclusive) ? "$1" : "$2");
        }
    }
}
