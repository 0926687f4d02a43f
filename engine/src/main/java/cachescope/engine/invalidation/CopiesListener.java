package cachescope.engine.invalidation;

/** Hears what happens to copies beside the calls of the cache. Only makes a note of it. */
public interface CopiesListener {
    /** Hears nothing. */
    CopiesListener NONE = new CopiesListener() {};

    /** The near cache, which held so many entries, was emptied for a reason in words. */
    default void nearFlushed(String reason, int entries) {}

    /** The node listens to a channel from now on. */
    default void subscriptionMade(String channel) {}

    /** The node hears no longer what is sent on a channel; the reason is a sentence. */
    default void subscriptionLost(String channel, String reason) {}

    /** All copies that carry a tag are invalid; {@code keys} is how many, -1 if not known. */
    default void tagInvalidated(String tag, long keys) {}
}
