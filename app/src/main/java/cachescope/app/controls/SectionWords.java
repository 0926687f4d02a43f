package cachescope.app.controls;

import cachescope.app.words.Counts;
import cachescope.engine.strategy.Strategy;

/** What is chosen in each section of the panel, as short as can be. */
final class SectionWords {
    private SectionWords() {}

    static String expiry(Strategy strategy) {
        var expiry = strategy.expiry();
        var timeToLive = Unit.ENDLESS_TIME.write((double) strategy.timeToLive().toNanos());
        return switch (expiry.name()) {
            case FIXED -> timeToLive;
            case JITTERED -> timeToLive + " ± " + Unit.SHARE.write(expiry.jitter());
            case ADAPTIVE -> "adaptive";
        };
    }

    static String invalidation(Strategy strategy) {
        return ProtectionWords.title(strategy.invalidation().name());
    }

    static String guard(Strategy strategy) {
        return ProtectionWords.title(strategy.guard().name());
    }

    static String nodes(Strategy strategy) {
        var cluster = strategy.cluster();
        return cluster.nodes()
                + (cluster.hasNearCaches()
                        ? " · near " + Unit.COUNT.write(cluster.nearCapacity())
                        : "");
    }

    static String database(Strategy strategy) {
        return "+ " + Unit.TIME.write((double) strategy.databaseDelay().toNanos());
    }

    static String writeBehind(Strategy strategy) {
        return Unit.TIME.write((double) strategy.writeQueue().delay().toNanos());
    }

    static String conditions(Strategy strategy) {
        int faults = strategy.conditions().faults().size();
        return faults == 0 ? "" : Counts.of(faults, "fault", "faults");
    }

    static String protection(Strategy strategy) {
        int off = strategy.without().size();
        return off == 0 ? "" : off + " off";
    }
}
