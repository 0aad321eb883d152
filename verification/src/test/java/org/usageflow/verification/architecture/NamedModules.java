package org.usageflow.verification.architecture;

import jakarta.validation.Validator;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;
import org.usageflow.core.Usageflow;
import org.usageflow.model.Money;

/** The library's two named modules, as a host that uses the module path has them. */
final class NamedModules {

    private NamedModules() {}

    private static ModuleFinder finder() {
        return ModuleFinder.of(
                place(Money.class),
                place(Usageflow.class),
                place(Validator.class),
                place(Logger.class),
                place(NullMarked.class));
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no place of " + type, e);
        }
    }

    static ModuleDescriptor descriptor(String module) {
        return finder().find(module).orElseThrow().descriptor();
    }

    /** A layer with both modules and what they require, apart from the class path. */
    static ModuleLayer layer() {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration()
                .resolve(finder(), ModuleFinder.of(), Set.of("org.usageflow.api", "org.usageflow.core"));
        return boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    }
}
