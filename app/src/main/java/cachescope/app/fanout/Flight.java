package cachescope.app.fanout;

/**
 * A message on its way to one node, or what it leaves behind there.
 *
 * @param share how much of the way, or of the phase, is done
 */
record Flight(long message, String key, String from, String to, Phase phase, double share) {

    /** What is seen of it. */
    enum Phase {
        /** It flies. */
        FLYING,
        /** It ended on its way; the share is of the time that this is shown. */
        LOST,
        /** The copy that it drops fades away. */
        DROPPING
    }
}
