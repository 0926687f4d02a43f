package cachescope.engine.scenario;

import cachescope.engine.run.Disturbance;
import cachescope.engine.run.PlannedDisturbance;
import cachescope.engine.strategy.Durations;
import cachescope.engine.strategy.StrategyException;

/**
 * The written form of a planned disturbance: when, what and to whom, such as {@code 5s kill app-2},
 * {@code 5s start app-2}, {@code 5s cut app-2}, {@code 5s lose app-2}, {@code 5s expire user:7},
 * {@code 5s drop user:*}, {@code 5s write user:7}, {@code 5s pause 2s}.
 */
public final class DisturbanceText {
    private static final String EXPECTED =
            "a time, one of kill, start, cut, lose, expire, drop, write, pause, and a node, a key, a pattern of keys or a time, such as '5s expire user:7'";

    private DisturbanceText() {}

    /** Reads the written form; throws with a sentence if it is another. */
    public static PlannedDisturbance parse(String text) throws ScenarioException {
        var words = text.strip().split("\\s+", 3);
        if (words.length < 3) {
            throw complaint(text);
        }
        try {
            long at = Durations.parse(words[0]).toNanos();
            return new PlannedDisturbance(at, disturbance(text, words[1], words[2]));
        } catch (StrategyException | IllegalArgumentException wrong) {
            throw new ScenarioException("'" + text + "': " + wrong.getMessage(), wrong);
        }
    }

    private static Disturbance disturbance(String text, String what, String whom)
            throws ScenarioException, StrategyException {
        return switch (what) {
            case "kill" -> new Disturbance.KillNode(whom);
            case "start" -> new Disturbance.StartNode(whom);
            case "cut" -> new Disturbance.CutSubscription(whom);
            case "lose" -> new Disturbance.LoseNextMessage(whom);
            case "expire" -> new Disturbance.ExpireKey(whom);
            case "drop" -> new Disturbance.InvalidateMatching(whom);
            case "write" -> new Disturbance.WriteOutside(whom);
            case "pause" -> new Disturbance.PauseRedis(Durations.parse(whom));
            default -> throw complaint(text);
        };
    }

    private static ScenarioException complaint(String found) {
        return new ScenarioException("expected " + EXPECTED + ", but found '" + found + "'");
    }
}
