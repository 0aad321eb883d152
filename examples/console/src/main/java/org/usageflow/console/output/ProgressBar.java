package org.usageflow.console.output;

import java.io.PrintWriter;
import java.util.Locale;
import org.usageflow.core.ValidationListener;

/** Shows on a terminal how far an upload is read. Asks for no records, so that none is held. */
public final class ProgressBar implements ValidationListener, AutoCloseable {

    private static final String TERMINAL = "usage.tty";
    private static final int WIDTH = 30;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean isShown;
    private long lastPercent = -1;

    /**
     * Makes a bar.
     *
     * @param err where it is drawn
     * @param isShown whether a terminal is there; nothing is written if not
     */
    public ProgressBar(PrintWriter err, boolean isShown) {
        this.err = err;
        this.isShown = isShown;
    }

    /** A bar where there is a terminal. */
    public static ProgressBar on(PrintWriter err) {
        return new ProgressBar(err, Boolean.getBoolean(TERMINAL));
    }

    @Override
    public boolean wantsRecords() {
        return false;
    }

    @Override
    public void onProgress(Progress progress) {
        long percent = progress.bytes() == 0 ? 100 : Math.min(100, 100 * progress.bytesRead() / progress.bytes());
        if (isShown && percent != lastPercent) {
            lastPercent = percent;
            int done = (int) (percent * WIDTH / 100);
            err.printf(
                    Locale.ROOT,
                    "\r[%s%s] %3d %%, %,d rows",
                    "#".repeat(done),
                    ".".repeat(WIDTH - done),
                    percent,
                    progress.rows());
            err.flush();
        }
    }

    /** Clears the line, if anything was drawn. */
    @Override
    public void close() {
        if (lastPercent >= 0) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
