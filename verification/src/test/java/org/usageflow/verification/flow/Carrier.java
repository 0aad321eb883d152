package org.usageflow.verification.flow;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/** The formats in which an upload comes, each with a writer of its own that shares nothing with the library's. */
enum Carrier {
    XLSX {
        @Override
        Written write(Draft draft, Random random) {
            return XlsxFile.write(draft, random);
        }
    },
    CSV {
        @Override
        Written write(Draft draft, Random random) {
            return CsvFile.write(draft, random);
        }
    },
    JSON {
        @Override
        Written write(Draft draft, Random random) {
            return JsonFile.array(draft, random);
        }
    },
    JSONL {
        @Override
        Written write(Draft draft, Random random) {
            return JsonFile.lines(draft, random);
        }
    };

    static final Set<Carrier> ALL = EnumSet.allOf(Carrier.class);
    static final Set<Carrier> TEXTS = EnumSet.of(CSV, JSON, JSONL);
    static final Set<Carrier> ANY_JSON = EnumSet.of(JSON, JSONL);
    static final Set<Carrier> TABLES = EnumSet.of(XLSX, CSV);

    /** Writes a draft, with blank rows, line ends and encodings as chance will have it. */
    abstract Written write(Draft draft, Random random);

    boolean isJson() {
        return this == JSON || this == JSONL;
    }
}
