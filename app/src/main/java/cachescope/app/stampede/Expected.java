package cachescope.app.stampede;

import cachescope.app.words.Times;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * How many loads an expiry leads to by the theory of the guard in force.
 *
 * @param loads NaN where it is not known
 * @param formula how it comes about, in a few words
 */
record Expected(double loads, String formula) {

    /**
     * What is to be expected of a strategy. Without a guard all that arrive until the next entry is
     * there load too; XFetch's loads before the next entry is there are geometric with mean
     * e^(1/beta), those of the form that is often taught have the mean e whatever beta is; of
     * refreshes in the background each node makes its own; the others let one load.
     *
     * @param perSecond how many reads of the key arrive a second; NaN if that is not known
     * @param bareNanos how long it takes from the first load until the next entry is there; NaN if
     *     that is not known
     */
    static Expected of(JsonNode strategy, double perSecond, double bareNanos) {
        var guard = strategy.path("guard").asString("none");
        return switch (guard) {
            case "lock", "lease", "locked-xfetch" ->
                    new Expected(1, guard + ": 1 load, the others wait or are served");
            case "background" -> oneOfEachNode("background", strategy);
            case "xfetch" -> xfetch(strategy.path("beta").asDouble(1));
            case "taught-xfetch" -> new Expected(Math.E, "taught XFetch: e");
            default ->
                    strategy.path("pattern").asString("").equals("refresh-ahead")
                            ? oneOfEachNode("refresh-ahead", strategy)
                            : unguarded(perSecond, bareNanos);
        };
    }

    private static Expected oneOfEachNode(String who, JsonNode strategy) {
        int nodes = Math.max(1, strategy.path("nodes").asInt(1));
        return new Expected(nodes, who + (nodes == 1 ? ": 1 load" : ": 1 load of each node"));
    }

    private static Expected xfetch(double beta) {
        return new Expected(
                Math.exp(1 / beta),
                String.format(Locale.ROOT, "XFetch: e^(1/β) = e^(1/%s)", number(beta)));
    }

    private static Expected unguarded(double perSecond, double bareNanos) {
        double loads = 1 + perSecond * bareNanos / 1e9;
        return Double.isNaN(loads)
                ? new Expected(loads, "no guard: 1 + L·d")
                : new Expected(
                        loads,
                        "no guard: 1 + L·d = 1 + "
                                + number(perSecond)
                                + "/s × "
                                + Times.length(bareNanos));
    }

    /** {@code 4.2}; a dash where it is not known. */
    String words() {
        return number(loads);
    }

    /** A mean with the digits that count: {@code 4.2}, {@code 117}; a dash for NaN. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
