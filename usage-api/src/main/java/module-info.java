/** The model, life cycles, problems, schemas and SPIs of Usageflow. */
module org.usageflow.api {
    requires static transitive org.jspecify;
    requires static transitive jakarta.validation;

    exports org.usageflow.command;
    exports org.usageflow.error;
    exports org.usageflow.lifecycle;
    exports org.usageflow.model;
    exports org.usageflow.policy;
    exports org.usageflow.problem;
    exports org.usageflow.query;
    exports org.usageflow.schema;
    exports org.usageflow.spi.event;
    exports org.usageflow.spi.format;
    exports org.usageflow.spi.reference;
    exports org.usageflow.spi.store;

    opens org.usageflow.command;
    opens org.usageflow.problem;
}
