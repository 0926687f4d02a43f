package cachescope.app.stage;

/**
 * Where a packet is.
 *
 * @param hop the stretch that it is on, or that brought it to where it waits
 * @param back whether it is on its way back to the client
 * @param share how far along, from 0 to 1, in its direction
 * @param waiting whether it stands in the tier at the end of the hop
 */
record Position(Hop hop, boolean back, double share, boolean waiting, Look look) {}
