package cachescope.engine.strategy;

import java.util.ArrayList;

/** Says in words what changed from one strategy to another. */
public final class StrategyChange {

    private StrategyChange() {}

    /**
     * Words such as {@code TTL 60s to 5s, without checked-fill}; {@code no change} where there is
     * none.
     */
    public static String describe(Strategy from, Strategy to) {
        var changes = new ArrayList<String>();
        for (var setting : Setting.values()) {
            if (setting != Setting.WITHOUT && !setting.text(from).equals(setting.text(to))) {
                changes.add(
                        "%s %s to %s"
                                .formatted(setting.words(), setting.text(from), setting.text(to)));
            }
        }
        for (var fix : Fix.values()) {
            if (from.has(fix) != to.has(fix)) {
                changes.add((to.has(fix) ? "with " : "without ") + fix.label());
            }
        }
        return changes.isEmpty() ? "no change" : String.join(", ", changes);
    }
}
