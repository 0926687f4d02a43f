package cachescope.engine.scenario;

import cachescope.engine.run.Plan;
import cachescope.engine.run.PlannedDisturbance;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.Traffic;
import java.util.List;
import java.util.Locale;

/**
 * Something to be shown.
 *
 * @param title what it is, in a few words
 * @param watch what to watch for, in sentences
 * @param learn what is to be learned, in sentences
 * @param simulated whether it is meant for the simulated world
 * @param seed of all that is drawn at random in its run
 * @param disturbances what goes wrong on purpose, in the order of their times
 * @param view where it is best seen
 */
public record Scenario(
        String title,
        String watch,
        String learn,
        boolean simulated,
        long seed,
        Strategy strategy,
        Traffic traffic,
        List<PlannedDisturbance> disturbances,
        View view) {

    /** The parts of the window of which one shows best what a scenario is about. */
    public enum View {
        CHARTS,
        HIERARCHY,
        LRU,
        FAN_OUT,
        STAMPEDE;

        /** The name in files, and that of the view or of its group in the window. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Scenario {
        disturbances = List.copyOf(disturbances);
    }

    /** The scenario as it is to be run: its time is that of its traffic. */
    public Plan plan() {
        return Plan.of(strategy, traffic)
                .withSpeed(1)
                .withSeed(seed)
                .withDisturbances(disturbances);
    }
}
