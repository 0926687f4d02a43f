package cachescope.app.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * Stored states of the playhead's projections along a log, so that any moment of it can be shown
 * without folding the log from its start. They lie at about equal distances in events; when there
 * are too many, every other one is let go and the distance doubles. Safe for use by many threads.
 */
final class Keyframes {
    /** How many events lie between two keyframes at first. */
    static final int FIRST_STRIDE_EVENTS = 16_384;

    /** How many keyframes are kept at most. */
    static final int FRAMES_MAX = 512;

    private final List<Fold> frames = new ArrayList<>();
    private final int framesMax;
    private long stride;

    Keyframes() {
        this(FIRST_STRIDE_EVENTS, FRAMES_MAX);
    }

    Keyframes(int strideEvents, int framesMax) {
        this.stride = strideEvents;
        this.framesMax = framesMax;
    }

    /** Stores a state as it is now, if it is far enough from the last one stored. */
    synchronized void offer(Fold fold) {
        long last = frames.isEmpty() ? 0 : frames.getLast().cursor();
        if (fold.cursor() - last < stride) {
            return;
        }
        frames.add(fold.copyOfOpen());
        if (frames.size() > framesMax) {
            thin();
        }
    }

    /**
     * A copy of the newest state before an event. Of journeys it has those of an earlier one, which
     * lies far enough back that those that a keyframe does not hold come again.
     */
    synchronized Fold before(long seq) {
        int newest = newestUpTo(seq);
        if (newest < 0) {
            return new Fold();
        }
        var found = frames.get(newest);
        int earlier = newest;
        while (earlier >= 0 && !frames.get(earlier).fills(found)) {
            earlier--;
        }
        return found.copyWithJourneysFrom(earlier < 0 ? new Fold() : frames.get(earlier));
    }

    synchronized int size() {
        return frames.size();
    }

    private int newestUpTo(long seq) {
        int low = 0;
        int high = frames.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frames.get(middle).cursor() <= seq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private void thin() {
        stride *= 2;
        int kept = 0;
        for (int i = 1; i < frames.size(); i += 2) {
            frames.set(kept++, frames.get(i));
        }
        frames.subList(kept, frames.size()).clear();
    }
}
