package org.usageflow.console;

import java.util.Locale;
import java.util.Optional;
import org.usageflow.spi.format.FormatId;

/** The formats of files that commands write. */
enum OutputFormat {
    XLSX(FormatId.XLSX),
    CSV(FormatId.CSV),
    JSONL(FormatId.JSONL);

    @SuppressWarnings("ImmutableEnumChecker") // a record of a text
    private final FormatId id;

    OutputFormat(FormatId id) {
        this.id = id;
    }

    FormatId id() {
        return id;
    }

    /** Told by the end of a file's name. */
    static Optional<OutputFormat> ofName(String name) {
        for (OutputFormat each : values()) {
            if (name.toLowerCase(Locale.ROOT).endsWith("." + each)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The word of the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
