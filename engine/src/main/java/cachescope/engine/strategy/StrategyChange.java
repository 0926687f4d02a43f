package cachescope.engine.strategy;

import cachescope.engine.strategy.latency.LatencyModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says in words what changed from one strategy to another. */
public final class StrategyChange {
    private static final Set<Setting> TOLD_IN_PARTS = EnumSet.of(Setting.WITHOUT, Setting.LATENCY);

    private StrategyChange() {}

    /**
     * Words such as {@code TTL 60s to 5s, without checked-fill}; {@code no change} where there is
     * none.
     */
    public static String describe(Strategy from, Strategy to) {
        var changes = new ArrayList<String>();
        for (var setting : Setting.values()) {
            if (!TOLD_IN_PARTS.contains(setting) && !setting.text(from).equals(setting.text(to))) {
                changes.add(
                        "%s %s to %s"
                                .formatted(setting.words(), setting.text(from), setting.text(to)));
            }
        }
        tellLatencies(from.conditions().latency(), to.conditions().latency(), changes);
        for (var fix : Fix.values()) {
            if (from.has(fix) != to.has(fix)) {
                changes.add((to.has(fix) ? "with " : "without ") + fix.label());
            }
        }
        return changes.isEmpty() ? "no change" : String.join(", ", changes);
    }

    private static void tellLatencies(LatencyModel from, LatencyModel to, List<String> changes) {
        for (var tier : LatencyModel.TIERS) {
            if (!from.of(tier).equals(to.of(tier))) {
                changes.add(
                        "latency of %s %s to %s"
                                .formatted(
                                        tier,
                                        LatencyText.print(from.of(tier)),
                                        LatencyText.print(to.of(tier))));
            }
        }
    }
}
