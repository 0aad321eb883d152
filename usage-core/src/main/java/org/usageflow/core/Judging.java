package org.usageflow.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.judge.Judge;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;

/** Brings uploads before a judge: tells their format by their content, and has it read them. */
final class Judging {

    private final Wiring wiring;

    Judging(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Has the judge read an upload, after the file that defines its categories, if there is one; and then judge. */
    void read(UploadSource upload, @Nullable UploadSource categories, Set<String> columns, Judge judge)
            throws IOException {
        if (categories != null) {
            read(categories, TableName.CATEGORIES, Set.of(Columns.CATEGORY_ID), judge);
            // Progress is that of the upload
            judge.progress(0);
        }
        if (!judge.isFaulty()) {
            read(upload, (TableName) null, columns, judge);
        }
        judge.finish();
    }

    /** Has a sink read one table of an upload, or all of them; what is wrong with its shape goes to the sink too. */
    void read(UploadSource source, @Nullable TableName only, Set<String> columns, RowSink sink) throws IOException {
        long limit = wiring.limits().bytes();
        if (source.size() > limit) {
            sink.fault(
                    ProblemCode.FILE_TOO_LARGE,
                    Place.FILE,
                    null,
                    Map.of("what", "the upload's size in bytes", "limit", Long.toString(limit)));
            return;
        }
        Optional<UsageFormat> format = format(source, columns);
        if (format.isEmpty()) {
            sink.fault(ProblemCode.FILE_UNREADABLE, Place.FILE, null, Map.of("reason", unrecognised(source)));
            return;
        }
        ReadOptions options = options();
        format.get().read(source, only == null ? options : options.withTables(only), sink);
    }

    /** How uploads are read. */
    ReadOptions options() {
        return new ReadOptions(ReadOptions.DEFAULTS.tables(), wiring.limits(), wiring.temporary());
    }

    /** The first format that recognises the content; empty where none does. */
    Optional<UsageFormat> format(UploadSource source, Set<String> columns) throws IOException {
        ContentSample sample = sample(source, columns);
        return wiring.formats().stream().filter(each -> each.recognises(sample)).findFirst();
    }

    private static String unrecognised(UploadSource source) throws IOException {
        return source.size() == 0
                ? "it is empty"
                : "it is no file of a known format, and its first line names no known column";
    }

    private static ContentSample sample(UploadSource source, Set<String> columns) throws IOException {
        try (InputStream in = source.open()) {
            return new ContentSample(in.readNBytes(ContentSample.SIZE), columns);
        }
    }

    /** SHA-256 of an upload; of one that is too large no more is looked at than would be stored. */
    String sha256(UploadSource source) throws IOException {
        long limit = wiring.limits().bytes();
        return Hashes.sha256(source, Math.max(limit, limit + 1));
    }
}
