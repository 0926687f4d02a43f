package cachescope.app;

import cachescope.app.files.FilePicker;
import cachescope.app.fixture.ClusterPlan;
import cachescope.app.fixture.SyntheticMessages;
import cachescope.app.frame.Frame;
import cachescope.app.frame.Screen;
import cachescope.app.picture.Caption;
import cachescope.app.session.Session;
import cachescope.app.settings.Settings;
import cachescope.app.theme.Theme;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/**
 * Measures what the whole window costs, with each of the views below the stage in turn, and at last
 * minimised: the CPU time of all threads for a frame, under software rendering, at 1000 x 1000,
 * while a run over three nodes is played. At the root:
 *
 * <pre>
 * mvn -q -pl engine,app test-compile exec:exec@window-benchmark
 * </pre>
 */
public final class WindowBenchmark implements Screen {
    private static final long SECOND = 1_000_000_000L;
    private static final int WARM_UP_FRAMES = 300;
    private static final int FRAMES = 300;
    private static final String MINIMISED = "(minimised)";
    private static final int RUN_SECONDS = 30;

    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final Explorer explorer;
    private final Queue<String> views = new ArrayDeque<>();
    private String view = "";
    private int frames;
    private long clockNanos;
    private long cpuBefore;

    private WindowBenchmark() {
        var session =
                new Session(() -> {
                    throw new IllegalStateException("a benchmark needs no store");
                });
        explorer =
                new Explorer(
                        session,
                        Settings.DEFAULT,
                        Recordings.bundled(),
                        new Theme(),
                        FilePicker.NOBODY);
        views.addAll(explorer.views());
        views.add(MINIMISED);
    }

    public static void main(String[] arguments) throws InterruptedException {
        var ready = new CountDownLatch(1);
        var holder = new WindowBenchmark[1];
        Platform.startup(() -> {
            holder[0] = new WindowBenchmark();
            holder[0].open();
            ready.countDown();
        });
        ready.await();
        boolean finished = holder[0].done.await(5, TimeUnit.MINUTES);
        System.exit(finished ? 0 : 1);
    }

    private void open() {
        stage.setScene(explorer.scene());
        stage.setWidth(1000);
        stage.setHeight(1000);
        stage.show();
        var plan = ClusterPlan.DEFAULT;
        var log =
                SyntheticMessages.of(
                        new ClusterPlan(
                                plan.seed(),
                                plan.nodes(),
                                plan.guard(),
                                plan.keys(),
                                plan.readsPerSecond(),
                                plan.writesPerSecond(),
                                RUN_SECONDS,
                                plan.timeToLive(),
                                plan.losses()));
        explorer.show(log, new Caption("made for the occasion", "simulated", true, 1, "", ""));
        explorer.clock().addScreen(this);
        next();
    }

    private void next() {
        view = views.remove();
        frames = 0;
        clockNanos = 0;
        if (view.equals(MINIMISED)) {
            stage.setIconified(true);
        } else {
            explorer.turnTo(view);
        }
        explorer.turnTo(SECOND, 1, true);
    }

    @Override
    public void show(Frame frame) {
        frames++;
        if (frames == WARM_UP_FRAMES) {
            cpuBefore = system.getProcessCpuTime();
        } else if (frames > WARM_UP_FRAMES && frames <= WARM_UP_FRAMES + FRAMES) {
            clockNanos += frame.cpuNanos();
        } else if (frames > WARM_UP_FRAMES + FRAMES) {
            report(system.getProcessCpuTime() - cpuBefore);
            if (views.isEmpty()) {
                done.countDown();
            } else {
                Platform.runLater(this::next);
                frames = Integer.MIN_VALUE;
            }
        }
    }

    private void report(long cpuNanos) {
        System.out.printf(
                Locale.ROOT,
                "%-12s %.2f ms CPU a frame (all threads), of it %.2f ms folding and drawing; %d frames%n",
                view,
                cpuNanos / 1e6 / FRAMES,
                clockNanos / 1e6 / FRAMES,
                FRAMES);
    }
}
