/**
 * The guards against stampedes: what keeps the readers of a key that has expired, or is about to,
 * from loading it all at once. Each is a small class over the ports; a pattern asks its guard after
 * each look-up.
 */
@NullMarked
package cachescope.engine.stampede;

import org.jspecify.annotations.NullMarked;
