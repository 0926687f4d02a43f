package cachescope.app;

import cachescope.app.charts.Chart;
import cachescope.app.charts.ChartsView;
import cachescope.app.charts.ChartsViewModel;
import cachescope.app.fanout.FanOutView;
import cachescope.app.fanout.FanOutViewModel;
import cachescope.app.frame.FrameClock;
import cachescope.app.hierarchy.HierarchyView;
import cachescope.app.hierarchy.HierarchyViewModel;
import cachescope.app.sizing.SizingView;
import cachescope.app.sizing.SizingViewModel;
import cachescope.app.stampede.StampedeView;
import cachescope.app.stampede.StampedeViewModel;
import cachescope.app.theme.Palette;
import cachescope.app.window.Lower;
import java.util.List;

/** The views below the stage. */
final class LowerScreens {
    private LowerScreens() {}

    /** Builds them, and lets a clock show them. */
    static List<Lower> of(FrameClock clock, SizingViewModel sizing, Palette palette) {
        var charts = new ChartsViewModel();
        var hierarchy = new HierarchyViewModel();
        var fanOut = new FanOutViewModel();
        var stampede = new StampedeViewModel();
        clock.addScreen(charts);
        clock.addScreen(hierarchy);
        clock.addScreen(fanOut);
        clock.addScreen(stampede);
        clock.beforeEachFrame(sizing::look);
        return List.of(
                new Lower(
                        "Charts",
                        "Hits and database",
                        new ChartsView(
                                List.of(Chart.HIT_RATIO, Chart.DATABASE_CALLS), charts, palette)),
                new Lower(
                        "Charts",
                        "Read latency",
                        new ChartsView(List.of(Chart.READ_P50, Chart.READ_P99), charts, palette)),
                new Lower("Hierarchy", "Hierarchy", new HierarchyView(hierarchy, palette)),
                new Lower("Fan-out and stampede", "Fan-out", new FanOutView(fanOut, palette)),
                new Lower("Fan-out and stampede", "Stampede", new StampedeView(stampede, palette)),
                new Lower("Cache size", "Cache size", new SizingView(sizing, palette)));
    }
}
