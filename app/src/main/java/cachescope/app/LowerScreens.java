package cachescope.app;

import cachescope.app.charts.Chart;
import cachescope.app.charts.ChartsView;
import cachescope.app.charts.ChartsViewModel;
import cachescope.app.frame.FrameClock;
import cachescope.app.hierarchy.HierarchyView;
import cachescope.app.hierarchy.HierarchyViewModel;
import cachescope.app.theme.Palette;
import cachescope.app.window.Lower;
import java.util.List;

/** The views below the stage. */
final class LowerScreens {
    private LowerScreens() {}

    /** Builds them, and lets a clock show them. */
    static List<Lower> of(FrameClock clock, Palette palette) {
        var charts = new ChartsViewModel();
        var hierarchy = new HierarchyViewModel();
        clock.addScreen(charts);
        clock.addScreen(hierarchy);
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
                new Lower("Hierarchy", "Hierarchy", new HierarchyView(hierarchy, palette)));
    }
}
