/**
 * The stage: the tiers, the lanes between them, and a packet for every request on its way. Where a
 * packet is drawn is a function of the log, the time and the rate alone; the stage always says by
 * how much it stretches time.
 */
@NullMarked
package cachescope.app.stage;

import org.jspecify.annotations.NullMarked;
