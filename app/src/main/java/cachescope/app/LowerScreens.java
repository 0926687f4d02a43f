package cachescope.app;

import cachescope.app.charts.Chart;
import cachescope.app.charts.ChartsView;
import cachescope.app.charts.ChartsViewModel;
import cachescope.app.controls.StrategyViewModel;
import cachescope.app.fanout.FanOutView;
import cachescope.app.fanout.FanOutViewModel;
import cachescope.app.frame.FrameClock;
import cachescope.app.frame.Playhead;
import cachescope.app.frame.Screen;
import cachescope.app.frame.Seen;
import cachescope.app.frame.WhileSeen;
import cachescope.app.hierarchy.HierarchyView;
import cachescope.app.hierarchy.HierarchyViewModel;
import cachescope.app.keyspace.KeySpaceView;
import cachescope.app.keyspace.KeySpaceViewModel;
import cachescope.app.lru.LruView;
import cachescope.app.lru.LruViewModel;
import cachescope.app.lru.RivalsViewModel;
import cachescope.app.lru.SandboxViewModel;
import cachescope.app.session.ShownRun;
import cachescope.app.sizing.SizingView;
import cachescope.app.sizing.SizingViewModel;
import cachescope.app.stampede.StampedeView;
import cachescope.app.stampede.StampedeViewModel;
import cachescope.app.structure.StructuresView;
import cachescope.app.structure.StructuresViewModel;
import cachescope.app.theme.Palette;
import cachescope.app.window.Lower;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;

/** The views below the stage. */
final class LowerScreens {
    /** As many as can all be seen. */
    private static final int NEAR_ENTRIES = 32;

    private LowerScreens() {}

    /** Builds them, and lets a clock show them. */
    static List<Lower> of(
            FrameClock clock,
            Playhead playhead,
            Palette palette,
            ShownRun shown,
            StrategyViewModel strategy,
            SizingViewModel sizing) {
        var charts = new ChartsViewModel();
        var hierarchy = new HierarchyViewModel();
        var fanOut = new FanOutViewModel();
        var stampede = new StampedeViewModel();
        var lru = new LruViewModel();
        var sandbox = new SandboxViewModel();
        var rivals = new RivalsViewModel(lru.placeProperty()::get, playhead::seek);
        var list = new LruView(lru, sandbox, rivals, palette, () -> giveNearCaches(strategy));
        var hits = new ChartsView(List.of(Chart.HIT_RATIO, Chart.DATABASE_CALLS), charts, palette);
        var latency = new ChartsView(List.of(Chart.READ_P50, Chart.READ_P99), charts, palette);
        var ladder = new HierarchyView(hierarchy, palette);
        var messages = new FanOutView(fanOut, palette);
        var herd = new StampedeView(stampede, palette);
        show(clock, charts, hits, latency);
        show(clock, hierarchy, ladder);
        show(clock, fanOut, messages);
        show(clock, stampede, herd);
        var structures = new StructuresView(new StructuresViewModel(shown));
        clock.beforeEachFrame(() -> structures.look(clock.now()));
        var keys = new KeySpaceView(new KeySpaceViewModel(shown));
        clock.beforeEachFrame(() -> keys.look(clock.now()));
        show(clock, lru, list);
        show(clock, rivals, list);
        clock.beforeEachFrame(() -> {
            lru.look(list.showsTraffic());
            rivals.look(list.showsRivals());
            sandbox.look(clock.now());
        });
        clock.beforeEachFrame(sizing::look);
        return List.of(
                new Lower("Charts", "Hits", hits),
                new Lower("Charts", "Latency", latency),
                new Lower("Hierarchy", "Hierarchy", ladder),
                new Lower("LRU", "LRU", list),
                new Lower("Cache size", "Cache size", new SizingView(sizing, palette)),
                new Lower("Fan-out and stampede", "Fan-out", messages),
                new Lower("Fan-out and stampede", "Stampede", herd),
                new Lower("Structures", "Structures", structures),
                new Lower("Keys", "Keys", keys));
    }

    /** Lets a clock show a screen while one of its views can be seen. */
    private static void show(FrameClock clock, Screen screen, Node... views) {
        var idle =
                new WhileSeen(
                        screen,
                        () -> Stream.of(views).anyMatch(Seen::inPicture),
                        clock::requestFrame);
        clock.beforeEachFrame(idle::look);
        clock.addScreen(idle);
    }

    private static void giveNearCaches(StrategyViewModel strategy) {
        var now = strategy.strategy();
        strategy.change(now.withCluster(now.cluster().withNearCapacity(NEAR_ENTRIES)));
    }
}
