package org.usageflow.verification.proof;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes zip containers as no honest writer does: entries may come twice, lie about their size, and be copied without being deflated anew. */
final class RawZip implements Closeable {

    private static final long SATURATED = 0xFFFF_FFFFL;

    private final OutputStream out;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long written;
    private int entries;

    RawZip(Path file) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    /** Writes content piece by piece. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Deflated content and what it says of itself.
     *
     * @param inflated its size, or a lie
     */
    record Deflated(byte[] bytes, long crc, long inflated) {

        static Deflated of(Content content) throws IOException {
            return of(content, Deflater.BEST_SPEED);
        }

        static Deflated of(Content content, int level) throws IOException {
            var bytes = new ByteArrayOutputStream();
            var crc = new CRC32();
            long[] count = {0};
            var deflater = new Deflater(level, true);
            try (var deflating = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
                content.writeTo(new OutputStream() {
                    @Override
                    public void write(int b) {
                        throw new UncheckedIOException(new IOException("byte by byte is too slow"));
                    }

                    @Override
                    public void write(byte[] source, int from, int length) throws IOException {
                        crc.update(source, from, length);
                        count[0] += length;
                        deflating.write(source, from, length);
                    }
                });
            }
            deflater.end();
            return new Deflated(bytes.toByteArray(), crc.getValue(), count[0]);
        }

        static Deflated of(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return of(out -> out.write(bytes, 0, bytes.length));
        }

        /** A beginning and the same content so many times, without its being deflated anew: whole blocks of each, and one that is the last. */
        static Deflated repeated(String beginning, String content, int times) {
            byte[] first = block(beginning);
            byte[] next = block(content);
            var bytes = new ByteArrayOutputStream(first.length + next.length * times + 2);
            bytes.writeBytes(first);
            for (int i = 0; i < times; i++) {
                bytes.writeBytes(next);
            }
            bytes.writeBytes(new byte[] {3, 0});
            return new Deflated(bytes.toByteArray(), 0, beginning.length() + (long) content.length() * times);
        }

        private static byte[] block(String ascii) {
            byte[] content = ascii.getBytes(StandardCharsets.US_ASCII);
            var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            deflater.setInput(content);
            byte[] block = new byte[content.length + 64];
            int length = deflater.deflate(block, 0, block.length, Deflater.SYNC_FLUSH);
            deflater.end();
            return Arrays.copyOf(block, length);
        }

        Deflated saying(long size) {
            return new Deflated(bytes, crc, size);
        }
    }

    /** A workbook's fixed parts. */
    RawZip frame() throws IOException {
        for (List<String> part : Workbook.FRAME) {
            put(part.get(0), Deflated.of(part.get(1)));
        }
        return this;
    }

    RawZip put(String name, String text) throws IOException {
        return put(name, Deflated.of(text));
    }

    RawZip put(String name, Deflated content) throws IOException {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        boolean large = content.inflated() < 0 || content.inflated() >= SATURATED;
        ByteBuffer extra = ByteBuffer.allocate(large ? 20 : 0).order(ByteOrder.LITTLE_ENDIAN);
        if (large) {
            extra.putShort((short) 1)
                    .putShort((short) 16)
                    .putLong(content.inflated())
                    .putLong(content.bytes().length);
        }
        ByteBuffer common = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        common.putShort((short) 20).putShort((short) 0x0800).putShort((short) 8).putInt(0);
        common.putInt((int) content.crc());
        common.putInt((int) (large ? SATURATED : content.bytes().length));
        common.putInt((int) (large ? SATURATED : content.inflated()));
        common.putShort((short) encoded.length).putShort((short) extra.capacity());

        ByteBuffer central = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
        central.putInt(0x0201_4B50).putShort((short) 20).put(common.array(), 0, common.position());
        central.position(42);
        central.putInt((int) written);
        directory.writeBytes(central.array());
        directory.writeBytes(encoded);
        directory.writeBytes(extra.array());
        entries++;

        write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x0403_4B50)
                .array());
        out.write(common.array(), 0, common.position());
        written += common.position();
        write(encoded);
        write(extra.array());
        write(content.bytes());
        return this;
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    @Override
    public void close() throws IOException {
        long start = written;
        byte[] all = directory.toByteArray();
        write(all);
        long record = written;
        ByteBuffer end = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x0606_4B50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        end.putLong(entries).putLong(entries).putLong(all.length).putLong(start);
        end.putInt(0x0706_4B50).putInt(0).putLong(record).putInt(1);
        int count = Math.min(entries, 0xFFFF);
        end.putInt(0x0605_4B50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) count)
                .putShort((short) count);
        end.putInt(all.length).putInt((int) start).putShort((short) 0);
        write(end.array());
        out.close();
    }
}
