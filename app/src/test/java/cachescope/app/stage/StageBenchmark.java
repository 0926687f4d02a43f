package cachescope.app.stage;

import cachescope.app.fixture.SyntheticLog;
import cachescope.app.frame.Frame;
import cachescope.app.frame.FrameClock;
import cachescope.app.frame.Playhead;
import cachescope.app.frame.Screen;
import cachescope.app.frame.Selection;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/**
 * Measures what the stage costs: the CPU time of all threads for a frame, under software rendering,
 * with about a thousand packets on as many pixels as 1280 x 800 has (the headless screen is 1000 x
 * 1000). At the root:
 *
 * <pre>
 * mvn -q -pl engine,app test-compile exec:exec@stage-benchmark
 * </pre>
 */
public final class StageBenchmark implements Screen {
    private static final long SECOND = 1_000_000_000L;
    private static final int WARM_UP_FRAMES = 600;
    private static final int FRAMES = 600;
    private static final double REQUESTS_PER_SECOND = 860;

    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final StageView stage;
    private final Playhead playhead;
    private int frames;
    private long packets;
    private long clockNanos;
    private long cpuBefore;

    private StageBenchmark(StageView stage, Playhead playhead) {
        this.stage = stage;
        this.playhead = playhead;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var ready = new CountDownLatch(1);
        var holder = new StageBenchmark[1];
        Platform.startup(() -> {
            holder[0] = open();
            ready.countDown();
        });
        ready.await();
        boolean finished = holder[0].done.await(2, TimeUnit.MINUTES);
        Platform.exit();
        System.exit(finished ? 0 : 1);
    }

    private static StageBenchmark open() {
        var theme = new Theme();
        var palette = new Palette();
        var view = new StageView(palette, new SimpleObjectProperty<>(new Selection.Nothing()));
        var scene = new Scene(new StackPane(palette, view), 1000, 1000);
        theme.dress(scene);
        var window = new Stage(StageStyle.UNDECORATED);
        window.setScene(scene);
        window.show();
        var playhead = new Playhead();
        var clock = new FrameClock(playhead);
        var benchmark = new StageBenchmark(view, playhead);
        clock.addScreen(view);
        clock.addScreen(benchmark);
        clock.openAtStart(SyntheticLog.of(1, 28_000, REQUESTS_PER_SECOND, 1));
        clock.start();
        return benchmark;
    }

    @Override
    public void show(Frame frame) {
        if (frame.time() > frame.liveEdge() - 2 * SECOND) {
            playhead.seek(2 * SECOND);
        }
        frames++;
        if (frames == WARM_UP_FRAMES) {
            cpuBefore = system.getProcessCpuTime();
        } else if (frames > WARM_UP_FRAMES && frames <= WARM_UP_FRAMES + FRAMES) {
            packets += stage.model().packetsProperty().get().packets().size();
            clockNanos += frame.cpuNanos();
        } else if (frames == WARM_UP_FRAMES + FRAMES + 1) {
            report(system.getProcessCpuTime() - cpuBefore);
            done.countDown();
        }
    }

    private void report(long cpuNanos) {
        System.out.printf(
                Locale.ROOT,
                "%d packets: %.2f ms CPU a frame (all threads), of it %.2f ms folding and drawing; %d frames%n",
                packets / FRAMES,
                cpuNanos / 1e6 / FRAMES,
                clockNanos / 1e6 / FRAMES,
                FRAMES);
    }
}
