package org.usageflow.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.usageflow.spi.event.ProgressListener;

/**
 * A listener that keeps all that it hears. Thread-safe; memory grows with every call.
 */
public final class RecordingProgressListener implements ProgressListener {

    private final List<Progress> heard = new CopyOnWriteArrayList<>();

    /** A listener that has heard nothing. */
    public RecordingProgressListener() {}

    @Override
    public void onProgress(Progress progress) {
        heard.add(progress);
    }

    /** What it heard, in order. */
    public List<Progress> heard() {
        return List.copyOf(heard);
    }

    /**
     * What it heard last.
     *
     * @throws IllegalStateException if it heard nothing
     */
    public Progress last() {
        List<Progress> all = heard();
        if (all.isEmpty()) {
            throw new IllegalStateException("no progress was heard");
        }
        return all.get(all.size() - 1);
    }

    /** Whether rows or bytes ever fell, as they must not during one piece of work. */
    public boolean everFell() {
        List<Progress> all = heard();
        for (int i = 1; i < all.size(); i++) {
            Progress before = all.get(i - 1);
            Progress now = all.get(i);
            if (now.rows() < before.rows() || now.bytesRead() < before.bytesRead()) {
                return true;
            }
        }
        return false;
    }
}
