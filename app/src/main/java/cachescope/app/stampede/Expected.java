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
     * What is to be expected of a strategy. Without a guard all that arrive during one load load
     * too; XFetch's loads before the next entry is there are geometric with mean e^(1/beta), those
     * of the form that is often taught have the mean e whatever beta is; the others let one load.
     *
     * @param perSecond how many reads of the key arrive a second; NaN if that is not known
     * @param loadNanos how long a load takes; NaN if that is not known
     */
    static Expected of(JsonNode strategy, double perSecond, double loadNanos) {
        var guard = strategy.path("guard").asString("none");
        return switch (guard) {
            case "lock", "lease", "locked-xfetch", "background" ->
                    new Expected(1, guard + ": 1 load, the others wait or are served");
            case "xfetch" -> xfetch(strategy.path("beta").asDouble(1));
            case "taught-xfetch" -> new Expected(Math.E, "taught XFetch: e");
            default ->
                    strategy.path("pattern").asString("").equals("refresh-ahead")
                            ? new Expected(1, "refresh ahead: 1 load before the expiry")
                            : unguarded(perSecond, loadNanos);
        };
    }

    private static Expected xfetch(double beta) {
        return new Expected(
                Math.exp(1 / beta),
                String.format(Locale.ROOT, "XFetch: e^(1/β) = e^(1/%s)", number(beta)));
    }

    private static Expected unguarded(double perSecond, double loadNanos) {
        double loads = 1 + perSecond * loadNanos / 1e9;
        return Double.isNaN(loads)
                ? new Expected(loads, "no guard: 1 + L·d")
                : new Expected(
                        loads,
                        "no guard: 1 + L·d = 1 + "
                                + number(perSecond)
                                + "/s × "
                                + Times.length(loadNanos));
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
