package cachescope.app.controls;

import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.Optional;

/** The kinds of data that are cached most, each with the TTLs that are usual for it. */
public enum DataKind {
    STATIC(
            "Static",
            "Texts, images, settings: they hardly ever change.",
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            "1 h to 1 day"),
    PROFILES(
            "Profiles",
            "Users and what they chose: they change now and then.",
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            "5 to 15 min"),
    API(
            "API answers",
            "What other services said: it may change at any time.",
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            "1 to 5 min"),
    REAL_TIME(
            "Real-time",
            "Prices, stock, positions: they change all the time.",
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            "10 to 60 s");

    private final String title;
    private final String sentence;
    private final Duration shortest;
    private final Duration usual;
    private final Duration longest;
    private final String range;

    DataKind(
            String title,
            String sentence,
            Duration shortest,
            Duration usual,
            Duration longest,
            String range) {
        this.title = title;
        this.sentence = sentence;
        this.shortest = shortest;
        this.usual = usual;
        this.longest = longest;
        this.range = range;
    }

    public String title() {
        return title;
    }

    /** What is of this kind, and for how long it is usually kept. */
    public String sentence() {
        return sentence + " TTL " + range + ".";
    }

    /** The usual TTLs in words. */
    public String range() {
        return range;
    }

    /** Whether a TTL is usual for it. */
    public boolean has(Duration timeToLive) {
        return timeToLive.compareTo(shortest) >= 0 && timeToLive.compareTo(longest) <= 0;
    }

    /** The same strategy with a TTL that is usual for it. */
    public Strategy in(Strategy strategy) {
        return has(strategy.timeToLive()) ? strategy : strategy.withTimeToLive(usual);
    }

    /**
     * The kind that a TTL is usual for; of two the one that {@code before} was chosen. Empty where
     * it is usual for none.
     */
    static Optional<DataKind> of(Duration timeToLive, Optional<DataKind> before) {
        if (before.isPresent() && before.get().has(timeToLive)) {
            return before;
        }
        for (var kind : values()) {
            if (kind.has(timeToLive)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
