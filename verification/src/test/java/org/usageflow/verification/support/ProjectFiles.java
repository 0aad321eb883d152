package org.usageflow.verification.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the project, from its root. */
public final class ProjectFiles {

    private static final Set<String> NOT_OURS = Set.of(".git", "target", ".idea", ".vscode", ".settings");

    private ProjectFiles() {}

    /** The project's root, as the build gives it. */
    public static Path root() {
        String root = System.getProperty("usageflow.root");
        if (root == null) {
            throw new IllegalStateException("the build gives the project's root as usageflow.root");
        }
        return Path.of(root);
    }

    /** The text of a file; path from the root. */
    public static String read(String path) {
        return read(root().resolve(path));
    }

    /** The text of a file. */
    public static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** All files under a folder, what is built aside, in a stable order. */
    public static List<Path> under(Path folder) {
        var files = new ArrayList<Path>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    String name = String.valueOf(directory.getFileName());
                    return NOT_OURS.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot walk " + folder, e);
        }
        files.sort(null);
        return files;
    }

    /** All files under a folder whose name has the ending. */
    public static List<Path> under(Path folder, String ending) {
        return under(folder).stream()
                .filter(file -> file.toString().endsWith(ending))
                .toList();
    }

    /** The sources of all modules, tests aside. */
    public static List<Path> mainSources() {
        return under(root(), ".java").stream()
                .filter(file -> file.toString().contains("src/main/java".replace('/', File.separatorChar)))
                .toList();
    }
}
