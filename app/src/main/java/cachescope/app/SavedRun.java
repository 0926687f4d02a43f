package cachescope.app;

import cachescope.engine.event.Event;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.StrategyJson;
import java.util.Optional;

/** What a saved log says of its run, in the words of the header and the controls. */
final class SavedRun {
    private SavedRun() {}

    /** The name of the traffic, if the log tells it. */
    static Optional<String> traffic(Event.RunStarted start) {
        return start.traffic().path("name").asStringOpt().filter(name -> !name.isBlank());
    }

    /** The strategy that the run began by; empty if this program does not know it. */
    static Optional<Strategy> strategy(Event.RunStarted start) {
        try {
            return Optional.of(StrategyJson.read("strategy", start.strategy().toString()));
        } catch (StrategyException unknown) {
            return Optional.empty();
        }
    }

    /** Whether the run took place in the simulated world. */
    static boolean isSimulated(Event.RunStarted start) {
        return start.world().equals("simulated");
    }

    /** A few words: {@code saved log · simulated}. */
    static String origin(Event.RunStarted start) {
        return "saved log · " + start.world();
    }

    /** A sentence about how the run was made. */
    static String inFull(Event.RunStarted start) {
        return "The saved log of a run in the "
                + start.world()
                + " world, seed "
                + start.seed()
                + "; nothing runs now";
    }
}
