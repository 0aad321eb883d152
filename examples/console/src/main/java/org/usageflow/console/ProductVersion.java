package org.usageflow.console;

import org.usageflow.core.Usageflow;
import picocli.CommandLine.IVersionProvider;

/** The version of the library that runs. */
final class ProductVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Usageflow.class.getPackage().getImplementationVersion();
        return new String[] {"usage " + (version == null ? "(development)" : version)};
    }
}
