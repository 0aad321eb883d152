package org.usageflow.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.store.DirectoryContentStore;
import org.usageflow.core.store.InMemoryUsageStore;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.UsageFile;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.spi.store.UsageStore;

/** The store in memory, which has no floor. */
final class MemorySite implements Site {

    private final Path content;
    private UsageStore store = new InMemoryUsageStore();
    private @Nullable Sample sample;
    private int rows;
    private @Nullable RecordStatus loaded;

    /**
     * Makes a site.
     *
     * @param content where uploads are kept
     */
    MemorySite(Path content) {
        this.content = content;
    }

    @Override
    public String name() {
        return "in memory";
    }

    @Override
    public String settings() {
        return "";
    }

    @Override
    public UsageStore store() {
        return store;
    }

    @Override
    public ContentStore content() {
        try {
            return DirectoryContentStore.at(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public LongSupplier serverCpu() {
        return () -> 0;
    }

    @Override
    public void begin(Sample records, int count) {
        this.sample = records;
        this.rows = count;
        wipe();
    }

    @Override
    public void empty() {
        wipe();
        UsageFile file = Sample.file();
        store.inTransaction(session -> session.files().insert(file));
    }

    @Override
    public void load(RecordStatus status) {
        if (status == loaded) {
            return;
        }
        empty();
        Sample records = Objects.requireNonNull(sample, "begin() comes first");
        store.inTransaction(session -> {
            for (int first = 0; first < rows; first += Sample.BATCH) {
                session.records()
                        .append(
                                Sample.file().id(),
                                records.records(first, Math.min(rows, first + Sample.BATCH), status));
            }
            return true;
        });
        loaded = status;
    }

    @Override
    public void touch() {
        loaded = null;
    }

    @Override
    public void wipe() {
        touch();
        store = new InMemoryUsageStore();
    }

    @Override
    public List<Contestant> appendFloors() {
        return List.of();
    }

    @Override
    public List<Contestant> exportFloors() {
        return List.of();
    }

    @Override
    public List<Contestant> exportOthers() {
        return List.of();
    }

    @Override
    public List<Contestant> claimFloors() {
        return List.of();
    }

    @Override
    public List<Contestant> moveFloors() {
        return List.of();
    }

    @Override
    public List<Contestant> closeFloors() {
        return List.of();
    }

    @Override
    public void close() {
        wipe();
    }
}
