package cachescope.engine.strategy;

import cachescope.engine.strategy.ExpiryPolicy.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The written form of adaptive TTLs: {@code 1000=1h,100=30m,0=5m}. */
public final class AdaptiveSteps {
    static final int STEPS_MAX = 16;

    private static final String EXPECTED =
            "reads and TTLs such as 1000=1h,100=30m,0=5m, from the most reads to 0";
    private static final Pattern STEP = Pattern.compile("([0-9]{1,12})=(.+)");

    private AdaptiveSteps() {}

    public static String print(List<Step> steps) {
        return steps.stream()
                .map(step -> step.reads() + "=" + Durations.print(step.timeToLive()))
                .collect(Collectors.joining(","));
    }

    /** Reads the written form; throws if it is another, or not from the most reads to 0. */
    public static List<Step> parse(String text) throws StrategyException {
        var steps = new ArrayList<Step>();
        for (var part : text.split(",", -1)) {
            var step = STEP.matcher(part.strip());
            if (!step.matches()) {
                throw complaint(part);
            }
            long reads = Long.parseLong(step.group(1));
            if (!steps.isEmpty() && steps.getLast().reads() <= reads) {
                throw complaint(part);
            }
            steps.add(new Step(reads, Durations.parse(step.group(2))));
        }
        if (steps.getLast().reads() != 0 || steps.size() > STEPS_MAX) {
            throw complaint(text);
        }
        return List.copyOf(steps);
    }

    private static StrategyException complaint(String found) {
        return new StrategyException(
                "expected %s, but found %s".formatted(EXPECTED, Quoted.of(found)));
    }
}
