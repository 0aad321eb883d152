package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.error.ContentException;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.testkit.ContractRun;
import org.usageflow.testkit.DeliberatelyWrong;

class ContentStoreContractTest {

    /** One file an upload, in one directory. */
    private static class Plain implements ContentStore {
        private final Path directory;

        Plain(Path directory) {
            this.directory = directory;
        }

        @Override
        public synchronized void put(UsageFileId file, String sha256, UploadSource source) throws IOException {
            Path place = place(file, sha256);
            byte[] bytes = Files.readAllBytes(source.path());
            if (!sha256(bytes).equals(sha256)) {
                throw new IOException("other bytes");
            }
            if (!Files.exists(place)) {
                Files.write(place, bytes);
            }
        }

        @Override
        public UploadSource open(UsageFileId file, String sha256) throws IOException {
            Path place = place(file, sha256);
            if (!Files.exists(place) || !sha256(Files.readAllBytes(place)).equals(sha256)) {
                throw new ContentException("missing or damaged");
            }
            return UploadSource.of(place);
        }

        @Override
        public void erase(UsageFileId file, String sha256) throws IOException {
            Files.deleteIfExists(place(file, sha256));
        }

        @Override
        public Set<String> list(UsageFileId file) throws IOException {
            try (Stream<Path> all = Files.list(directory)) {
                return all.map(each -> String.valueOf(each.getFileName()))
                        .filter(name -> name.startsWith(file.value()))
                        .map(name -> name.substring(file.value().length()))
                        .collect(Collectors.toSet());
            }
        }

        Path place(UsageFileId file, String sha256) {
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("no SHA-256");
            }
            return directory.resolve(file + sha256);
        }

        private static String sha256(byte[] bytes) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
    }

    static class Sound extends ContentStoreContract {
        @TempDir
        Path directory;

        @Override
        protected ContentStore contents() {
            return new Plain(directory);
        }
    }

    /** Believes what it is told of the bytes, and keeps one upload for all files. */
    @DeliberatelyWrong
    static class Careless extends ContentStoreContract {
        @TempDir
        Path directory;

        @Override
        protected ContentStore contents() {
            return new Plain(directory) {
                @Override
                public void put(UsageFileId file, String sha256, UploadSource source) throws IOException {
                    try (InputStream in = source.open()) {
                        Files.write(place(file, sha256), in.readAllBytes());
                    }
                }

                @Override
                Path place(UsageFileId file, String sha256) {
                    return directory.resolve(Integer.toHexString(sha256.hashCode()));
                }
            };
        }
    }

    /** Hands out a copy that goes when it is closed, and then has none. */
    @DeliberatelyWrong
    static class Once extends ContentStoreContract {
        @TempDir
        Path directory;

        @Override
        protected ContentStore contents() {
            return new Plain(directory) {
                @Override
                public UploadSource open(UsageFileId file, String sha256) throws IOException {
                    try (UploadSource kept = super.open(file, sha256);
                            InputStream in = kept.open()) {
                        UploadSource copy = UploadSource.spool(in, UploadLimits.DEFAULTS, directory);
                        erase(file, sha256);
                        return copy;
                    }
                }

                @Override
                public void erase(UsageFileId file, String sha256) throws IOException {
                    Files.delete(place(file, sha256));
                }
            };
        }
    }

    /** Lists what it was given, and never forgets it. */
    @DeliberatelyWrong
    static class Nostalgic extends ContentStoreContract {
        @TempDir
        Path directory;

        @Override
        protected ContentStore contents() {
            Set<String> all = ConcurrentHashMap.newKeySet();
            return new Plain(directory) {
                @Override
                public synchronized void put(UsageFileId file, String sha256, UploadSource source) throws IOException {
                    super.put(file, sha256, source);
                    all.add(sha256);
                }

                @Override
                public Set<String> list(UsageFileId file) {
                    return Set.copyOf(all);
                }
            };
        }
    }

    @Test
    void contract_of_a_plain_store_holds() {
        ContractRun run = ContractRun.of(Sound.class);

        assertThat(run.messages()).isEmpty();
        assertThat(run.passed()).hasSize(13);
    }

    @Test
    void contract_of_a_careless_store_fails_at_its_rules() {
        ContractRun run = ContractRun.of(Careless.class);

        assertThat(run.failed()).contains("CONTENT-03", "CONTENT-04", "CONTENT-07", "CONTENT-08", "CONTENT-10");
        assertThat(run.passed()).contains("CONTENT-01", "CONTENT-06");
    }

    @Test
    void contract_of_a_store_that_lists_what_is_gone_fails_at_its_rules() {
        ContractRun run = ContractRun.of(Nostalgic.class);

        assertThat(run.failed()).containsExactlyInAnyOrder("CONTENT-12", "CONTENT-13");
    }

    @Test
    void contract_of_a_store_that_hands_out_once_fails_at_its_rules() {
        ContractRun run = ContractRun.of(Once.class);

        assertThat(run.failed()).contains("CONTENT-02", "CONTENT-09");
        assertThat(run.passed()).contains("CONTENT-01");
    }
}
