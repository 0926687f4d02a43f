package cachescope.app.words;

import cachescope.engine.event.Tier;

/** The names of tiers inside a sentence and at its beginning. */
public final class TierWords {
    private TierWords() {}

    public static String name(Tier tier) {
        return switch (tier) {
            case CLIENT -> "the client";
            case EDGE -> "the edge";
            case LOAD_BALANCER -> "the balancer";
            case APP -> "the application";
            case NEAR_CACHE -> "the near cache";
            case REDIS -> "Redis";
            case DATABASE -> "the database";
        };
    }

    public static String title(Tier tier) {
        var name = name(tier);
        return name.startsWith("the ")
                ? Character.toUpperCase(name.charAt(4)) + name.substring(5)
                : name;
    }
}
