package org.usageflow.jdbc.internal.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.usageflow.jdbc.internal.dialect.Dialect;

/** The steps that this version of the library knows. They are the same for every dialect in number and name; a step that was released never changes. */
public final class SchemaSteps {

    /** All, in order. */
    public static final List<String> NAMES = List.of("V001__usage");

    private static final String FOLDER = "/org/usageflow/jdbc/";

    private SchemaSteps() {}

    /** The steps of a dialect, in order. */
    public static List<SchemaStep> of(Dialect dialect) {
        var steps = new ArrayList<SchemaStep>();
        for (String name : NAMES) {
            steps.add(step(name, resource(FOLDER + dialect.folder() + "/" + name + ".sql")));
        }
        return List.copyOf(steps);
    }

    /** What makes the table of the steps of a dialect. */
    static String table(Dialect dialect) {
        return resource(FOLDER + dialect.folder() + "/schema.sql");
    }

    /** A step by its name, which begins with its number, and its text. */
    static SchemaStep step(String name, String text) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n');
        return new SchemaStep(Integer.parseInt(name.substring(1, 4)), name, sha256(plain), plain);
    }

    /** SHA-256 of a text in UTF-8, in hexadecimal digits. */
    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String path) {
        try (InputStream in = SchemaSteps.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks its resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
