package org.usageflow.console.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.usageflow.spi.event.ProgressListener.Progress;

class ProgressBarTest {

    private final StringWriter err = new StringWriter();

    private void read(boolean isShown) {
        try (var bar = new ProgressBar(new PrintWriter(err), isShown)) {
            bar.onProgress(new Progress(0, 0, 200));
            bar.onProgress(new Progress(1_500, 101, 200));
        }
    }

    @Test
    void bar_on_a_terminal_shows_share_and_rows_and_is_cleared() {
        read(true);

        assertThat(err.toString()).contains("###", " 50 %, 1,500 rows").endsWith("\r\u001b[K");
    }

    @Test
    void bar_without_a_terminal_writes_nothing() {
        read(false);

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void bar_asks_for_no_records() {
        assertThat(new ProgressBar(new PrintWriter(err), true).wantsRecords()).isFalse();
    }
}
