package org.usageflow.core.internal.spill;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts any number of byte strings in bounded memory: what does not fit goes to a temporary file in sorted runs, which are merged when they are read.
 *
 * <p>Order is that of the unsigned bytes, a prefix first. Add everything, read it with {@link #forEach}, as often as is needed, close. Not thread-safe.
 */
public final class ExternalSorter implements Closeable {

    /** Memory for what is not yet on disk, in bytes. */
    public static final int DEFAULT_MEMORY = 2 << 20;

    private static final int FIRST_ARENA = 128 << 10;
    private static final int MAX_RUNS = 64;
    private static final int RUN_BUFFER = 16 << 10;
    /** Longest entry; its length is kept in two bytes. */
    private static final int MAX_ENTRY = 0xFFFF;

    private final @Nullable Path directory;
    private final int memory;
    private byte[] arena;
    private int used;
    private int[] offsets = new int[1024];
    private int[] scratch = new int[0];
    private int count;
    private List<Run> runs = new ArrayList<>();
    private @Nullable Path file;
    private @Nullable FileChannel channel;

    /**
     * Makes a sorter; nothing is allocated on disk until memory is full.
     *
     * @param directory for the temporary file, which is removed on close; null for the system's
     * @param memory in bytes, at least 128 KiB
     */
    public ExternalSorter(@Nullable Path directory, int memory) {
        this.directory = directory;
        this.memory = Math.max(memory, FIRST_ARENA);
        this.arena = new byte[FIRST_ARENA];
    }

    /** What reads the sorted entries; an entry is a view, valid during the call. */
    @FunctionalInterface
    public interface Reader {
        void read(Bytes entry) throws IOException;
    }

    /** Goes through the sorted entries one at a time. */
    public interface Cursor {

        /**
         * Goes to the next entry; false at the end.
         *
         * @throws SpillException if the temporary file cannot be read
         */
        boolean next();

        /** The entry, a view that is valid until {@link #next} is called. */
        Bytes entry();
    }

    /**
     * Adds an entry.
     *
     * @throws SpillException if the temporary file cannot be written
     */
    public void add(Bytes entry) {
        int length = entry.length();
        if (length > MAX_ENTRY) {
            throw new IllegalArgumentException("an entry has at most " + MAX_ENTRY + " bytes: " + length);
        }
        int needed = used + length + 2;
        if (needed > arena.length && !makeRoom(needed)) {
            spill();
        }
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        offsets[count++] = used;
        arena[used++] = (byte) (length >>> 8);
        arena[used++] = (byte) length;
        System.arraycopy(entry.array(), 0, arena, used, length);
        used += length;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return count == 0 && runs.isEmpty();
    }

    private boolean makeRoom(int needed) {
        // Offsets count as memory too, so that many small entries spill as early as few large ones.
        if (needed + 8L * count > memory) {
            return false;
        }
        arena = Arrays.copyOf(arena, Math.min(Math.max(arena.length * 2, needed), memory));
        return needed <= arena.length;
    }

    private void spill() {
        try {
            sortArena();
            if (runs.size() == MAX_RUNS) {
                mergeRuns();
            }
            FileChannel out = open();
            long from = out.size();
            writeArena(out, from);
            runs.add(new Run(from, out.size()));
        } catch (IOException e) {
            throw new SpillException(e);
        }
        used = 0;
        count = 0;
    }

    private FileChannel open() throws IOException {
        FileChannel opened = channel;
        if (opened == null) {
            file = directory == null
                    ? Files.createTempFile("usageflow-", ".sort")
                    : Files.createTempFile(directory, "usageflow-", ".sort");
            opened = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel = opened;
        }
        return opened;
    }

    private void writeArena(FileChannel out, long from) throws IOException {
        var writer = new RunWriter(out, from);
        for (int i = 0; i < count; i++) {
            writer.write(arena, offsets[i], lengthAt(offsets[i]) + 2);
        }
        writer.flush();
    }

    /** Makes one run of all, so that merging never reads more than {@value #MAX_RUNS} at a time. */
    private void mergeRuns() throws IOException {
        FileChannel in = open();
        Path former = file;
        channel = null;
        file = null;
        try (in) {
            FileChannel out = open();
            var writer = new RunWriter(out, 0);
            byte[] head = new byte[2];
            merge(in, entry -> {
                head[0] = (byte) (entry.length() >>> 8);
                head[1] = (byte) entry.length();
                writer.write(head, 0, 2);
                writer.write(entry.array(), 0, entry.length());
            });
            writer.flush();
            runs = new ArrayList<>(List.of(new Run(0, out.size())));
        } finally {
            if (former != null) {
                Files.deleteIfExists(former);
            }
        }
    }

    /**
     * Reads all entries in order. Nothing can be added afterwards.
     *
     * @throws SpillException if the temporary file cannot be read, or the reader fails
     */
    public void forEach(Reader reader) {
        try {
            if (runs.isEmpty()) {
                readArena(reader);
            } else {
                if (count > 0) {
                    spill();
                }
                arena = new byte[0];
                count = 0;
                merge(open(), reader);
            }
        } catch (IOException e) {
            throw new SpillException(e);
        }
    }

    /**
     * Goes through all entries in order. Nothing can be added afterwards.
     *
     * @throws SpillException if the temporary file cannot be read
     */
    public Cursor cursor() {
        try {
            if (runs.isEmpty()) {
                sortArena();
                return new ArenaCursor();
            }
            if (count > 0) {
                spill();
            }
            arena = new byte[0];
            count = 0;
            return new MergeCursor(open());
        } catch (IOException e) {
            throw new SpillException(e);
        }
    }

    private void readArena(Reader reader) throws IOException {
        sortArena();
        var entry = new Bytes();
        for (int i = 0; i < count; i++) {
            copyEntry(i, entry);
            reader.read(entry);
        }
    }

    private void copyEntry(int index, Bytes entry) {
        int length = lengthAt(offsets[index]);
        System.arraycopy(arena, offsets[index] + 2, entry.resize(length).array(), 0, length);
    }

    private void merge(FileChannel in, Reader reader) throws IOException {
        var cursor = new MergeCursor(in);
        while (cursor.advance()) {
            reader.read(cursor.entry());
        }
    }

    private final class ArenaCursor implements Cursor {
        private final Bytes entry = new Bytes();
        private int index;

        @Override
        public boolean next() {
            if (index == count) {
                return false;
            }
            copyEntry(index++, entry);
            return true;
        }

        @Override
        public Bytes entry() {
            return entry;
        }
    }

    private final class MergeCursor implements Cursor {
        private final PriorityQueue<RunReader> queue = new PriorityQueue<>(Math.max(runs.size(), 1));
        private @Nullable RunReader least;

        MergeCursor(FileChannel in) throws IOException {
            for (Run run : runs) {
                var each = new RunReader(in, run);
                if (each.advance()) {
                    queue.add(each);
                }
            }
        }

        boolean advance() throws IOException {
            RunReader former = least;
            if (former != null && former.advance()) {
                queue.add(former);
            }
            least = queue.poll();
            return least != null;
        }

        @Override
        public boolean next() {
            try {
                return advance();
            } catch (IOException e) {
                throw new SpillException(e);
            }
        }

        @Override
        public Bytes entry() {
            RunReader current = least;
            if (current == null) {
                throw new IllegalStateException("no entry");
            }
            return current.entry;
        }
    }

    private int lengthAt(int offset) {
        return (arena[offset] & 0xFF) << 8 | (arena[offset + 1] & 0xFF);
    }

    /** A merge sort of the offsets: stable, and without an object per entry. */
    private void sortArena() {
        if (scratch.length < count) {
            scratch = new int[offsets.length];
        }
        for (int width = 1; width < count; width *= 2) {
            for (int from = 0; from < count; from += 2 * width) {
                mergeOffsets(from, Math.min(from + width, count), Math.min(from + 2 * width, count));
            }
            int[] swap = offsets;
            offsets = scratch;
            scratch = swap;
            if (scratch.length < offsets.length) {
                scratch = new int[offsets.length];
            }
        }
    }

    private void mergeOffsets(int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right >= to || (left < middle && compare(offsets[left], offsets[right]) <= 0);
            scratch[i] = takeLeft ? offsets[left++] : offsets[right++];
        }
    }

    private int compare(int left, int right) {
        int leftFrom = left + 2;
        int rightFrom = right + 2;
        return Arrays.compareUnsigned(
                arena, leftFrom, leftFrom + lengthAt(left), arena, rightFrom, rightFrom + lengthAt(right));
    }

    /** Removes the temporary file. */
    @Override
    public void close() throws IOException {
        FileChannel opened = channel;
        channel = null;
        try {
            if (opened != null) {
                opened.close();
            }
        } finally {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }

    private record Run(long from, long to) {}

    private static final class RunWriter {
        private final FileChannel out;
        private final ByteBuffer buffer = ByteBuffer.allocate(4 * RUN_BUFFER);
        private long position;

        RunWriter(FileChannel out, long position) {
            this.out = out;
            this.position = position;
        }

        void write(byte[] source, int from, int length) throws IOException {
            int done = 0;
            while (done < length) {
                if (!buffer.hasRemaining()) {
                    flush();
                }
                int part = Math.min(length - done, buffer.remaining());
                buffer.put(source, from + done, part);
                done += part;
            }
        }

        void flush() throws IOException {
            buffer.flip();
            while (buffer.hasRemaining()) {
                position += out.write(buffer, position);
            }
            buffer.clear();
        }
    }

    private static final class RunReader implements Comparable<RunReader> {
        private final FileChannel in;
        private final long to;
        private final ByteBuffer buffer = ByteBuffer.allocate(RUN_BUFFER).limit(0);
        private final Bytes entry = new Bytes();
        private long position;

        RunReader(FileChannel in, Run run) {
            this.in = in;
            this.position = run.from();
            this.to = run.to();
        }

        boolean advance() throws IOException {
            if (!buffer.hasRemaining() && position >= to) {
                return false;
            }
            int length = next() << 8 | next();
            byte[] target = entry.resize(length).array();
            int done = 0;
            while (done < length) {
                fill();
                int part = Math.min(length - done, buffer.remaining());
                buffer.get(target, done, part);
                done += part;
            }
            return true;
        }

        private int next() throws IOException {
            fill();
            return buffer.get() & 0xFF;
        }

        private void fill() throws IOException {
            if (buffer.hasRemaining()) {
                return;
            }
            buffer.clear().limit((int) Math.min(buffer.capacity(), to - position));
            while (buffer.hasRemaining()) {
                int read = in.read(buffer, position);
                if (read < 0) {
                    throw new IOException("a temporary file is shorter than it was written");
                }
                position += read;
            }
            buffer.flip();
        }

        @Override
        public int compareTo(RunReader other) {
            return Arrays.compareUnsigned(
                    entry.array(), 0, entry.length(), other.entry.array(), 0, other.entry.length());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
