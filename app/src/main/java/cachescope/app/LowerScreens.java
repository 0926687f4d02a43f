package cachescope.app;

import cachescope.app.charts.Chart;
import cachescope.app.charts.ChartsView;
import cachescope.app.charts.ChartsViewModel;
import cachescope.app.fanout.FanOutView;
import cachescope.app.fanout.FanOutViewModel;
import cachescope.app.frame.FrameClock;
import cachescope.app.hierarchy.HierarchyView;
import cachescope.app.hierarchy.HierarchyViewModel;
import cachescope.app.keyspace.KeySpaceView;
import cachescope.app.keyspace.KeySpaceViewModel;
import cachescope.app.session.ShownRun;
import cachescope.app.stampede.StampedeView;
import cachescope.app.stampede.StampedeViewModel;
import cachescope.app.structure.StructuresView;
import cachescope.app.structure.StructuresViewModel;
import cachescope.app.theme.Palette;
import cachescope.app.window.Lower;
import cachescope.engine.scenario.Scenario;
import java.util.List;

/** The views below the stage. */
final class LowerScreens {
    private static final String CHARTS = "Hits and database";
    private static final String HIERARCHY = "Hierarchy";
    private static final String FAN_OUT = "Fan-out";
    private static final String STAMPEDE = "Stampede";

    private LowerScreens() {}

    /** The title of the one that a scenario is best seen in. */
    static String titleOf(Scenario.View view) {
        return switch (view) {
            case CHARTS -> CHARTS;
            case HIERARCHY -> HIERARCHY;
            case FAN_OUT -> FAN_OUT;
            case STAMPEDE -> STAMPEDE;
        };
    }

    /** Builds them, and lets a clock show them. */
    static List<Lower> of(FrameClock clock, Palette palette, ShownRun shown) {
        var charts = new ChartsViewModel();
        var hierarchy = new HierarchyViewModel();
        var fanOut = new FanOutViewModel();
        var stampede = new StampedeViewModel();
        clock.addScreen(charts);
        clock.addScreen(hierarchy);
        clock.addScreen(fanOut);
        clock.addScreen(stampede);
        var structures = new StructuresView(new StructuresViewModel(shown));
        clock.beforeEachFrame(() -> structures.look(clock.wall()));
        var keys = new KeySpaceView(new KeySpaceViewModel(shown));
        clock.beforeEachFrame(() -> keys.look(clock.wall()));
        return List.of(
                new Lower(
                        "Charts",
                        CHARTS,
                        new ChartsView(
                                List.of(Chart.HIT_RATIO, Chart.DATABASE_CALLS), charts, palette)),
                new Lower(
                        "Charts",
                        "Read latency",
                        new ChartsView(List.of(Chart.READ_P50, Chart.READ_P99), charts, palette)),
                new Lower(HIERARCHY, HIERARCHY, new HierarchyView(hierarchy, palette)),
                new Lower("Fan-out and stampede", FAN_OUT, new FanOutView(fanOut, palette)),
                new Lower("Fan-out and stampede", STAMPEDE, new StampedeView(stampede, palette)),
                new Lower("Structures", "Structures", structures),
                new Lower("Keys", "Keys", keys));
    }
}
