package cachescope.app.stage;

import cachescope.app.frame.Course;
import cachescope.app.words.Times;
import cachescope.engine.event.Tier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in a sentence which tiers are lost, since when, and what the pattern does about it. */
final class Outages {
    private Outages() {}

    /** The sentence for a time; empty while all tiers answer. */
    static String at(Course course, long time) {
        var pattern =
                course.strategyAt(time)
                        .map(strategy -> strategy.path("pattern").asString(""))
                        .orElse("");
        return Stream.of(Tier.REDIS, Tier.DATABASE)
                .flatMap(tier -> course.outageAt(tier, time).stream())
                .map(outage -> sentence(outage, pattern))
                .collect(Collectors.joining("   "));
    }

    private static String sentence(Course.Outage outage, String pattern) {
        boolean redis = outage.tier() == Tier.REDIS;
        return (redis ? "Redis" : "The database")
                + " is lost since "
                + Times.clock(outage.from())
                + ": "
                + (redis ? withoutRedis(pattern) : withoutDatabase(pattern));
    }

    private static String withoutRedis(String pattern) {
        return switch (pattern) {
            case "no-cache" -> "nothing asks it";
            case "write-through" -> "reads come from the database, writes are taken back";
            case "" -> "requests go to the database";
            default -> pattern + " answers from the database";
        };
    }

    private static String withoutDatabase(String pattern) {
        return switch (pattern) {
            case "no-cache" -> "every request fails";
            case "write-behind" -> "hits are answered, writes wait in the queue, misses fail";
            default -> "hits are answered, misses and writes fail";
        };
    }
}
