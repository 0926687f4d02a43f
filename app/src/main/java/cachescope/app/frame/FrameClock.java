package cachescope.app.frame;

import cachescope.engine.event.EventLog;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The one timer of the window, and the one place where the log meets the screen. A frame moves the
 * playhead, reads on in the log by sequence number for a bounded time, and then shows all screens,
 * if anything changed. FX thread only; {@link #close} ends the threads that read for it.
 *
 * <p>Where the playhead goes back, or further than a frame can fold, the state there is folded from
 * a keyframe on another thread; until it is there the screens keep the old picture. Nothing is ever
 * shown that was not folded.
 */
public final class FrameClock extends AnimationTimer implements AutoCloseable {
    /** How far ahead of the playhead journeys and loads are folded, at most. */
    public static final long AHEAD_NANOS = Ahead.NANOS;

    /** How long a frame may fold. */
    public static final long FOLD_NANOS = 6_000_000L;

    /** How many events the playhead may run on before a keyframe is the shorter way. */
    private static final int JUMP_EVENTS = 16_384;

    private static final long NOTHING = -1;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Playhead playhead;
    private final List<Screen> screens = new ArrayList<>();
    private final List<Runnable> looks = new ArrayList<>();
    private final OpenLogs logs = new OpenLogs();
    private @Nullable OpenLog opened;
    private @Nullable OpenLog beside;
    private EventLog log = new EventLog();
    private Follower.Published published = new Follower.Published(new Whole(), 0);
    private Fold fold = new Fold();
    private Look last = Look.NONE;
    private long lastWall = -1;
    private long shownTime;
    private long soughtTime = NOTHING;
    private LogEnd end = LogEnd.LIVE;
    private boolean ready = true;
    private long cpuNanos;
    private boolean requested = true;

    public FrameClock(Playhead playhead) {
        this.playhead = playhead;
    }

    /** Adds a screen; screens are shown in the order in which they were added. */
    public void addScreen(Screen screen) {
        screens.add(screen);
        requestFrame();
    }

    /** Does something at the beginning of every frame, whether anything changed or not. */
    public void beforeEachFrame(Runnable look) {
        looks.add(look);
    }

    /**
     * Turns to another log and follows its end; at a rate other than 1 it is played from its start
     * instead, at that rate.
     */
    public void open(EventLog next) {
        playhead.begin(next.lastAt());
        openAt(next, playhead.time(), LogEnd.LIVE, Optional.empty());
    }

    /**
     * Turns to another log, of a run that is over, and plays it from its start. It may still be
     * read from a file: until {@link #endsHere} or the run's end the playhead waits for it.
     */
    public void openAtStart(EventLog next) {
        openAt(next, 0, LogEnd.LOADING, Optional.empty());
        playhead.seek(0);
        playhead.play();
    }

    /**
     * Turns to another log at a time, with the playhead going on as it did; {@code other} stands
     * beside it in every frame. What was read of either is kept.
     */
    public void turnTo(EventLog next, long time, Optional<EventLog> other) {
        openAt(next, time, LogEnd.LOADING, other);
        playhead.seek(time);
    }

    /** Reads a log already to which it will turn soon. */
    public void readAhead(EventLog coming) {
        logs.of(coming);
    }

    /** Reads no log any more but the one that is shown and the one beside it. */
    public void dropAhead() {
        var kept = new HashSet<EventLog>();
        kept.add(log);
        if (beside != null) {
            kept.add(beside.log());
        }
        logs.keepOnly(kept);
    }

    /** Says that nothing more will be appended to the log, though it does not end as a run does. */
    public void endsHere() {
        end = LogEnd.OVER;
        requestFrame();
    }

    /** The time of the log's last event, as it stands now. */
    public long liveEdge() {
        return log.lastAt();
    }

    /** How many requests were let in by what was folded of the log. */
    public long requests() {
        return published.whole().course().requests();
    }

    /** When the frame began, in nanoseconds of the screen's own clock; -1 before the first. */
    public long now() {
        return lastWall;
    }

    /** The strategy in force where the playhead stands, as the log holds it, if it is known yet. */
    public Optional<JsonNode> strategy() {
        return published.whole().course().strategyAt(playhead.time());
    }

    /** The log that is shown. */
    public EventLog log() {
        return log;
    }

    /**
     * Whether what is told of the whole run will, with the next frame, hold all before an event.
     */
    public boolean hasRead(long seq) {
        return opened != null && opened.published().endSeq() >= seq;
    }

    /** Whether what every screen shows is where the playhead stands. */
    public boolean isAtPlayhead() {
        return ready && shownTime == playhead.time() && screens.stream().allMatch(Screen::isReady);
    }

    /** Whether all that was appended is folded, and what is shown is where the playhead stands. */
    public boolean isUpToDate() {
        return isAtPlayhead() && published.endSeq() == log.size();
    }

    /** Why the log cannot be read, in a sentence; empty if all is well. */
    public Optional<String> failure() {
        return opened == null ? Optional.empty() : opened.failure();
    }

    /**
     * Shows the next frame even if nothing changed in the log: the theme, a size or the selection
     * did.
     */
    public void requestFrame() {
        requested = true;
    }

    @Override
    public void handle(long now) {
        long wall = lastWall < 0 ? 0 : now - lastWall;
        lastWall = now;
        looks.forEach(Runnable::run);
        long cpuBefore = threads.getCurrentThreadCpuTime();
        if (opened != null) {
            published = opened.published();
        }
        movePlayhead(wall);
        if (opened != null) {
            advance(opened, System.nanoTime() + FOLD_NANOS);
        }
        if (ready) {
            showIfChanged();
        }
        cpuNanos = threads.getCurrentThreadCpuTime() - cpuBefore;
    }

    /** Ends the threads that read for it; the last picture stays. */
    @Override
    public void close() {
        logs.close();
        opened = null;
        beside = null;
    }

    private boolean ended() {
        return end == LogEnd.OVER || published.whole().course().ended();
    }

    private void openAt(EventLog next, long time, LogEnd becomes, Optional<EventLog> other) {
        log = next;
        opened = logs.of(next);
        beside = other.map(logs::of).orElse(null);
        dropAhead();
        published = opened.published();
        fold = new Fold();
        soughtTime = NOTHING;
        end = becomes;
        ready = false;
        shownTime = 0;
        playhead.moveTo(Math.max(0, time));
        requestFrame();
    }

    private void movePlayhead(long wall) {
        int steps = playhead.takeSteps();
        if (steps != 0) {
            playhead.moveTo(Neighbours.step(log, playhead.time(), steps));
        }
        playhead.advance(wall, log.lastAt(), ended() ? LogEnd.OVER : end);
        if (playhead.looksForIdleTime()) {
            playhead.skipIdleTime(Neighbours.of(log, playhead.time()));
        }
    }

    /** Folds up to the playhead, or has it done. */
    private void advance(OpenLog from, long deadline) {
        takeFound(from.seeker());
        long time = playhead.time();
        var extent = Ahead.of(log, time);
        if (!fold.canReach(extent) || extent.end() - fold.cursor() > JUMP_EVENTS) {
            if (soughtTime != time) {
                soughtTime = time;
                from.seeker().order(time);
            }
        } else if (fold.advance(log, extent, () -> System.nanoTime() - deadline >= 0)) {
            soughtTime = NOTHING;
            shownTime = time;
            ready = true;
        }
    }

    /** Takes over a state that was sought, unless the playhead has come elsewhere by itself. */
    private void takeFound(Seeker seeker) {
        var found = seeker.take();
        if (soughtTime != NOTHING && found.isPresent()) {
            fold = found.get().fold();
            shownTime = found.get().time();
            ready = true;
        }
    }

    private Optional<Beside> beside() {
        if (beside == null) {
            return Optional.empty();
        }
        var whole = beside.published().whole();
        return Optional.of(new Beside(whole, beside.log().lastAt(), whole.course().ended()));
    }

    private void showIfChanged() {
        var look =
                new Look(
                        shownTime,
                        playhead.rate(),
                        playhead.isPlaying(),
                        playhead.isFollowing(),
                        published.endSeq(),
                        beside == null ? 0 : beside.published().endSeq(),
                        fold.cursor());
        if (!requested && look.equals(last)) {
            return;
        }
        requested = false;
        last = look;
        var frame =
                new Frame(
                        log,
                        look.time(),
                        look.rate(),
                        look.playing(),
                        look.following(),
                        playhead.liveEdgeProperty().get(),
                        ended(),
                        fold.shown(),
                        published.whole(),
                        beside(),
                        cpuNanos);
        screens.forEach(screen -> screen.show(frame));
    }
}
