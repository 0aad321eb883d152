package org.usageflow.poi;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file that is written from start to end and then read at any place, through a fixed number of pages in memory. The file is gone when this is closed; where the
 * system allows it has no name from the beginning.
 */
final class PagedFile implements Closeable {

    private static final int SHIFT = 14;
    private static final int PAGE = 1 << SHIFT;

    private final Path path;
    private final FileChannel file;
    private final byte[][] pages;
    private final long[] numbers;
    // Written, but not yet in the file
    private final ByteBuffer tail = ByteBuffer.allocate(PAGE);
    private long size;

    /**
     * Makes an empty file.
     *
     * @param directory null for the system's
     * @param slots pages that are kept in memory, a power of two
     */
    PagedFile(@Nullable Path directory, int slots) throws IOException {
        path = directory == null
                ? Files.createTempFile("usageflow-", ".strings")
                : Files.createTempFile(directory, "usageflow-", ".strings");
        try {
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (Throwable e) {
            Files.deleteIfExists(path);
            throw e;
        }
        pages = new byte[slots][];
        numbers = new long[slots];
    }

    long size() {
        return size;
    }

    void write(int b) throws IOException {
        if (!tail.hasRemaining()) {
            flush();
        }
        tail.put((byte) b);
        size++;
    }

    void writeLong(long value) throws IOException {
        for (int shift = 56; shift >= 0; shift -= 8) {
            write((int) (value >>> shift));
        }
    }

    /** Ends the writing. */
    void flush() throws IOException {
        tail.flip();
        while (tail.hasRemaining()) {
            file.write(tail);
        }
        tail.clear();
    }

    int read(long at) throws IOException {
        return page(at >>> SHIFT)[(int) at & PAGE - 1] & 0xFF;
    }

    long readLong(long at) throws IOException {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | read(at + i);
        }
        return value;
    }

    /** The page that holds that place. */
    byte[] pageOf(long at) throws IOException {
        return page(at >>> SHIFT);
    }

    static int indexInPage(long at) {
        return (int) at & PAGE - 1;
    }

    static int pageSize() {
        return PAGE;
    }

    private byte[] page(long number) throws IOException {
        int slot = (int) number & pages.length - 1;
        byte[] page = pages[slot];
        if (page != null && numbers[slot] == number) {
            return page;
        }
        return load(number, slot);
    }

    private byte[] load(long number, int slot) throws IOException {
        byte[] page = pages[slot];
        if (page == null) {
            page = new byte[PAGE];
            pages[slot] = page;
        }
        // Not valid until it is whole
        numbers[slot] = -1;
        ByteBuffer target = ByteBuffer.wrap(page);
        int count = 0;
        while (count >= 0 && target.hasRemaining()) {
            count = file.read(target, (number << SHIFT) + target.position());
        }
        numbers[slot] = number;
        return page;
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
