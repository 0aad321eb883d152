package org.usageflow.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.usageflow.error.ContentException;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.ContentStore;

/**
 * Keeps uploads in a directory: one directory a usage file, in it one file an upload, named by its SHA-256.
 *
 * <p>An upload is written beside its place, forced to the disk, and moved there in one step, so that what has its name is whole, even after a crash; what a crash leaves beside it is never read, and goes
 * when the upload is erased. Several processes may share the directory, if its file system moves files in one step. Thread-safe. Memory is a buffer.
 *
 * <p>Reading checks the bytes once, when they are opened: it reads them twice, then.
 */
public final class DirectoryContentStore implements ContentStore {

    private static final int BUFFER = 64 * 1024;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = ".part";
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})(\\..*\\.part)?");

    private final Path directory;

    private DirectoryContentStore(Path directory) {
        this.directory = directory;
    }

    /**
     * Keeps uploads there.
     *
     * @param directory is made if there is none
     * @throws IOException if it cannot be made
     */
    public static DirectoryContentStore at(Path directory) throws IOException {
        return new DirectoryContentStore(Files.createDirectories(directory.toAbsolutePath()));
    }

    /**
     * Keeps the bytes whole, or not at all.
     *
     * @throws IllegalArgumentException if the SHA-256 is not written in 64 lower-case hexadecimal digits
     */
    @Override
    public void put(UsageFileId file, String sha256, UploadSource source) throws IOException {
        Path kept = place(file, sha256);
        Path folder = Files.createDirectories(directory.resolve(file.value()));
        Path unfinished = Files.createTempFile(folder, sha256 + ".", UNFINISHED);
        try {
            String found = copy(source, unfinished);
            if (!found.equals(sha256)) {
                throw new IOException("the bytes for " + file + " have the SHA-256 " + found + ", not " + sha256);
            }
            if (!isKept(kept, sha256)) {
                Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                force(folder);
                force(directory);
            }
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static boolean isKept(Path kept, String sha256) throws IOException {
        return Files.exists(kept) && sha256Of(kept).equals(sha256);
    }

    private Path place(UsageFileId file, String sha256) {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits: '" + sha256 + "'");
        }
        return directory.resolve(file.value()).resolve(sha256);
    }

    private static String copy(UploadSource source, Path target) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = source.open();
                FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    // A file's name is on the disk once its directory is. Systems that do not open directories (Windows) write names
    // through.
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            if (!folder.getFileSystem().getSeparator().equals("\\")) {
                throw e;
            }
        }
    }

    @Override
    public UploadSource open(UsageFileId file, String sha256) throws IOException {
        Path kept = place(file, sha256);
        String found;
        try {
            found = sha256Of(kept);
        } catch (NoSuchFileException e) {
            throw new ContentException("the upload " + sha256 + " of " + file + " is not kept, or not any more");
        }
        if (!found.equals(sha256)) {
            throw new ContentException(
                    "the upload " + sha256 + " of " + file + " is damaged: its SHA-256 is " + found + " now");
        }
        return UploadSource.of(kept);
    }

    private static String sha256Of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public Set<String> list(UsageFileId file) throws IOException {
        var found = new TreeSet<String>();
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(directory.resolve(file.value()))) {
            for (Path each : folder) {
                Matcher name = NAME.matcher(String.valueOf(each.getFileName()));
                if (name.matches()) {
                    found.add(name.group(1));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (NoSuchFileException e) {
            return Set.of();
        }
        return found;
    }

    /** Erases the upload, and what was left unfinished of it. A put of the same upload that is at work may fail then. */
    @Override
    public void erase(UsageFileId file, String sha256) throws IOException {
        Files.deleteIfExists(place(file, sha256));
        Path folder = directory.resolve(file.value());
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, sha256 + ".*" + UNFINISHED)) {
                for (Path each : left) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }
}
