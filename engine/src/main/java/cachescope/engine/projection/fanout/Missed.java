package cachescope.engine.projection.fanout;

/**
 * That a node did not learn of a key's version, since a message about it never came.
 *
 * @param version 0 if it is not known which one that was
 * @param seq the event that told of it
 */
public record Missed(String key, long version, long message, long seq, long at) {

    /** Whether a copy is one that the message would have dropped. */
    boolean wouldDrop(Copy copy) {
        return version == 0 ? copy.seq() < seq : copy.version() < version;
    }
}
