package cachescope.app.frame;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * The time that is shown, and how it moves. Times are nanoseconds from the run's start. FX thread
 * only.
 *
 * <p>While it follows the live edge it stays {@link #LIVE_LAG_NANOS} behind the log's end, so that
 * most calls that it shows are complete. A rate other than 1 leaves the live edge, as does any
 * seek.
 */
public final class Playhead {
    /** The slowest rate: a second of the run takes almost three hours. */
    public static final double RATE_MIN = 0.0001;

    /** The fastest rate: a second shows a quarter of an hour. */
    public static final double RATE_MAX = 1000;

    /** How far behind the log's end the playhead stays while it follows. */
    public static final long LIVE_LAG_NANOS = 100_000_000L;

    /**
     * How long the playhead goes on behind the last event, in wall time, so that the last packets
     * reach their ends.
     */
    public static final long RUN_OUT_NANOS = 4_000_000_000L;

    /** After how much wall time without an event the rest of the idle time is passed over. */
    public static final long IDLE_NANOS = 1_000_000_000L;

    /** How long before the next event the playhead comes down, in wall time. */
    public static final long IDLE_LEAD_NANOS = 200_000_000L;

    /** How long it is told, in wall time, that idle time was passed over. */
    public static final long SKIP_TOLD_NANOS = 3_000_000_000L;

    private static final long JUMP_NANOS = 500_000_000L;

    private final ReadOnlyLongWrapper time = new ReadOnlyLongWrapper(this, "time");
    private final ReadOnlyLongWrapper liveEdge = new ReadOnlyLongWrapper(this, "liveEdge");
    private final ReadOnlyBooleanWrapper playing =
            new ReadOnlyBooleanWrapper(this, "playing", true);
    private final ReadOnlyBooleanWrapper following =
            new ReadOnlyBooleanWrapper(this, "following", true);
    private final DoubleProperty rate =
            new SimpleDoubleProperty(this, "rate", 1) {
                @Override
                public void set(double value) {
                    super.set(Math.clamp(value, RATE_MIN, RATE_MAX));
                }
            };
    private final BooleanProperty skippingIdle =
            new SimpleBooleanProperty(this, "skippingIdle", false);
    private final ReadOnlyLongWrapper skipped = new ReadOnlyLongWrapper(this, "skipped");
    private long toldNanos;
    private int steps;

    public Playhead() {
        rate.addListener((_, _, now) -> following.set(following.get() && now.doubleValue() == 1));
    }

    /** The time now shown. */
    public ReadOnlyLongProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    public long time() {
        return time.get();
    }

    /** Log time per wall time; a value out of bounds is set to the nearest bound. */
    public DoubleProperty rateProperty() {
        return rate;
    }

    public double rate() {
        return rate.get();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    public boolean isPlaying() {
        return playing.get();
    }

    public ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    public boolean isFollowing() {
        return following.get();
    }

    /** The log's end as the last frame saw it. */
    public ReadOnlyLongProperty liveEdgeProperty() {
        return liveEdge.getReadOnlyProperty();
    }

    /** Whether stretches in which nothing happens are passed over while it plays. */
    public BooleanProperty skippingIdleProperty() {
        return skippingIdle;
    }

    /** How much time was passed over just now; 0 again a while after. */
    public ReadOnlyLongProperty skippedProperty() {
        return skipped.getReadOnlyProperty();
    }

    /** Goes on from here. */
    public void play() {
        playing.set(true);
    }

    /** Stops the playhead alone: the run goes on. */
    public void pause() {
        playing.set(false);
        following.set(false);
    }

    public void togglePlay() {
        if (isPlaying()) {
            pause();
        } else {
            play();
        }
    }

    /**
     * Pauses and goes to the event that many places further on, or back where negative. Done with
     * the next frame.
     */
    public void step(int events) {
        pause();
        steps += events;
    }

    /**
     * Goes to a time, in either direction, and leaves the live edge. A time before the start is the
     * start.
     */
    public void seek(long to) {
        following.set(false);
        moveTo(Math.max(0, to));
    }

    /** Goes to the log's end, at rate 1, and stays there. */
    public void toLiveEdge() {
        rate.set(1);
        playing.set(true);
        following.set(true);
        moveTo(Math.max(0, liveEdge.get() - LIVE_LAG_NANOS));
    }

    /**
     * Begins with another log, which ends at a time so far: follows that end at rate 1, and plays
     * from the start at any other rate.
     */
    void begin(long edge) {
        liveEdge.set(edge);
        playing.set(true);
        following.set(rate() == 1);
        moveTo(isFollowing() ? Math.max(0, edge - LIVE_LAG_NANOS) : 0);
    }

    public void toStart() {
        seek(0);
    }

    /** Goes to the last event and pauses there. */
    public void toEnd() {
        pause();
        moveTo(liveEdge.get());
    }

    /** The steps asked for since the last frame. */
    int takeSteps() {
        int taken = steps;
        steps = 0;
        return taken;
    }

    void moveTo(long to) {
        time.set(to);
    }

    /** Moves on by one frame; {@code edge} is the time of the log's last event. */
    void advance(long wallNanos, long edge, LogEnd end) {
        liveEdge.set(edge);
        tellOfSkips(wallNanos);
        if (!isPlaying()) {
            return;
        }
        long target = edge - LIVE_LAG_NANOS;
        if (isFollowing() && target - time.get() > JUMP_NANOS) {
            moveTo(target);
            return;
        }
        long limit = end == LogEnd.LOADING ? edge : edge + (long) (RUN_OUT_NANOS * rate());
        long next = Math.min(time.get() + (long) (wallNanos * rate()), limit);
        time.set(Math.max(time.get(), next));
        if (next == limit && end == LogEnd.OVER) {
            pause();
        } else if (end == LogEnd.LIVE && !isFollowing() && rate() >= 1 && next >= target) {
            toLiveEdge();
        }
    }

    /** Whether {@link #skipIdleTime} has anything to do. */
    boolean looksForIdleTime() {
        return skippingIdle.get() && isPlaying() && !isFollowing();
    }

    /**
     * Passes over idle time: where nothing has happened for {@link #IDLE_NANOS} of wall time at the
     * rate in force, to a little before the next event.
     */
    void skipIdleTime(Neighbours events) {
        long land = events.after() - (long) (IDLE_LEAD_NANOS * rate());
        boolean idle = time.get() - events.before() >= (long) (IDLE_NANOS * rate());
        if (idle && events.after() != Neighbours.NONE && land > time.get()) {
            skipped.set(skipped.get() + land - time.get());
            toldNanos = 0;
            time.set(land);
        }
    }

    private void tellOfSkips(long wallNanos) {
        toldNanos += wallNanos;
        if (toldNanos >= SKIP_TOLD_NANOS) {
            skipped.set(0);
        }
    }
}
