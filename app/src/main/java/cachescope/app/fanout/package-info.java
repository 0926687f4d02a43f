/**
 * How a write becomes known to every node: the messages on their way, the copies they drop, the
 * nodes that missed one, and who serves which version of a key.
 */
@NullMarked
package cachescope.app.fanout;

import org.jspecify.annotations.NullMarked;
