package cachescope.engine.projection.fanout;

/**
 * What became of a message at one node.
 *
 * @param at when it came; if it was lost, when that was found out
 * @param droppedAt when the node dropped its copy for it; {@link Copy#NEVER} if it had none
 * @param droppedVersion of that copy; 0 if there was none or its version is not known
 */
public record Arrival(String node, Fate fate, long at, long droppedAt, long droppedVersion) {

    /** How a message fared. */
    public enum Fate {
        /** It came before the node answered from the copy that it drops. */
        DELIVERED,
        /** It came, but the node had answered with the overtaken version before. */
        LATE,
        /** It was sent to the node and will never come. */
        LOST,
        /** It was not sent to the node, which did not listen. */
        AWAY
    }

    Arrival(String node, Fate fate, long at) {
        this(node, fate, at, Copy.NEVER, 0);
    }

    Arrival dropped(long moment, long version) {
        return new Arrival(node, fate, at, moment, version);
    }

    /** Whether it reached the node. */
    public boolean came() {
        return fate == Fate.DELIVERED || fate == Fate.LATE;
    }
}
