package org.usageflow.poi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An open zip container, whose directory was checked: the one handle for all that is read of an upload. */
final class Container {

    /** Most that the parts which describe the package may inflate to, in bytes; they are read as a whole or kept in part. */
    static final long SMALL = 16L << 20;

    private final FileChannel file;
    private final Inflation inflation;
    private final Map<String, ZipPart> parts = new LinkedHashMap<>();

    Container(FileChannel file, Inflation inflation) throws IOException {
        this.file = file;
        this.inflation = inflation;
        for (ZipPart part : ZipDirectory.read(file, inflation.limits())) {
            parts.put(part.key(), part);
        }
    }

    Collection<ZipPart> parts() {
        return parts.values();
    }

    @Nullable
    ZipPart find(String key) {
        return parts.get(key);
    }

    InputStream open(ZipPart part) {
        return new PartStream(file, part, inflation, Long.MAX_VALUE);
    }

    InputStream openSmall(ZipPart part) {
        return new PartStream(file, part, inflation, SMALL);
    }
}
