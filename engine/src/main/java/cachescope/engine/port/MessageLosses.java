package cachescope.engine.port;

/**
 * Is told by a bus of each message of which it finds out that it will never reach a subscriber. It
 * serves observers; those who send and those who listen do not learn of it. Not every loss can be
 * found out in the live world.
 */
@FunctionalInterface
public interface MessageLosses {

    /** Notes that a text that was sent on a channel is lost for a node. */
    void lost(String channel, String node, String text);
}
