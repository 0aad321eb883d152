package org.usageflow.verification.architecture;

/** The packages of each module, for rules. */
final class Modules {

    static final String ROOT = "org.usageflow";

    static final String CORE = "org.usageflow.core..";
    static final String CSV = "org.usageflow.csv..";
    static final String JDBC = "org.usageflow.jdbc..";
    static final String JSON = "org.usageflow.json..";
    static final String POI = "org.usageflow.poi..";
    static final String TESTKIT = "org.usageflow.testkit..";
    static final String CONSOLE = "org.usageflow.console..";

    private static final String[] API = {
        "org.usageflow.command..",
        "org.usageflow.error..",
        "org.usageflow.lifecycle..",
        "org.usageflow.model..",
        "org.usageflow.policy..",
        "org.usageflow.problem..",
        "org.usageflow.query..",
        "org.usageflow.schema..",
        "org.usageflow.spi.."
    };

    private Modules() {}

    static String[] api() {
        return API.clone();
    }

    /** The api's packages and more. */
    static String[] apiAnd(String... more) {
        String[] all = new String[API.length + more.length];
        System.arraycopy(API, 0, all, 0, API.length);
        System.arraycopy(more, 0, all, API.length, more.length);
        return all;
    }
}
