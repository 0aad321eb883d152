package org.usageflow.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void h2_on_disk_is_durable_unless_its_url_says_otherwise() {
        assertThat(DatabaseUrl.parse("jdbc:h2:~/usage").value())
                .isEqualTo("jdbc:h2:~/usage;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        assertThat(DatabaseUrl.parse(" jdbc:h2:file:./u;write_delay=500;USER=x ")
                        .value())
                .isEqualTo("jdbc:h2:file:./u;write_delay=500;USER=x;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x",
                "jdbc:h2:tcp://localhost/x",
                "jdbc:h2:ssl://localhost/x",
                "jdbc:postgresql://localhost/x?user=me",
                "jdbc:mariadb://localhost/x"
            })
    void other_urls_stay_as_they_are(String url) {
        assertThat(DatabaseUrl.parse(url).value()).isEqualTo(url);
        assertThat(DatabaseUrl.parse(url).isEmbedded()).isFalse();
    }

    @Test
    void standard_is_a_file_under_this_directory() {
        assertThat(DatabaseUrl.STANDARD.value()).startsWith("jdbc:h2:file:./.usage/usage;");
        assertThat(DatabaseUrl.STANDARD.isEmbedded()).isTrue();
        assertThat(DatabaseUrl.of(Path.of("/tmp/x")).toString()).isEqualTo("jdbc:h2:file:/tmp/x");
    }

    @Test
    void what_is_shown_has_no_settings() {
        assertThat(DatabaseUrl.parse("jdbc:postgresql://h:5/x?user=me&password=p"))
                .hasToString("jdbc:postgresql://h:5/x");
        assertThat(DatabaseUrl.parse("jdbc:h2:file:./x;PASSWORD=p")).hasToString("jdbc:h2:file:./x");
        assertThat(DatabaseUrl.parse("jdbc:mysql://me:p@h/x")).hasToString("jdbc:mysql://me:***@h/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "usage", "jdbc:", "jdbc:h2", "http://localhost"})
    void what_is_no_url_is_refused(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:h2:file:./usage");
    }
}
