package org.usageflow.verification.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The libraries and the console: neither tests nor what tests and measurements are made with. */
final class Shipped implements ImportOption {

    @Override
    public boolean includes(Location location) {
        boolean aid = location.contains("/testing/databases/") || location.contains("usage-test-databases");
        return !aid && Predefined.DO_NOT_INCLUDE_TESTS.includes(location);
    }
}
