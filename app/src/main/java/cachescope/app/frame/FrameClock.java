package cachescope.app.frame;

import cachescope.engine.event.EventLog;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/**
 * The one timer of the window, and the one place where the log meets the screen. A frame moves the
 * playhead, reads on in the log by sequence number for a bounded time, folds the projections, and
 * then shows all screens, if anything changed. FX thread only.
 *
 * <p>If the log grows faster than it can be folded, the playhead waits: nothing is shown that was
 * not folded. After a seek back the fold begins again a stretch before the new time, and the
 * screens keep the old picture until it is there.
 */
public final class FrameClock extends AnimationTimer {
    /** How far ahead of the playhead journeys and loads are folded. */
    public static final long AHEAD_NANOS = Playhead.LIVE_LAG_NANOS;

    /** How long a frame may fold. */
    public static final long FOLD_NANOS = 6_000_000L;

    private static final long BACK_NANOS = 10_000_000_000L;
    private static final long BACK_EVENTS = 20_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Playhead playhead;
    private final List<Screen> screens = new ArrayList<>();
    private final List<Runnable> looks = new ArrayList<>();
    private final Shown shown = new Shown();
    private final Whole whole = new Whole();
    private final Fold ahead = new Fold(shown.journeys(), shown.tierLoads(), shown.feed());
    private final Fold all =
            new Fold(whole.timeline(), whole.markers(), whole.course(), whole.requests());
    private EventLog log = new EventLog();
    private Look last = Look.NONE;
    private long lastWall = -1;
    private long shownTime;
    private boolean seeking;
    private long soughtSeen;
    private long cpuNanos;
    private boolean requested = true;

    /** What a frame's picture depends on, the screens' own state aside. */
    private record Look(
            long time,
            double rate,
            boolean playing,
            boolean following,
            long wholeSeq,
            long aheadSeq) {
        static final Look NONE = new Look(-1, 0, false, false, -1, -1);
    }

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
        openAt(next, playhead.time());
    }

    /** Turns to another log, of a run that is over, and plays it from its start. */
    public void openAtStart(EventLog next) {
        openAt(next, 0);
        playhead.seek(0);
        playhead.play();
    }

    /** The time of the log's last event, as it stands now. */
    public long liveEdge() {
        return log.lastAt();
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
        playhead.advance(wall, log.lastAt(), whole.course().ended());
        if (advance(System.nanoTime() + FOLD_NANOS)) {
            showIfChanged();
        }
        cpuNanos = threads.getCurrentThreadCpuTime() - cpuBefore;
    }

    private void openAt(EventLog next, long time) {
        log = next;
        all.restart(0);
        restartBefore(Math.max(0, time));
        playhead.moveTo(Math.max(0, time));
        soughtSeen = playhead.sought();
        seeking = true;
        requestFrame();
    }

    /** Folds up to the playhead; false while a seek is not there yet. */
    private boolean advance(long deadline) {
        int steps = playhead.takeSteps();
        if (steps != 0) {
            playhead.moveTo(timeOfStep(steps));
        }
        long time = playhead.time();
        if (playhead.sought() != soughtSeen) {
            soughtSeen = playhead.sought();
            seeking = true;
            if (time < shownTime || time - shownTime > BACK_NANOS) {
                restartBefore(time);
            }
        }
        boolean there = ahead.advance(log, log.firstSeqAtOrAfter(time + AHEAD_NANOS + 1), deadline);
        all.advance(log, log.size(), deadline);
        if (!there && !seeking) {
            playhead.holdAt(Math.max(shownTime, ahead.reached() - AHEAD_NANOS));
            there = true;
        }
        seeking &= !there;
        shownTime = there ? playhead.time() : shownTime;
        return there;
    }

    private void restartBefore(long time) {
        long from =
                Math.min(
                        log.firstSeqAtOrAfter(time - BACK_NANOS),
                        log.firstSeqAtOrAfter(time) - BACK_EVENTS);
        ahead.restart(Math.max(0, from));
    }

    private long timeOfStep(int steps) {
        long time = playhead.time();
        long seq =
                steps > 0
                        ? log.firstSeqAtOrAfter(time + 1) + steps - 1
                        : log.firstSeqAtOrAfter(time) + steps;
        long[] at = {time};
        log.read(Math.clamp(seq, 0, Math.max(0, log.size() - 1)), 1, event -> at[0] = event.at());
        return steps > 0 ? Math.max(time, at[0]) : Math.min(time, at[0]);
    }

    private void showIfChanged() {
        var look =
                new Look(
                        playhead.time(),
                        playhead.rate(),
                        playhead.isPlaying(),
                        playhead.isFollowing(),
                        all.cursor(),
                        ahead.cursor());
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
                        whole.course().ended(),
                        shown,
                        whole,
                        cpuNanos);
        screens.forEach(screen -> screen.show(frame));
    }
}
