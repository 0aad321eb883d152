/** The services of Usageflow: validation, templates, uploads, and the four standard schemas. */
module org.usageflow.core {
    requires transitive org.usageflow.api;
    requires static transitive org.jspecify;
    requires transitive jakarta.validation;
    requires org.slf4j;
    requires static org.hibernate.validator;

    exports org.usageflow.core;
    exports org.usageflow.core.schema;
    exports org.usageflow.core.store;

    uses jakarta.validation.spi.ValidationProvider;
}
