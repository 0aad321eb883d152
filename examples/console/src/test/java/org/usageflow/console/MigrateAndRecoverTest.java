package org.usageflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.console.Office.VENDOR;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.console.Console.Run;
import org.usageflow.console.catalog.JsonCatalog;
import org.usageflow.console.database.Database;
import org.usageflow.console.database.DatabaseUrl;
import org.usageflow.console.host.Host;
import org.usageflow.core.UploadRequest;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.query.FileQuery;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.ReadScope;

class MigrateAndRecoverTest {

    @TempDir
    private Path directory;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(directory);
    }

    @Test
    void migrate_does_the_steps_once() {
        Run first = office.run("migrate", "--json");
        Run again = office.run("migrate", "--json");
        Run words = office.run("migrate");

        assertThat(first.code()).isZero();
        assertThat(first.json().get("migrated")).isNotEmpty();
        assertThat(again.code()).isZero();
        assertThat(again.out()).isEqualTo("{\"migrated\":[]}\n");
        assertThat(words.out()).isEqualTo("the schema is up to date\n");
    }

    @Test
    void recover_of_nothing_says_so() {
        office.ready("a");

        assertThat(office.run("recover").out()).isEqualTo("nothing was lost\n");
        assertThat(office.run("recover", "--json").out())
                .isEqualTo("{\"files\":[],\"processed\":[],\"reconciliations\":[],\"parts\":[]}\n");
    }

    @Test
    void file_whose_processing_lost_its_process_becomes_invalid() {
        String id = received();
        move(id, UsageFileStatus.PROCESSING);

        Run run = office.run("recover", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.json().get("files")).isEqualTo(Console.parsed("[\"" + id + "\"]"));
        Run file = office.as(VENDOR, "show", id, "--json");
        assertThat(file.json().get("status").textValue()).isEqualTo("invalid");
        assertThat(file.json().get("error").textValue()).isNotBlank();
    }

    @Test
    void file_that_was_received_and_never_judged_is_judged() {
        String id = received();

        Run run = office.run("recover");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(id + " is processed now\n");
        assertThat(office.as(VENDOR, "show", id, "--json").json().get("status").textValue())
                .isEqualTo("ready");
    }

    @Test
    void wrong_use_of_both() {
        assertThat(office.run("recover", "--catalog", directory.toString()).code())
                .isEqualTo(2);
        assertThat(office.run("migrate", "more").code()).isEqualTo(2);
        assertThat(Console.run("migrate", "--db", "x").code()).isEqualTo(2);
    }

    /** A file whose upload was received by a process that ended then. */
    private String received() {
        String id = office.draft(Console.PR);
        Path upload = office.prices("a.csv", Uploads.pr("a", "1", "20.08"));
        try (Database database = Database.open(DatabaseUrl.parse(office.url()));
                UploadSource source = UploadSource.of(upload)) {
            Host.keeping(JsonCatalog.read(office.console().catalogFile()), database.stores(), Clock.systemUTC(), null)
                    .files()
                    .receive(new UsageFileId(id), UploadRequest.of(source), Actor.parse(VENDOR));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    private void move(String id, UsageFileStatus status) {
        try (Database database = Database.open(DatabaseUrl.parse(office.url()))) {
            ReadScope everything = ReadScope.of(Actor.parse("system:test"), Map.of());
            database.stores().usage().inTransaction(session -> {
                UsageFile file = session.files().list(FileQuery.ALL, everything).get(0);
                assertThat(file.id().value()).isEqualTo(id);
                session.files().update(file.change().status(status).build());
                return file;
            });
        }
    }
}
