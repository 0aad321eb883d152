package org.usageflow.verification.stateful;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.jdbc.ConnectionSource;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.JdbcUsageStore;
import org.usageflow.spi.store.UsageStore;

/** Plays stories over one database, which is emptied between them. */
final class DatabaseStories {

    private final TestDatabase database;
    private final UsageStore store;

    DatabaseStories(TestDatabase database) {
        this.database = database;
        DatabaseSchema.migrate(database.dataSource(), JdbcSettings.DEFAULT);
        this.store = JdbcUsageStore.open(ConnectionSource.owning(TestDatabases.pool(database)), JdbcSettings.DEFAULT);
    }

    /** Plays one story. Gives the names of its events. */
    List<String> play(boolean partial, List<Step> steps) throws IOException {
        TestDatabases.empty(database);
        Path directory = Files.createTempDirectory("usageflow-story-");
        try {
            var story = new Story(partial, store, directory);
            steps.forEach(story::play);
            return story.events();
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
