package org.usageflow.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.catalog.JsonCatalog;
import org.usageflow.console.database.Database;
import org.usageflow.console.host.LateReference;

/** The catalog that a command works with: the one that it is given, or the one in the database. */
final class Catalogs {

    private Catalogs() {}

    /** Looks whether the file can be one; null for none. */
    static void check(@Nullable Path file) {
        if (file != null && Files.isDirectory(file)) {
            throw new WrongUseException("the catalog " + file + " is a directory");
        }
    }

    /**
     * Reads it.
     *
     * @param file null for the one in the database
     * @throws org.usageflow.console.catalog.CatalogException if anything is wrong with it
     */
    static JsonCatalog read(Database database, @Nullable Path file) throws IOException {
        if (file != null) {
            return JsonCatalog.read(file);
        }
        byte[] kept = database.catalog()
                .orElseThrow(() -> new WrongUseException(
                        "no catalog is stored in this database: give --catalog, which 'create' stores"));
        return JsonCatalog.read(new ByteArrayInputStream(kept), "stored in the database");
    }

    /** Reads it when it is first asked for, if ever. */
    static LateReference late(Database database, @Nullable Path file) {
        return new LateReference(() -> {
            try {
                return read(database, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
