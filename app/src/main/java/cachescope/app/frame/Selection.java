package cachescope.app.frame;

import cachescope.engine.event.Tier;

/** What the person has chosen to look at. */
public sealed interface Selection {

    record Nothing() implements Selection {}

    /** A request, by its number. */
    record OfRequest(long request) implements Selection {}

    /** A piece of background work, by its name and one of its calls. */
    record OfBackground(String task, long call) implements Selection {}

    /** A tier; {@code node} names the application node, and is empty where the tier is one. */
    record OfTier(Tier tier, String node) implements Selection {}
}
